package cairn.store;

import cairn.adaptive.ChoiceRule;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.blueprint.Switches;
import cairn.decision.Action;
import cairn.decision.ActionKind;
import cairn.decision.Arbitration;
import cairn.decision.Catalogue;
import cairn.decision.ContactPolicy;
import cairn.decision.ControlArms;
import cairn.decision.Influence;
import cairn.decision.Rendering;
import cairn.decision.VolumeLimit;
import cairn.engine.World;
import cairn.rule.Condition;
import cairn.rule.Schema;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A world with nothing but questions that fit everybody, and limits on how many are put: what keeps
 * one back is a limit and nothing else.
 */
record Questions(Blueprint blueprint) implements World {
  /** The world of one blueprint, with questions in channels that people come to. */
  static Questions in(
      List<String> channels,
      List<Action> questions,
      List<ContactPolicy> caps,
      List<VolumeLimit> limits) {
    var catalogue =
        new Catalogue(
            questions,
            List.of(),
            caps,
            limits,
            List.of(),
            List.of(),
            new Arbitration(0.5, 1, 10, ChoiceRule.STANDARD, true, true, true, true),
            ControlArms.NONE);
    return new Questions(
        new Blueprint(
            new Blueprint.About("questions", 1, "Questions", ZoneOffset.UTC, -1, -1),
            new Schema(List.of()),
            List.of(),
            List.of(),
            channels.stream().map(Questions::channel).toList(),
            List.of(),
            List.of(),
            catalogue,
            Map.of()));
  }

  private static Channel channel(String id) {
    return new Channel(id, id, Channel.Kind.INBOUND, -1, null, null, false, List.of(), Map.of());
  }

  /** A question that may be put to anybody, at any time, in these channels. */
  static Action question(String id, String group, List<String> channels) {
    return new Action(
        id,
        id,
        "issue",
        group,
        ActionKind.QUESTION,
        "team",
        null,
        null,
        Set.of(),
        true,
        null,
        null,
        0,
        new Influence(Influence.Kind.PLAIN, "", null),
        null,
        List.of(),
        channels.stream()
            .map(channel -> new Rendering("words", channel, Set.of(), Condition.ALWAYS))
            .toList());
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return blueprint;
  }

  @Override
  public Switches switches() {
    return Switches.NONE;
  }
}
