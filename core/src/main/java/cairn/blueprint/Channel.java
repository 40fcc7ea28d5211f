package cairn.blueprint;

import cairn.person.Limits.QuietHours;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A means by which an organisation and a person meet.
 *
 * @param address the attribute slot that holds the person's address there, or -1 if none is needed
 * @param consent the consent it needs, or null where none is
 * @param quiet hours of the person's day without promotional messages, or null
 * @param caps the organisation's own caps on promotional contacts; the person's may be lower
 * @param placements what its placements are called, by id, in the order they were written; one that
 *     has no name is not in it
 */
public record Channel(
    String id,
    String name,
    Kind kind,
    int address,
    @Nullable String consent,
    @Nullable QuietHours quiet,
    boolean dropInQuiet,
    List<Cap> caps,
    Map<String, String> placements) {

  /** How a channel reaches people. */
  public enum Kind {
    /** Sent as mail. */
    EMAIL,
    /** Shown when the person comes: web, app. */
    INBOUND,
    /** Sent to another system that sends it. */
    WEBHOOK,
    /** A colleague at a desk, phone or door. */
    ASSISTED
  }

  /** At most so many contacts in any window of this length. */
  public record Cap(int contactsMax, Duration window) {}

  public Channel {
    caps = List.copyOf(caps);
    placements = Collections.unmodifiableMap(new LinkedHashMap<>(placements));
  }

  /** What one of its placements is called; its id where it has no name. */
  public String placement(String id) {
    return placements.getOrDefault(id, id);
  }
}
