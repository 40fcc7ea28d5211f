package cairn.workspace.sql;

import cairn.workspace.sql.WorkspaceException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * At most {@link #READERS_MAX} connections for reading, opened when first needed. A read that fails
 * gives its connection up, so a broken one is never handed on. Safe for many threads.
 */
final class ReaderPool implements AutoCloseable {
  /** Reads at once; the rest queue for {@link #WAIT_MAX}. */
  static final int READERS_MAX = 6;

  /** How long a read waits for a connection before it is told that the workspace is busy. */
  static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private final Connections connections;
  private final Semaphore permits = new Semaphore(READERS_MAX, true);
  private final Deque<Handle> idle = new ArrayDeque<>();
  private boolean closed;

  ReaderPool(Connections connections) {
    this.connections = connections;
  }

  <T> T read(Work<T> work) {
    acquire();
    try {
      var handle = take();
      try {
        return answer(handle, work);
      } catch (RuntimeException e) {
        if (Connections.answers(handle)) {
          letGo(handle);
          throw e;
        }
        // The server dropped it, and likely all of them; reading twice harms nobody.
        letGo(handle);
        letGoOfAll();
        return secondAnswer(work);
      }
    } catch (RuntimeException e) {
      throw Failures.thrown(connections.place(), e);
    } finally {
      permits.release();
    }
  }

  private <T> T secondAnswer(Work<T> work) {
    var handle = take();
    try {
      return answer(handle, work);
    } catch (RuntimeException e) {
      letGo(handle);
      throw e;
    }
  }

  private <T> T answer(Handle handle, Work<T> work) {
    handle.begin();
    var answer = work.run(new Transaction(handle));
    handle.commit();
    giveBack(handle);
    return answer;
  }

  /** Runs something outside any transaction, on a connection that is closed afterwards. */
  void alone(Consumer<Handle> action) {
    try (var handle = connections.open(Connections.Use.WRITE)) {
      action.accept(handle);
    } catch (RuntimeException e) {
      throw Failures.thrown(connections.place(), e);
    }
  }

  private void acquire() {
    try {
      if (permits.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new WorkspaceException(Kind.BUSY, "Too many reads are waiting; try again in a moment.");
  }

  private Handle take() {
    @Nullable Handle kept;
    synchronized (idle) {
      if (closed) {
        throw new WorkspaceException(Kind.CLOSED, "The workspace is closed.");
      }
      kept = idle.poll();
    }
    return kept == null ? connections.open(Connections.Use.READ) : kept;
  }

  private void giveBack(Handle handle) {
    synchronized (idle) {
      if (!closed) {
        idle.push(handle);
        return;
      }
    }
    letGo(handle);
  }

  private void letGoOfAll() {
    synchronized (idle) {
      idle.forEach(ReaderPool::letGo);
      idle.clear();
    }
  }

  private static void letGo(Handle handle) {
    try {
      handle.close();
    } catch (RuntimeException e) {
      // Closing a broken connection may fail; it is not used again.
    }
  }

  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      letGoOfAll();
    }
  }
}
