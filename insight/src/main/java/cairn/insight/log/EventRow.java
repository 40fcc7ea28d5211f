package cairn.insight.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a log: somebody's journey met a touchpoint. Holds personal data.
 *
 * @param person whose journey it is; the case itself where the log names nobody else
 * @param caseId the case it belongs to
 * @param activity the touchpoint's label
 * @param at when it happened
 * @param resource who or what carried it out, where known
 * @param lifecycle the part of the activity, such as {@code start} or {@code complete}, where known
 * @param attributes everything else the row says, in the order of the source
 * @param number the row's position in its source, from 1
 */
public record EventRow(
    String person,
    String caseId,
    String activity,
    Instant at,
    @Nullable String resource,
    @Nullable String lifecycle,
    Map<String, AttributeValue> attributes,
    long number) {

  /** Keeps an unchangeable copy; refuses an empty person, case or activity and a number below 1. */
  public EventRow {
    requireNonNull(at);
    if (person.isEmpty() || caseId.isEmpty() || activity.isEmpty()) {
      throw new IllegalArgumentException("an event names its person, its case and its activity");
    }
    if (number < 1) {
      throw new IllegalArgumentException("rows are counted from 1, not " + number);
    }
    attributes =
        attributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }
}
