package cairn.engine;

import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.value.Value;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An effect on its way out, as kept for the channel that makes it.
 *
 * @param person whose it is
 * @param effect its id is the idempotency key towards the channel
 * @param content what the channel needs to make it. Personal data
 * @param due not before this moment; later again once it was deferred or allowed to leave
 */
public record OutboxItem(
    PersonKey person, Pending effect, Map<String, Value> content, Instant due) {
  public OutboxItem {
    content = Collections.unmodifiableMap(new TreeMap<>(content));
  }

  /** Says whose and which, never what. */
  @Override
  public String toString() {
    return "OutboxItem[" + person + " " + effect.id() + "]";
  }
}
