package cairn.map;

import java.time.Instant;

/**
 * A batch that was accepted, with its number on the board.
 *
 * @param rev 1 for the first, then without a gap
 * @param at when the server took it
 */
public record Revision(long rev, Instant at, Batch batch) {
  public Revision {
    if (rev < 1) {
      throw new IllegalArgumentException("revisions count from 1");
    }
  }
}
