package cairn.sim.crush;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.person.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is to give and the limits on it, as files that are compiled like anybody's.
 *
 * @param vouchers units a day, over all people, of the group gifts
 * @param calls the same of the group talks
 */
record Scene(int vouchers, int calls) {
  static final List<String> CHANNELS = List.of("web", "app", "phone", "branch");
  static final String PURPOSE = "errand";
  static final String GIFTS = "gifts";
  static final String TALKS = "talks";
  static final String TIPS = "tips";

  static final Duration DAY = Duration.ofDays(1);

  /** At most so many promotions a day by all channels together. */
  static final int ALL_MAX = 4;

  /** At most so many promotions a day on the web. */
  static final int WEB_MAX = 2;

  /** At most one gift in this time. */
  static final Duration GIFT_WINDOW = Duration.ofHours(36);

  /** How long talks rest after a no to one of them. */
  static final Duration REST = Duration.ofHours(12);

  private static final int ACTIONS_IN_GROUP = 8;

  /** Few enough for so many people that most go without. */
  static Scene of(int people) {
    return new Scene(Math.max(5, people / 20), Math.max(4, people / 30));
  }

  /** What the person of a number set themselves; none for most. */
  static Limits limits(int person) {
    return switch (person % 6) {
      case 0 -> new Limits(List.of(new Limits.Cap(null, 3, DAY)), null, null);
      case 1 -> new Limits(List.of(new Limits.Cap("app", 1, Duration.ofHours(18))), null, null);
      case 2 -> person % 5 == 0 ? nothing() : Limits.NONE;
      default -> Limits.NONE;
    };
  }

  private static Limits nothing() {
    return new Limits(List.of(new Limits.Cap(null, 0, DAY)), null, null);
  }

  /** The group an action is in, by its name. */
  static String groupOf(String action) {
    return action.substring(0, action.indexOf('-'));
  }

  /** Units a day of a group over all people; no limit is {@link Integer#MAX_VALUE}. */
  int unitsOf(String group) {
    return switch (group) {
      case GIFTS -> vouchers;
      case TALKS -> calls;
      default -> Integer.MAX_VALUE;
    };
  }

  Blueprint blueprint() {
    var files = new HashMap<String, String>();
    files.put("blueprint.yaml", "{id: crush, name: A crush, timeZone: UTC}");
    files.put("profile.yaml", "attributes: {name: text}");
    files.put("purposes.yaml", "purposes: {errand: {name: An errand}}");
    files.put(
        "channels.yaml",
        """
        channels:
          web: {name: Web, kind: inbound}
          app: {name: App, kind: inbound}
          phone: {name: Phone, kind: inbound}
          branch: {name: Branch, kind: inbound}
        """);
    files.put("actions/shop.yaml", actions());
    files.put("policies/all.yaml", policies());
    files.put("arbitration.yaml", "arms: {perMille: 20, salt: crush}");
    return compiled(files);
  }

  private static Blueprint compiled(Map<String, String> files) {
    return switch (BlueprintCompiler.compile(Bundle.of(files), null, 1)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused ->
          throw new IllegalStateException(refused.problems().toString());
    };
  }

  private static String actions() {
    var text = new StringBuilder("issue: shop\nname: Shop\ngroups:\n");
    for (var group : List.of(GIFTS, TALKS, TIPS)) {
      text.append("  %s:\n    name: %s\n    actions:\n".formatted(group, group));
      for (int i = 0; i < ACTIONS_IN_GROUP; i++) {
        var id = group + "-" + i;
        text.append("      %s:\n        name: %s\n        owner: Shop\n".formatted(id, id));
        text.append("        purposes: [errand]\n");
        text.append("        influence: {plain: It is there.}\n        renderings:\n");
        for (var channel : CHANNELS) {
          text.append("          - {channel: %s, words: {body: Here}}\n".formatted(channel));
        }
      }
    }
    return text.toString();
  }

  private String policies() {
    return """
    contacts:
      all-day:
        cap: {contacts: %d, within: 1d}
        sentence: We come to you at most so often a day.
        owner: Shop
      web-day:
        channel: web
        cap: {contacts: %d, within: 1d}
        sentence: We come to you on the web at most so often a day.
        owner: Shop
      one-gift:
        group: gifts
        cap: {contacts: 1, within: %dh}
        sentence: There is one gift at a time.
        owner: Shop
      rest:
        group: talks
        suppress: {response: no, times: 1, within: 1h, pause: %dh}
        sentence: You said no, so we rest this for a while.
        owner: Shop
    volumes:
      vouchers: {group: gifts, units: %d, per: 1d, sentence: All are given out., owner: Shop}
      calls: {group: talks, units: %d, per: 1d, sentence: Everybody is busy., owner: Shop}
    """
        .formatted(ALL_MAX, WEB_MAX, GIFT_WINDOW.toHours(), REST.toHours(), vouchers, calls);
  }
}
