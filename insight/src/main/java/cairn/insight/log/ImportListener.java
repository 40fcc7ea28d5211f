package cairn.insight.log;

/** Hears how an import is coming along. */
@FunctionalInterface
public interface ImportListener {

  /** Hears nothing. */
  ImportListener NONE = progress -> {};

  /**
   * Called a few times a second at most, and at the end of each phase, from the import's thread.
   */
  void onProgress(ImportProgress progress);
}
