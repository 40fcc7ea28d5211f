package cairn.workspace.board;

import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What was told of which people, so that a restart does not forget it: a row for each place, and
 * never more places than the caller has. Who is in a group stands there by numbers that are worked
 * out from keys: no key can be read from them, but whoever holds the store and a person's key works
 * out that person's number and sees which groups they are in. Safe for many threads.
 */
public final class ToldGroups {
  /** Places for groups. */
  public static final int PLACES_MAX = 128;

  /** What "few" is kept as. */
  private static final long FEW = -1;

  private final Database database;

  public ToldGroups(Database database) {
    this.database = database;
  }

  /**
   * A group of people and what was told of it.
   *
   * @param place from 0 up to {@link #PLACES_MAX}; a later group takes the place of an earlier one
   * @param turn rises with every group that is kept
   * @param askedAt when it was asked about
   * @param since when this was first told, of nearly these people
   * @param people of how many people it was first told
   * @param count what was told; empty for "few"
   * @param who a number for each person, in rising order; never changed
   */
  @SuppressWarnings("ArrayRecordComponent") // thousands of numbers, never compared
  public record Group(
      int place,
      long turn,
      Instant askedAt,
      Instant since,
      int people,
      OptionalLong count,
      long[] who) {
    public Group {
      if (place < 0 || place >= PLACES_MAX) {
        throw new IllegalArgumentException("There is no such place: " + place);
      }
    }
  }

  /** All groups, in the order in which they were kept. */
  public List<Group> all() {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM told_group ORDER BY turn LIMIT ?", ToldGroups::group, PLACES_MAX));
  }

  /** Keeps a group in its place. */
  public void keep(Group group) {
    var who = ByteBuffer.allocate(group.who().length * Long.BYTES);
    who.asLongBuffer().put(group.who());
    database.write(transaction -> {
      transaction.change("DELETE FROM told_group WHERE slot = ?", group.place());
      return transaction.change(
          "INSERT INTO told_group (slot, turn, asked_at, told_since, told_people, told_count, who)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          group.place(),
          group.turn(),
          group.askedAt(),
          group.since(),
          group.people(),
          group.count().orElse(FEW),
          who.array());
    });
  }

  /** Forgets all groups that were asked about before a moment. */
  public void forget(Instant before) {
    database.write(
        transaction -> transaction.change("DELETE FROM told_group WHERE asked_at < ?", before));
  }

  private static Group group(Row row) throws SQLException {
    var bytes = row.bytes("who");
    var who = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(who);
    long count = row.number("told_count");
    return new Group(
        Math.toIntExact(row.number("slot")),
        row.number("turn"),
        row.instant("asked_at"),
        row.instant("told_since"),
        Math.toIntExact(row.number("told_people")),
        count == FEW ? OptionalLong.empty() : OptionalLong.of(count),
        who);
  }
}
