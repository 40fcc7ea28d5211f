package cairn.workspace.map;

import cairn.map.BatchId;
import cairn.map.Verdict;
import java.util.Optional;

/** What came of reading something that was sent from outside. */
public sealed interface Reading<T> {
  /** It could be read. */
  record Read<T>(T value) implements Reading<T> {}

  /**
   * It could not.
   *
   * @param batch the gesture it was part of, if its id could be read
   */
  record Unreadable<T>(Optional<BatchId> batch, Verdict.Refused refusal) implements Reading<T> {}
}
