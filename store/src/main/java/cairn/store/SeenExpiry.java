package cairn.store;

import cairn.person.PersonKey;
import cairn.store.codec.In;

/**
 * Forgets command ids that are old enough. It walks all marks a piece at a time, so that it never
 * stands in anybody's way; one walk over everything takes as many pieces as there are.
 */
final class SeenExpiry {
  /** The most marks looked at in one piece. */
  static final int PIECE = 20_000;

  private final Database database;
  private byte[] from = {0};

  SeenExpiry(Database database) {
    this.database = database;
  }

  /**
   * Looks at the next piece.
   *
   * @param today the day, counted from the epoch
   * @return true if that was the last piece of a walk
   */
  boolean piece(long today) {
    var batch = new Batch();
    int[] seen = {0};
    byte[][] last = {null};
    database.visit(
        Family.SEEN,
        from,
        new byte[] {PersonKey.SHARDS},
        (key, value) -> {
          last[0] = key;
          var in = new In(value, 0, value.length, "a mark");
          in.number();
          long until = in.number();
          if (until != 0 && until < today) {
            batch.delete(database.id(Family.SEEN), key);
          }
          return ++seen[0] < PIECE;
        });
    if (!batch.isEmpty()) {
      database.write(batch.bytes());
    }
    boolean done = seen[0] < PIECE || last[0] == null;
    from = done ? new byte[] {0} : Layout.after(last[0]);
    return done;
  }
}
