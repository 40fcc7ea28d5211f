package cairn.workspace.sql;

import cairn.workspace.sql.WorkspaceException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The single writer: one thread, one connection, many pieces of work to a commit.
 *
 * <p>Pieces that arrive while a commit waits for the disk are taken together into the next
 * transaction, so one sync serves all of them and nobody waits for a timer. When any piece of a
 * group fails, the group is rolled back and each piece runs again in a transaction of its own, so a
 * failure is only its owner's. Pieces run in the order they came.
 */
final class GroupedWriter implements AutoCloseable {
  /** Pieces that may wait; one more is refused as busy. */
  static final int WAITING_MAX = 4_096;

  /** Pieces in one transaction, so that a reader of the log never waits for a giant commit. */
  static final int GROUP_MAX = 256;

  /** Attempts at one piece that loses races against other processes, or whose connection dies. */
  static final int ATTEMPTS_MAX = 8;

  private static final long STAND_ASIDE_NANOS = 500_000;
  private static final long IDLE_LOOK_MILLIS = 1_000;

  private final Connections connections;
  private final BlockingQueue<Piece<?>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final Piece<?> wake = new Piece<>(transaction -> true);
  private final Thread thread;
  private volatile boolean closed;
  private @Nullable Handle handle;

  GroupedWriter(Connections connections) {
    this.connections = connections;
    this.thread = Thread.ofPlatform().name("workspace-writer").daemon().unstarted(this::run);
  }

  void start() {
    handle = connections.open(Connections.Use.WRITE);
    thread.start();
  }

  <T> CompletableFuture<T> submit(Work<T> work) {
    var piece = new Piece<>(work);
    if (closed) {
      piece.fail(closedFailure());
    } else if (!waiting.offer(piece)) {
      piece.fail(
          new WorkspaceException(
              Kind.BUSY, WAITING_MAX + " changes are waiting already; try again in a moment."));
    } else if (closed && waiting.remove(piece)) {
      piece.fail(closedFailure());
    }
    return piece.done;
  }

  private void run() {
    var group = new ArrayList<Piece<?>>();
    while (!closed || !waiting.isEmpty()) {
      try {
        var first = waiting.poll(IDLE_LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, GROUP_MAX - 1);
          group.remove(wake);
          if (!group.isEmpty()) {
            commit(group);
          }
          group.clear();
        }
      } catch (InterruptedException e) {
        closed = true;
      }
    }
  }

  private void commit(List<Piece<?>> group) {
    for (var attempt = 1; ; attempt++) {
      var failure = attempt(group);
      if (failure.isEmpty()) {
        group.forEach(Piece::finish);
        return;
      }
      if (failure.get().mayRunAgain() && group.size() > 1) {
        group.forEach(piece -> commit(List.of(piece)));
        return;
      }
      if (!failure.get().isPassing() || attempt == ATTEMPTS_MAX) {
        var told = Failures.told(connections.place(), failure.get().cause());
        group.forEach(piece -> piece.fail(told));
        return;
      }
      standAside(attempt);
    }
  }

  /** Waits a random while that doubles, so that two who lost to each other do not meet again. */
  private static void standAside(int attempt) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(STAND_ASIDE_NANOS << attempt));
  }

  /** Runs and commits a group once; answers what went wrong, if anything. */
  private Optional<Failure> attempt(List<Piece<?>> group) {
    try {
      run(group);
    } catch (RuntimeException | Error e) {
      return Optional.of(new Failure(e, true, rollback() || Failures.lostARace(e)));
    }
    try {
      handle().commit();
    } catch (RuntimeException | Error e) {
      var _ = rollback();
      var lost = Failures.lostARace(e);
      return Optional.of(new Failure(e, lost, lost));
    }
    return Optional.empty();
  }

  private void run(List<Piece<?>> group) {
    var open = handle();
    open.begin();
    var transaction = new Transaction(open);
    for (var piece : group) {
      piece.run(transaction);
    }
  }

  private Handle handle() {
    if (handle == null) {
      handle = connections.open(Connections.Use.WRITE);
    }
    return handle;
  }

  /** Undoes what ran; whether the connection turned out to be dead. */
  private boolean rollback() {
    var open = handle;
    if (open == null) {
      return false;
    }
    var answers = Connections.answers(open);
    try {
      open.rollback();
    } catch (RuntimeException e) {
      // A connection in an unknown state is let go, and closing it undoes what ran.
      drop();
    }
    if (!answers) {
      drop();
    }
    return !answers;
  }

  private void drop() {
    var open = handle;
    handle = null;
    if (open != null) {
      try {
        open.close();
      } catch (RuntimeException e) {
        // It is gone either way.
      }
    }
  }

  /** Finishes what waits, then lets the connection go. */
  @Override
  public void close() {
    closed = true;
    // Spares the wait for the next look; where the queue is full, the writer is awake anyway.
    var _ = waiting.offer(wake);
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (var left = waiting.poll(); left != null; left = waiting.poll()) {
      left.fail(closedFailure());
    }
    drop();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static WorkspaceException closedFailure() {
    return new WorkspaceException(Kind.CLOSED, "The workspace is closed.");
  }

  /**
   * What went wrong with a group.
   *
   * @param mayRunAgain whether nothing of it can be on disk; a commit that broke off may have
   *     happened, and what it held is never run again
   * @param isPassing whether the same may go well at the next attempt
   */
  private record Failure(Throwable cause, boolean mayRunAgain, boolean isPassing) {}

  /** One piece of work, its answer and whoever waits for it. */
  private static final class Piece<T> {
    private final Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable T answer;

    Piece(Work<T> work) {
      this.work = work;
    }

    void run(Transaction transaction) {
      answer = work.run(transaction);
    }

    @SuppressWarnings("NullAway") // a piece finishes only after it ran
    void finish() {
      done.complete(answer);
    }

    void fail(Throwable failure) {
      done.completeExceptionally(failure);
    }
  }
}
