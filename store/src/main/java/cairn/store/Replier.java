package cairn.store;

import cairn.engine.Outcome;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that tells senders and watchers what is safe, in the order it became safe. It stands
 * between the syncer and whatever others hang on an answer, so that a slow listener, or one that
 * reads again from the store, never holds up a sync.
 */
final class Replier implements Runnable {
  private final Consumer<Written.FeedEnd> feeds;
  private final BiConsumer<String, Throwable> faults;
  private final Handoff<Told> waiting = new Handoff<>();

  /** A batch and why it is not safe, or null if it is. */
  private record Told(Written batch, @Nullable String failure) {}

  Replier(Consumer<Written.FeedEnd> feeds, BiConsumer<String, Throwable> faults) {
    this.feeds = feeds;
    this.faults = faults;
  }

  /** Has everybody told who waits for these batches. */
  void tell(List<Written> batches, @Nullable String failure) {
    waiting.put(batches.stream().map(batch -> new Told(batch, failure)).toList());
  }

  /** Ends the thread once everybody is told. */
  void close() {
    waiting.close();
  }

  @Override
  public void run() {
    for (var told = waiting.take(); !told.isEmpty(); told = waiting.take()) {
      told.forEach(this::tell);
    }
  }

  private void tell(Told told) {
    try {
      var batch = told.batch();
      if (told.failure() == null) {
        batch.feeds().forEach(feeds);
        batch.replies().forEach(reply -> reply.to().complete(reply.outcome()));
        batch.after().forEach(Runnable::run);
      } else {
        var outcome = new Outcome.Unavailable(told.failure());
        batch.replies().forEach(reply -> reply.to().complete(outcome));
      }
    } catch (RuntimeException e) {
      faults.accept("telling what is safe", e);
    }
  }
}
