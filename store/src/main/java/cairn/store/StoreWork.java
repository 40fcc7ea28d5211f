package cairn.store;

/**
 * Hears of a host's work as it is done, for traces. Many commands share one batch and many batches
 * one sync, so what is heard is of groups. Called by the threads that do the work: note it and
 * return.
 */
public interface StoreWork {
  /** Hears nothing. */
  StoreWork UNWATCHED =
      new StoreWork() {
        @Override
        public void decided(int commands, long nanos) {}

        @Override
        public void synced(long nanos) {}
      };

  /** The engine took a group of commands, and their batch was written; that just ended. */
  void decided(int commands, long nanos);

  /** Everything written so far was synced; that just ended. */
  void synced(long nanos);
}
