package cairn.sim.crowd;

import cairn.value.Value;
import java.time.Instant;
import java.util.Map;

/** One thing done by a traveller, or for them by a colleague. */
public sealed interface Deed {
  Traveller who();

  /** The idempotency key. */
  String id();

  Instant at();

  /** An event that happens. */
  record Event(
      Traveller who,
      String id,
      Instant at,
      String name,
      String channel,
      Map<String, Value> properties)
      implements Deed {}

  /** An answer to a question. */
  record Answer(Traveller who, String id, Instant at, String question, Value value)
      implements Deed {}

  /** Saying what they want to achieve; the kind is one of the blueprint's purposes. */
  record Wish(Traveller who, String id, Instant at, String text, String kind) implements Deed {}

  /** What came of a task that lay in a queue for them. */
  record Outcome(Traveller who, String id, Instant at, String queue, String outcome)
      implements Deed {}
}
