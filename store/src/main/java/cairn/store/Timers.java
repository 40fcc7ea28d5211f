package cairn.store;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the people of one lane whose timers are due. For each shard it knows a time before which
 * none is due, so that asking costs nothing until then and a search never walks over timers that
 * fired long ago. Belongs to its lane.
 */
final class Timers {
  /** How long a shard whose timers cannot be read is left alone. */
  private static final long DAMAGED_MILLIS = 60_000;

  private final EmbeddedHost host;
  private final int[] shards;
  private final long[] notBefore = new long[PersonKey.SHARDS];

  Timers(EmbeddedHost host, int[] shards) {
    this.host = host;
    this.shards = shards;
    Arrays.fill(notBefore, Rows.NEVER);
    for (int shard : shards) {
      notBefore[shard] = 0;
    }
  }

  /** A timer was written. */
  void planted(int shard, long due) {
    notBefore[shard] = Math.min(notBefore[shard], due);
  }

  /** The time before which no timer of this lane is due, in epoch milliseconds. */
  long next() {
    long next = Rows.NEVER;
    for (int shard : shards) {
      next = Math.min(next, notBefore[shard]);
    }
    return next;
  }

  /** Commands for people whose timers are due, at most so many. */
  List<Task> due(Instant clock, int max) {
    long now = clock.toEpochMilli();
    var tasks = new ArrayList<Task>();
    for (int shard : shards) {
      if (notBefore[shard] <= now && tasks.size() < max) {
        try {
          search(shard, clock, max, tasks);
        } catch (StoreException damaged) {
          host.report("looking for due timers", damaged);
          notBefore[shard] = now + DAMAGED_MILLIS;
        }
      }
    }
    return tasks;
  }

  private void search(int shard, Instant clock, int max, List<Task> tasks) {
    long now = clock.toEpochMilli();
    long from = notBefore[shard];
    notBefore[shard] = Rows.NEVER;
    host.database()
        .visit(
            Family.TIMER,
            Layout.shardAndNumber(shard, from),
            Layout.shardAndNumber(shard, Rows.NEVER),
            (key, value) -> {
              long due = Layout.int64(key, 1);
              if (due > now || tasks.size() >= max) {
                notBefore[shard] = due;
                return false;
              }
              if (tasks.isEmpty()) {
                host.recorder().timerLagMillis = now - due;
              }
              tasks.add(task(shard, PersonKey.of(key, 9), due, clock));
              return true;
            });
  }

  private static Task task(int shard, PersonKey person, long due, Instant clock) {
    var envelope =
        new Envelope(person, null, "timer:" + due, Entry.Origin.LIVE, clock, new Command.Advance());
    return new Task(envelope, Priority.STREAM, shard, due, 0, new CompletableFuture<>());
  }
}
