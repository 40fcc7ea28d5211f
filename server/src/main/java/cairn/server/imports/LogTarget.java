package cairn.server.imports;

import cairn.insight.log.RowSink;

/** Where the rows of a log go, and what became of them. */
public interface LogTarget extends RowSink {
  /** Events that were new. */
  long taken();

  /** Events that an earlier import had brought. */
  long repeated();

  /** Events that were refused, because the person was erased. */
  long refused();
}
