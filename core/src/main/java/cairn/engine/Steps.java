package cairn.engine;

import cairn.chance.Chance;
import cairn.decision.DecisionRequest;
import cairn.journey.Step;
import cairn.log.Fact;
import cairn.log.Fact.Cause;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.rule.Expression;
import cairn.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what a step asks once it is entered: sends, asks, decides, hands over, notes, draws. */
final class Steps {
  private final Turn turn;
  private final Waits waits;

  Steps(Turn turn, Waits waits) {
    this.turn = turn;
    this.waits = waits;
  }

  /** Acts on the step just entered; answers where to go at once, or null to stay. */
  @Nullable Way act(String instance, Step step) {
    var journey = turn.state.journey(instance).orElseThrow();
    return switch (step) {
      case Step.WaitFor s -> stay(instance, s.timeout());
      case Step.Talk s -> {
        queue(journey, Pending.Kind.MESSAGE, s.kind(), s.channel(), s.treatment(), s.fields());
        yield new Way(s.then(), Cause.NEXT, "");
      }
      case Step.Decide s -> {
        var request = new DecisionRequest(s.channel(), List.of(s.placement()), Map.of(), 1);
        boolean offered = new Decisions(turn).request(request, journey.instance());
        yield offered
            ? new Way(s.then(), Cause.NEXT, "offered")
            : new Way(s.otherwise(), Cause.NEXT, "silence");
      }
      case Step.Ask s -> {
        queue(
            journey,
            Pending.Kind.QUESTION,
            Pending.Purpose.PROMOTIONAL,
            s.channel(),
            s.question(),
            Map.of());
        yield stay(instance, s.timeout());
      }
      case Step.Split s -> {
        var situation = turn.situation(journey);
        Way way = new Way(s.otherwise(), Cause.RULE, "otherwise");
        for (var branch : s.branches()) {
          if (branch.when().holds(situation)) {
            way = new Way(branch.next(), Cause.RULE, branch.label());
            break;
          }
        }
        yield way;
      }
      case Step.Experiment s -> {
        var arm = draw(s);
        turn.add(new Fact.ArmDrawn(instance, s.experiment(), arm.id()));
        yield new Way(arm.next(), Cause.ARM, arm.id());
      }
      case Step.HandOver s -> {
        queue(
            journey, Pending.Kind.TASK, Pending.Purpose.TRANSACTIONAL, "desk", s.queue(), Map.of());
        yield stay(instance, s.timeout());
      }
      case Step.Note s -> {
        note(journey, s);
        yield new Way(s.then(), Cause.NEXT, "");
      }
      case Step.End s -> null;
    };
  }

  /** Asks about a step that was left; the journey goes on meanwhile. */
  void askHowItFelt(String instance, Step.Felt felt) {
    queue(
        turn.state.journey(instance).orElseThrow(),
        Pending.Kind.QUESTION,
        Pending.Purpose.PROMOTIONAL,
        felt.channel(),
        felt.question(),
        Map.of());
  }

  private @Nullable Way stay(String instance, Step.@Nullable Timeout timeout) {
    if (timeout != null) {
      waits.plant(instance, timeout.moment(), turn.clock);
    }
    return null;
  }

  private Step.Arm draw(Step.Experiment experiment) {
    int weights = 0;
    for (var arm : experiment.arms()) {
      weights += arm.weight();
    }
    var key = turn.state.key();
    long bits = Chance.mix(key.high() ^ key.low() ^ Names.hash(experiment.experiment()));
    int drawn = (int) Long.remainderUnsigned(bits, weights);
    for (var arm : experiment.arms()) {
      drawn -= arm.weight();
      if (drawn < 0) {
        return arm;
      }
    }
    return experiment.arms().getLast();
  }

  private void note(Journey journey, Step.Note step) {
    var situation = turn.situation(journey);
    var values = new HashMap<String, @Nullable Value>();
    for (var assignment : step.assignments()) {
      values.put(assignment.attribute(), assignment.value().value(situation));
    }
    new Profile(turn).set(values);
    if (step.webhook() != null) {
      queue(
          journey,
          Pending.Kind.WEBHOOK,
          Pending.Purpose.TRANSACTIONAL,
          step.webhook(),
          step.id(),
          Map.of());
    }
  }

  private void queue(
      Journey journey,
      Pending.Kind kind,
      Pending.Purpose purpose,
      String channel,
      String subject,
      Map<String, Expression> fields) {
    var situation = turn.situation(journey);
    var content = new HashMap<String, Value>();
    fields.forEach((name, expression) -> {
      var value = expression.value(situation);
      if (value != null) {
        content.put(name, value);
      }
    });
    var effect =
        new Pending(
            turn.name(),
            kind,
            purpose,
            journey.instance(),
            null,
            channel,
            subject,
            turn.clock,
            false);
    new Outgoing(turn).queue(effect, content);
  }
}
