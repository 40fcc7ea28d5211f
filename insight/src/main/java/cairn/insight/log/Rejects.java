package cairn.insight.log;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that cannot be used: counts, the first few, and all of them in a file. */
final class Rejects implements Closeable {

  private final @Nullable Path file;
  private final Map<RejectReason, Long> counts = new EnumMap<>(RejectReason.class);
  private final List<Reject> first = new ArrayList<>();
  private @Nullable BufferedWriter writer;

  Rejects(@Nullable Path file) {
    this.file = file;
  }

  /** Keeps one more. */
  void keep(Reject reject) throws LogReadException {
    try {
      add(reject);
    } catch (IOException e) {
      throw new LogReadException(unwritable());
    }
  }

  /** What is wrong when the file cannot be written. */
  static Problem unwritable() {
    return new Problem(
        Problem.Code.UNDELIVERED,
        "The file of rejected rows could not be written.",
        "Check its folder and the space there, then import again.",
        null);
  }

  private void add(Reject reject) throws IOException {
    counts.merge(reject.reason(), 1L, Long::sum);
    if (first.size() < ImportReport.REJECTS_SHOWN) {
      first.add(reject);
    }
    if (file != null) {
      write(reject, file);
    }
  }

  long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  Map<RejectReason, Long> counts() {
    return counts;
  }

  List<Reject> first() {
    return first;
  }

  /** The file, once something is in it. */
  @Nullable Path file() {
    return writer == null ? null : file;
  }

  private void write(Reject reject, Path to) throws IOException {
    BufferedWriter out = writer;
    if (out == null) {
      out = Files.newBufferedWriter(to);
      writer = out;
      out.write("row,line,reason,column,value,explanation,remedy\n");
    }
    out.write(Long.toString(reject.number()));
    out.write(',');
    out.write(reject.line() == 0 ? "" : Long.toString(reject.line()));
    for (String field :
        new @Nullable String[] {
          reject.reason().name(),
          reject.column(),
          reject.value(),
          reject.reason().sentence(),
          reject.reason().remedy()
        }) {
      out.write(',');
      out.write(field == null ? "" : quoted(field));
    }
    out.write('\n');
  }

  private static String quoted(String field) {
    boolean isPlain = field.chars().noneMatch(letter -> ",;\"\n\r\t".indexOf(letter) >= 0);
    boolean isFormula = !field.isEmpty() && "=+-@".indexOf(field.charAt(0)) >= 0;
    String safe = isFormula ? "'" + field : field;
    return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
