package cairn.journey;

import java.time.Duration;

/** Whether and when a person may begin the same journey again. Never after a no. */
public sealed interface ReEntry {
  /** Once in a life. */
  record Once() implements ReEntry {}

  /** Again, once the last one is over for so long. */
  record AfterEnd(Duration pause) implements ReEntry {}

  /** Several at once, one for each key. */
  record PerKey() implements ReEntry {}
}
