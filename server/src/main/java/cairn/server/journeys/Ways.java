package cairn.server.journeys;

import cairn.blueprint.Glossary;
import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.server.journeys.JourneyBody.WayBody;
import cairn.server.words.Tongue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways between steps, with what takes a person along each in the reader's words. */
public final class Ways {
  private final Glossary names;
  private final Tongue tongue;

  public Ways(Glossary names, Tongue tongue) {
    this.names = names;
    this.tongue = tongue;
  }

  /**
   * Where one may go on to from a step.
   *
   * @param name what the step there is called
   * @param label what takes a person there, or null where nothing need happen
   */
  public record Onward(String step, String name, @Nullable String label, String kind) {}

  /** What an event is called; a response to a decision in the reader's tongue. */
  public static String event(Glossary names, Tongue tongue, String name) {
    return Trigger.isResponse(name)
        ? tongue.say("response." + Trigger.responseKind(name))
        : names.event(name);
  }

  /** Where one may go on to from a step, in the order it was written. */
  public List<Onward> onward(JourneyDefinition journey, Step step) {
    var ways = new ArrayList<WayBody>();
    of(step, ways);
    return ways.stream()
        .map(way -> {
          var to = journey.step(way.to());
          return new Onward(way.to(), to == null ? way.to() : to.name(), way.label(), way.kind());
        })
        .toList();
  }

  void of(Step step, List<WayBody> ways) {
    switch (step) {
      case Step.WaitFor s -> {
        for (var awaited : s.events()) {
          var event = event(names, tongue, awaited.trigger().event());
          ways.add(new WayBody(s.id(), awaited.next(), event, "event"));
        }
        timeout(s.id(), s.timeout(), ways);
      }
      case Step.Talk s -> ways.add(new WayBody(s.id(), s.then(), null, "next"));
      case Step.Decide s -> {
        ways.add(new WayBody(s.id(), s.then(), tongue.say("way.offered"), "next"));
        ways.add(new WayBody(s.id(), s.otherwise(), tongue.say("way.silence"), "rule"));
      }
      case Step.Ask s -> {
        for (var answer : s.answers()) {
          ways.add(new WayBody(s.id(), answer.next(), answer.label(), "answer"));
        }
        ways.add(new WayBody(s.id(), s.otherwise(), tongue.say("way.otherwise"), "answer"));
        timeout(s.id(), s.timeout(), ways);
      }
      case Step.Split s -> {
        for (var branch : s.branches()) {
          ways.add(new WayBody(s.id(), branch.next(), branch.label(), "rule"));
        }
        ways.add(new WayBody(s.id(), s.otherwise(), tongue.say("way.otherwise"), "rule"));
      }
      case Step.Experiment s -> {
        for (var arm : s.arms()) {
          ways.add(new WayBody(s.id(), arm.next(), arm.id(), "arm"));
        }
      }
      case Step.HandOver s -> {
        s.outcomes()
            .forEach((outcome, next) -> ways.add(new WayBody(s.id(), next, outcome, "answer")));
        ways.add(new WayBody(s.id(), s.otherwise(), tongue.say("way.otherwise"), "answer"));
        timeout(s.id(), s.timeout(), ways);
      }
      case Step.Note s -> ways.add(new WayBody(s.id(), s.then(), null, "next"));
      case Step.End s -> {}
    }
  }

  /**
   * Moves work from anywhere, or from many steps. Drawing all of them would hide everything else:
   * each is drawn once, from the last step before its target on which people rest; how people
   * really came there is told by the counts.
   */
  void fromAnywhere(JourneyDefinition journey, List<WayBody> ways) {
    var drawn = new HashSet<String>();
    ways.forEach(way -> drawn.add(way.from() + ">" + way.to()));
    for (var move : journey.moves()) {
      String from = null;
      for (var step : journey.steps()) {
        if (step.id().equals(move.to()) && from != null) {
          break;
        }
        if (rests(step) && move.worksFrom(step.id()) && !step.id().equals(move.to())) {
          from = step.id();
        }
      }
      if (from != null && drawn.add(from + ">" + move.to())) {
        ways.add(
            new WayBody(from, move.to(), event(names, tongue, move.trigger().event()), "move"));
      }
    }
  }

  private static boolean rests(Step step) {
    return step instanceof Step.WaitFor
        || step instanceof Step.HandOver
        || step instanceof Step.Ask;
  }

  private void timeout(String from, Step.@Nullable Timeout timeout, List<WayBody> ways) {
    if (timeout != null) {
      ways.add(new WayBody(from, timeout.next(), words(timeout.moment()), "time"));
    }
  }

  /** How long a wait is, in words. */
  private String words(Moment moment) {
    return switch (moment) {
      case Moment.After m -> tongue.say("way.after", words(m.duration()));
      case Moment.AtLocalTime m -> tongue.say("way.at", m.time());
      case Moment.OnProfileDate m -> {
        var day = names.attribute(m.attribute());
        yield m.offset().isZero()
            ? tongue.say("way.on", day)
            : tongue.say(
                m.offset().isNegative() ? "way.before" : "way.later", day, words(m.offset().abs()));
      }
    };
  }

  private String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0 && seconds > 0) {
      return tongue.say("span.day", seconds / 86_400);
    }
    if (seconds % 3_600 == 0 && seconds > 0) {
      return tongue.say("span.hour", seconds / 3_600);
    }
    if (seconds % 60 == 0 && seconds > 0) {
      return tongue.say("span.minute", seconds / 60);
    }
    return tongue.say("span.second", seconds);
  }
}
