package cairn.insight.log;

import java.io.IOException;
import java.util.List;

/** Where the rows of a log go. */
@FunctionalInterface
public interface RowSink {

  /** Rows in one batch, unless one person alone has more. */
  int ROWS_PER_BATCH = 1_000;

  /**
   * Takes the next people, and returns when they are safe: the reader waits meanwhile, which is the
   * whole of the back-pressure. Called from one thread. Every person comes in one piece, once; only
   * XES traces of the same name come one by one, as they stand in the file.
   *
   * @param batch at least one person
   * @param after where the delivery stands once this batch is taken; keep it to go on from there
   * @throws IOException when the rows cannot be kept: the import stops and says so
   * @throws InterruptedException when the import shall stop
   */
  void accept(List<PersonRows> batch, ImportCursor after) throws IOException, InterruptedException;
}
