package cairn.sim.crowd;

import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /**
   * Coming where something can be put to them, and doing something with it.
   *
   * @param page what they look at; empty where nobody knows
   */
  record Visiting(
      Traveller who, String id, Instant at, String channel, List<String> placements, String page)
      implements Deed {
    public Visiting {
      placements = List.copyOf(placements);
    }
  }

  /** What came later of something shown: an outcome, or a regret. */
  record Later(Traveller who, String id, Instant at, String channel, Reaction reaction)
      implements Deed {}

  /** Letting a channel reach them, or not. */
  record Allow(Traveller who, String id, Instant at, String subject, boolean given)
      implements Deed {}

  /** Setting how often anybody may come to them at most. */
  record Limit(Traveller who, String id, Instant at, int contactsMax, Duration window)
      implements Deed {}

  /** What came of a task that lay in a queue for them. */
  record Outcome(Traveller who, String id, Instant at, String queue, String outcome)
      implements Deed {}
}
