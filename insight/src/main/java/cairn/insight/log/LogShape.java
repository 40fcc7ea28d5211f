package cairn.insight.log;

import java.util.List;

/**
 * What a file is taken to be, shown before anything is delivered.
 *
 * @param format how it is written
 * @param compressed whether it is gzipped
 * @param bytes its size
 * @param digest SHA-256 of its bytes, in hex
 * @param columns the columns of a CSV file, in order; empty for XES
 * @param mapping what each part means, nothing left open that is needed
 * @param notes one sentence for each thing that was guessed or is unusual
 */
public record LogShape(
    Format format,
    boolean compressed,
    long bytes,
    String digest,
    List<String> columns,
    LogMapping mapping,
    List<String> notes) {

  /** How a log is written. */
  public enum Format {
    /** eXtensible Event Stream, IEEE 1849. */
    XES,
    /** Delimited text. */
    CSV
  }

  /** Keeps unchangeable copies. */
  public LogShape {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }
}
