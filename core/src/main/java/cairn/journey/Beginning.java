package cairn.journey;

import cairn.rule.Condition;
import cairn.rule.Expression;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a journey begin, and on which step. */
public sealed interface Beginning {
  /** Unique within the definition. */
  String id();

  /** The step the journey begins on. */
  String step();

  /**
   * An event occurred. "A then B within 3 days" is the event B with a condition on A.
   *
   * @param key tells parallel journeys apart, or null for one at a time
   */
  record OnEvent(String id, String step, Trigger trigger, @Nullable Expression key)
      implements Beginning {}

  /** One of these attributes changed, and the condition holds. */
  record OnAttribute(String id, String step, Set<Integer> slots, Condition when)
      implements Beginning {
    public OnAttribute {
      slots = Set.copyOf(slots);
    }
  }

  /** The person came into a segment. */
  record OnSegment(String id, String step, String segment) implements Beginning {}

  /** An event that had occurred before has not come for so long, and the condition holds. */
  record OnAbsence(String id, String step, String event, Duration quiet, Condition when)
      implements Beginning {}

  /**
   * At a local time on certain days, for everyone of whom the condition holds. The engine's host
   * scans; the person's state only sees the beginning.
   *
   * @param dayOfMonth 1 to 31, or 0 for every day of the week named
   */
  record OnSchedule(
      String id, String step, LocalTime time, Set<DayOfWeek> days, int dayOfMonth, Condition when)
      implements Beginning {
    public OnSchedule {
      days = Set.copyOf(days);
    }
  }

  /** Somebody asked for it: the person, a colleague, another system. */
  record OnRequest(String id, String step) implements Beginning {}
}
