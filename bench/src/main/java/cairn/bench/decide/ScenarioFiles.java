package cairn.bench.decide;

import cairn.blueprint.file.Bundle;
import cairn.chance.Chance;
import java.util.Map;
import java.util.TreeMap;

/**
 * The blueprint of the measurement as files: so many actions in groups of ten, three rules on each
 * over 40 attributes, contact policies, and what the models look at.
 *
 * <p>A rule has one or two conditions with thresholds that people would write, so some are shared,
 * as they are in real catalogues. About three in a hundred actions get past their rules.
 */
final class ScenarioFiles {
  static final int WHOLES = 20;
  static final int DECIMALS = 8;
  static final int TEXTS = 10;
  static final int FLAGS = 2;
  static final int WORDS = 4;
  static final int PURPOSES = 4;

  private static final int GROUP = 10;

  private final Chance chance;

  private ScenarioFiles(long seed) {
    chance = new Chance(seed);
  }

  /**
   * The files.
   *
   * @param keepShare of a hundred actions so many get past their rules, about: 3 or 15
   * @param predictors how many attributes models look at, beside channel, purpose, hour and day
   */
  static Bundle of(int actions, int keepShare, int predictors, long seed) {
    return new ScenarioFiles(seed).bundle(actions, keepShare, predictors);
  }

  private Bundle bundle(int actions, int keepShare, int predictors) {
    var files = new TreeMap<String, String>();
    files.put("blueprint.yaml", "id: measured\nname: Measured\n");
    files.put(
        "channels.yaml",
        """
        channels:
          web: {name: Website, kind: inbound}
          email: {name: E-mail, kind: email, address: t00}
        """);
    files.put("profile.yaml", profile());
    files.put("purposes.yaml", purposes());
    files.put("features.yaml", features(predictors));
    var policies = new StringBuilder("policies:\n");
    for (int first = 0; first < actions; first += 10 * GROUP) {
      files.put("actions/a%04d.yaml".formatted(first), actions(first, actions));
    }
    for (int i = 0; i < actions; i++) {
      rules(policies, i, keepShare);
    }
    files.put("policies/rules.yaml", policies + CONTACTS);
    return Bundle.of(Map.copyOf(files));
  }

  private static final String CONTACTS =
      """
      contacts:
        a-day: {channel: web, cap: {contacts: 64, within: 1d}, sentence: Enough for today., owner: Care}
        a-week: {cap: {contacts: 64, within: 7d}, sentence: Enough for this week., owner: Care}
        a-group: {group: g0, cap: {contacts: 5, within: 30d}, sentence: Enough of this., owner: Care}
        after-no: {group: g1, suppress: {response: no, times: 2, within: 30d, pause: 14d}, sentence: You said no twice., owner: Care}
      """;

  private static String profile() {
    var text = new StringBuilder("attributes:\n");
    attributes(text, "n", WHOLES, "whole");
    attributes(text, "d", DECIMALS, "decimal");
    attributes(text, "t", TEXTS, "text");
    attributes(text, "f", FLAGS, "flag");
    return text.toString();
  }

  private static void attributes(StringBuilder text, String letter, int count, String type) {
    for (int i = 0; i < count; i++) {
      text.append("  %s%02d: {type: %s, description: One of many}%n".formatted(letter, i, type));
    }
  }

  private static String purposes() {
    var text = new StringBuilder("purposes:\n");
    for (int i = 0; i < PURPOSES; i++) {
      text.append("  p%d: {name: Purpose %d, words: [word%d]}%n".formatted(i, i, i));
    }
    return text.toString();
  }

  /** Attributes of each type in turn, so that words and numbers are mixed. */
  private static String features(int predictors) {
    var text = new StringBuilder("predictors:\n  - channel\n  - purpose\n");
    text.append("  - time.hour\n  - time.day\n");
    int added = 0;
    for (int i = 0; i < WHOLES && added < predictors; i++) {
      added += predictor(text, "t", i, TEXTS, added < predictors);
      added += predictor(text, "n", i, WHOLES, added < predictors);
      added += predictor(text, "d", i, DECIMALS, added < predictors);
      added += predictor(text, "f", i, FLAGS, added < predictors);
    }
    return text.toString();
  }

  private static int predictor(
      StringBuilder text, String letter, int i, int count, boolean wanted) {
    if (!wanted || i >= count) {
      return 0;
    }
    text.append("  - person.%s%02d%n".formatted(letter, i));
    return 1;
  }

  private String actions(int first, int actions) {
    var text = new StringBuilder("issue: i%d%nname: Issue %d%ngroups:%n".formatted(first, first));
    for (int g = first; g < Math.min(actions, first + 10 * GROUP); g += GROUP) {
      text.append("  g%d:%n    name: Group %d%n    actions:%n".formatted(g / GROUP, g / GROUP));
      for (int i = g; i < Math.min(actions, g + GROUP); i++) {
        action(text, i);
      }
    }
    return text.toString();
  }

  private void action(StringBuilder text, int i) {
    text.append("      a%04d:%n        name: Action %d%n        owner: Team%n".formatted(i, i));
    if (i % 2 == 0) {
      text.append("        purposes: [p%d]%n".formatted(i / 2 % PURPOSES));
    }
    text.append("        valueOrganisation: %d%n".formatted(1 + below(60)));
    text.append(
        i % 4 == 0
            ? "        valuePerson: \"person.d%02d * 0.05 + 1.0\"%n".formatted(i / 4 % DECIMALS)
            : "        valuePerson: %d%n".formatted(1 + below(60)));
    text.append("        influence: {plain: Said as it is.}\n        renderings:\n");
    text.append(
        "          - {channel: web, placements: [home], words: {title: Action %d, body: About it.}}%n"
            .formatted(i));
    text.append(
        "          - {channel: email, words: {subject: Action %d, body: About it.}}%n"
            .formatted(i));
  }

  private void rules(StringBuilder text, int i, int keepShare) {
    int easier = keepShare > 3 ? 20 : 0;
    rule(
        text,
        i,
        "eligibility",
        "person.n%02d >= %d && person.n%02d < %d"
            .formatted(
                below(WHOLES),
                20 + 10 * below(2) - easier,
                below(WHOLES),
                70 + 10 * below(2) + easier));
    rule(
        text,
        i,
        "applicability",
        easier > 0
            ? "person.t%02d != 'w%d'".formatted(below(TEXTS), below(WORDS))
            : "person.t%02d == 'w%d'".formatted(below(TEXTS), below(WORDS)));
    rule(
        text,
        i,
        "suitability",
        "person.n%02d < %d && person.d%02d > %d.0"
            .formatted(
                below(WHOLES), 40 + 10 * below(2) + easier, below(DECIMALS), 500 + 100 * below(2)));
  }

  private static void rule(StringBuilder text, int action, String test, String when) {
    text.append(
        "  a%04d-%s:%n    test: %s%n    action: a%04d%n".formatted(action, test, test, action));
    text.append("    when: \"%s\"%n    sentence: Not for you.%n    owner: Law%n".formatted(when));
  }

  private int below(int bound) {
    return chance.nextInt(bound);
  }
}
