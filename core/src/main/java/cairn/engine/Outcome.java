package cairn.engine;

import cairn.log.Entry;
import cairn.person.PersonState;
import java.time.Duration;

/** What a sender hears about a command, once it is safe on disk. */
public sealed interface Outcome {
  /** It was taken; the entry holds its facts. */
  record Taken(Entry entry, PersonState state) implements Outcome {}

  /**
   * It had been taken before.
   *
   * @param entryNumber the log entry that the first one led to
   */
  record Duplicate(long entryNumber, PersonState state) implements Outcome {}

  /** It was refused. */
  record Refused(Reason reason, PersonState state) implements Outcome {}

  /** The host is too busy to take it now; nothing was done. */
  record Overloaded(Duration retryAfter) implements Outcome {}

  /**
   * The host is closing, or could not read or write what it needs. Sent again under the same id,
   * the command is applied once, whether or not it was kept this time.
   */
  record Unavailable(String why) implements Outcome {}
}
