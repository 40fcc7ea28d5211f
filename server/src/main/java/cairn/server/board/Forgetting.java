package cairn.server.board;

import java.lang.System.Logger.Level;
import java.time.InstantSource;

/** Lets {@link ToldCounts} forget in time, also where nobody asks. */
final class Forgetting implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());

  private final ToldCounts told;
  private final InstantSource clock;
  private final Thread thread;

  /** Begins; {@link #close} ends it. */
  Forgetting(ToldCounts told, InstantSource clock) {
    this.told = told;
    this.clock = clock;
    thread = Thread.ofVirtual().name("told-counts").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(ToldCounts.FORGETS_EVERY);
        forget();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      told.forget(clock.instant());
    } catch (RuntimeException failure) {
      LOG.log(Level.ERROR, "what was told long ago is forgotten an hour later", failure);
    }
  }

  /** Returns when nothing is forgotten any more. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
