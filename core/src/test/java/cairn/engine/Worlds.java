package cairn.engine;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.blueprint.Question;
import cairn.blueprint.Segment;
import cairn.blueprint.Treatment;
import cairn.journey.Beginning;
import cairn.journey.Exit;
import cairn.journey.Goal;
import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.Move;
import cairn.journey.ReEntry;
import cairn.journey.Stage;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.person.Ending;
import cairn.person.Limits;
import cairn.person.Pending;
import cairn.rule.Condition;
import cairn.rule.Need;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.rule.Truth;
import cairn.value.Value;
import cairn.value.ValueType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Small blueprints for tests: a person who thinks of cycling to work. */
final class Worlds {
  static final int ZONE = 0;
  static final int SCORE = 1;
  static final int EMAIL = 2;
  static final int MOVING_DAY = 3;

  private Worlds() {}

  static Condition when(String source, Predicate<Situation> rule) {
    return when(source, List.of(), List.of(), rule);
  }

  static Condition when(
      String source, List<Integer> slots, List<Need> needs, Predicate<Situation> rule) {
    return new Condition() {
      @Override
      public Truth test(Situation situation) {
        return Truth.of(rule.test(situation));
      }

      @Override
      public String source() {
        return source;
      }

      @Override
      public List<Integer> slots() {
        return slots;
      }

      @Override
      public List<Need> needs() {
        return needs;
      }

      @Override
      public @Nullable Instant nextChange(Situation situation) {
        return null;
      }
    };
  }

  static Condition scoreAtLeast(long least) {
    return when(
        "person.score >= " + least,
        List.of(SCORE),
        List.of(),
        s ->
            s.person().attributes().get(SCORE) instanceof Value.Whole(long score)
                && score >= least);
  }

  static Step.About about(String id) {
    return new Step.About(id, "cycling", id, "");
  }

  static Trigger on(String event) {
    return new Trigger(event, Condition.ALWAYS);
  }

  static Step.WaitFor waitFor(String id, String event, String next, Duration time, String late) {
    return new Step.WaitFor(
        about(id),
        List.of(new Step.Awaited(on(event), next)),
        new Step.Timeout(new Moment.After(time), late));
  }

  static Step.End end(String id, Ending ending) {
    return new Step.End(about(id), ending);
  }

  static Step.Talk mail(String id, String then) {
    return new Step.Talk(
        about(id), "email", "welcome", Pending.Purpose.PROMOTIONAL, Map.of(), then);
  }

  static Builder journey(Step... steps) {
    return new Builder(steps);
  }

  /** A journey being put together. */
  static final class Builder {
    private final List<Step> steps;
    private final List<Beginning> beginnings = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Exit> exits = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private ReEntry reEntry = new ReEntry.AfterEnd(Duration.ZERO);
    private @Nullable Duration longest;
    private int number = 1;

    private Builder(Step... steps) {
      var all = new ArrayList<>(List.of(steps));
      for (var ending : Ending.values()) {
        all.add(end(ending.name(), ending));
      }
      this.steps = all;
      beginnings.add(
          new Beginning.OnEvent("asked", steps[0].id(), on("Asked about a bicycle"), null));
    }

    Builder begins(Beginning... ways) {
      beginnings.clear();
      beginnings.addAll(List.of(ways));
      return this;
    }

    Builder moves(Move... ways) {
      moves.addAll(List.of(ways));
      return this;
    }

    Builder exits(Exit... ways) {
      exits.addAll(List.of(ways));
      return this;
    }

    Builder goals(Goal... ways) {
      goals.addAll(List.of(ways));
      return this;
    }

    Builder segments(Segment... groups) {
      segments.addAll(List.of(groups));
      return this;
    }

    Builder reEntry(ReEntry rule) {
      reEntry = rule;
      return this;
    }

    Builder longest(Duration time) {
      longest = time;
      return this;
    }

    Builder number(int newNumber) {
      number = newNumber;
      return this;
    }

    Blueprint blueprint() {
      var journey =
          new JourneyDefinition(
              "cycle",
              "Cycle to work",
              "I want to get to work without the car",
              "",
              List.of(new Stage("cycling", "Cycling", "")),
              steps,
              beginnings,
              moves,
              exits,
              goals,
              reEntry,
              longest,
              longest == null ? null : "TIMED_OUT");
      return new Blueprint(
          new Blueprint.About("test", number, "Test", ZoneId.of("Europe/Berlin"), ZONE, -1),
          new Schema(
              List.of(
                  attribute(ZONE, "zone", ValueType.TEXT),
                  attribute(SCORE, "score", ValueType.WHOLE),
                  attribute(EMAIL, "email", ValueType.TEXT),
                  attribute(MOVING_DAY, "movingDay", ValueType.TIME))),
          List.of(journey),
          segments,
          List.of(
              new Channel(
                  "email",
                  "E-mail",
                  Channel.Kind.EMAIL,
                  EMAIL,
                  null,
                  new Limits.QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)),
                  false,
                  List.of(new Channel.Cap(2, Duration.ofDays(7))),
                  Map.of())),
          List.of(new Treatment("welcome", "email", Map.of("subject", "Hello"))),
          List.of(
              new Question("why", "Why?", Question.Kind.NUMBER, List.of()),
              new Question("again", "Again?", Question.Kind.YES_NO, List.of()),
              new Question("how", "How?", Question.Kind.CHOICE, List.of("by bus", "by train")),
              new Question("felt", "How was it?", Question.Kind.FEELING, List.of())),
          cairn.decision.Catalogue.EMPTY,
          Map.of("Rode to work", 8, "contact:email", 64));
    }

    private static Schema.Attribute attribute(int slot, String name, ValueType type) {
      return new Schema.Attribute(slot, name, type, "", false, false, true);
    }
  }
}
