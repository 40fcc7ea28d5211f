package cairn.server.journeys;

import cairn.journey.JourneyDefinition;
import cairn.journey.Moment;
import cairn.journey.Step;
import cairn.server.journeys.JourneyBody.WayBody;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways between steps, with what takes a person along each. */
final class Ways {
  private Ways() {}

  static void of(Step step, List<WayBody> ways) {
    switch (step) {
      case Step.WaitFor s -> {
        for (var awaited : s.events()) {
          ways.add(new WayBody(s.id(), awaited.next(), awaited.trigger().event(), "event"));
        }
        timeout(s.id(), s.timeout(), ways);
      }
      case Step.Talk s -> ways.add(new WayBody(s.id(), s.then(), null, "next"));
      case Step.Decide s -> {
        ways.add(new WayBody(s.id(), s.then(), "offered", "next"));
        ways.add(new WayBody(s.id(), s.otherwise(), "silence", "rule"));
      }
      case Step.Ask s -> {
        for (var answer : s.answers()) {
          ways.add(new WayBody(s.id(), answer.next(), answer.label(), "answer"));
        }
        ways.add(new WayBody(s.id(), s.otherwise(), "otherwise", "answer"));
        timeout(s.id(), s.timeout(), ways);
      }
      case Step.Split s -> {
        for (var branch : s.branches()) {
          ways.add(new WayBody(s.id(), branch.next(), branch.label(), "rule"));
        }
        ways.add(new WayBody(s.id(), s.otherwise(), "otherwise", "rule"));
      }
      case Step.Experiment s -> {
        for (var arm : s.arms()) {
          ways.add(new WayBody(s.id(), arm.next(), arm.id(), "arm"));
        }
      }
      case Step.HandOver s -> {
        s.outcomes()
            .forEach((outcome, next) -> ways.add(new WayBody(s.id(), next, outcome, "answer")));
        ways.add(new WayBody(s.id(), s.otherwise(), "otherwise", "answer"));
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
  static void fromAnywhere(JourneyDefinition journey, List<WayBody> ways) {
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
        ways.add(new WayBody(from, move.to(), move.trigger().event(), "move"));
      }
    }
  }

  private static boolean rests(Step step) {
    return step instanceof Step.WaitFor
        || step instanceof Step.HandOver
        || step instanceof Step.Ask;
  }

  private static void timeout(String from, Step.@Nullable Timeout timeout, List<WayBody> ways) {
    if (timeout != null) {
      ways.add(new WayBody(from, timeout.next(), words(timeout.moment()), "time"));
    }
  }

  /** How long a wait is, in words. */
  static String words(Moment moment) {
    return switch (moment) {
      case Moment.After m -> "after " + words(m.duration());
      case Moment.AtLocalTime m -> "at " + m.time();
      case Moment.OnProfileDate m ->
          m.offset().isZero()
              ? "on " + m.attribute()
              : words(m.offset().abs())
                  + (m.offset().isNegative() ? " before " : " after ")
                  + m.attribute();
    };
  }

  static String words(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0 && seconds > 0) {
      return count(seconds / 86_400, "day");
    }
    if (seconds % 3_600 == 0 && seconds > 0) {
      return count(seconds / 3_600, "hour");
    }
    if (seconds % 60 == 0 && seconds > 0) {
      return count(seconds / 60, "minute");
    }
    return count(seconds, "second");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
