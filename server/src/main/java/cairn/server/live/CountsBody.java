package cairn.server.live;

import java.time.Instant;
import java.util.Map;

/**
 * How many people are where on one journey.
 *
 * @param people how many are on the journey now
 * @param endings how often each ending was reached, by its step
 * @param transitions how often each way was taken, by {@code from>to}
 */
public record CountsBody(
    String journey,
    Instant at,
    long people,
    long ended,
    Map<String, StepBody> steps,
    Map<String, Long> endings,
    Map<String, Long> transitions) {

  /** One step's counts. */
  public record StepBody(long now, long arrivedLastHour, long leftLastHour, long arrivedTotal) {}
}
