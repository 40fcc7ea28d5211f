package cairn.insight.log;

import cairn.insight.log.Problem.Code;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a delimited text, and what it gives away about the whole.
 *
 * @param delimiter what stands between fields
 * @param hasHeader whether the first record names the columns
 * @param columns the names of the columns, in order, as the header has them
 * @param rows records after the header, each as long as {@code columns}
 */
record CsvSample(char delimiter, boolean hasHeader, List<String> columns, List<List<String>> rows) {

  /** Rows that guesses look at. */
  static final int ROWS_MAX = 10_000;

  private static final int CHARACTERS_MAX = 4_000_000;
  private static final int ROWS_FOR_DELIMITER = 200;
  private static final int BYTES_FOR_DELIMITER = 256 * 1024;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  static CsvSample of(
      LogFile file, Charset encoding, @Nullable Character delimiter, @Nullable Boolean header)
      throws LogReadException, IOException {
    char between = delimiter == null ? delimiterOf(file, encoding) : delimiter;
    var records = new ArrayList<List<String>>();
    try (var bytes = file.unpack(file.open());
        var text = CsvText.of(bytes, encoding, between)) {
      int characters = 0;
      for (CsvRecord next = text.next();
          next != null && records.size() <= ROWS_MAX && characters < CHARACTERS_MAX;
          next = text.next()) {
        records.add(next.getFields());
        characters += next.getFields().stream().mapToInt(String::length).sum();
      }
    }
    if (records.isEmpty()) {
      throw new LogReadException(
          Code.EMPTY,
          "%s has no rows.".formatted(file.path().getFileName()),
          "Export the log again, with its events.");
    }
    List<String> first = records.getFirst();
    boolean hasHeader = header == null ? looksLikeHeader(first, records) : header;
    List<String> columns = new ArrayList<>();
    for (int index = 0; index < first.size(); index++) {
      String name = hasHeader ? first.get(index).strip() : "";
      columns.add(name.isEmpty() ? "column " + (index + 1) : name);
    }
    var rows =
        records.stream().skip(hasHeader ? 1 : 0).filter(row -> row.size() == first.size()).toList();
    if (hasHeader && records.size() == 1) {
      throw new LogReadException(
          Code.EMPTY,
          "%s has a header and no rows.".formatted(file.path().getFileName()),
          "Export the log again, with its events.");
    }
    return new CsvSample(between, hasHeader, List.copyOf(columns), rows);
  }

  /** The values of one column. */
  List<String> column(int index) {
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /**
   * The delimiter that cuts most records into equally many fields, and into the most of them when
   * several do.
   */
  private static char delimiterOf(LogFile file, Charset encoding)
      throws LogReadException, IOException {
    byte[] beginning;
    try (InputStream bytes = file.unpack(file.open())) {
      beginning = bytes.readNBytes(BYTES_FOR_DELIMITER);
    }
    char best = 0;
    double bestScore = 0;
    for (char candidate : DELIMITERS) {
      double score = evenness(beginning, encoding, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    if (best == 0) {
      throw new LogReadException(
          Code.UNKNOWN_FORMAT,
          "%s does not fall into columns by comma, semicolon, tab or bar."
              .formatted(file.path().getFileName()),
          "Name the delimiter, or check that this is a table.");
    }
    return best;
  }

  private static double evenness(byte[] beginning, Charset encoding, char delimiter)
      throws IOException {
    Map<Integer, Integer> recordsByFields = new HashMap<>();
    int records = 0;
    try (var text = CsvText.of(new ByteArrayInputStream(beginning), encoding, delimiter)) {
      for (CsvRecord next = text.next();
          next != null && records < ROWS_FOR_DELIMITER;
          next = text.next()) {
        recordsByFields.merge(next.getFieldCount(), 1, Integer::sum);
        records++;
      }
    } catch (LogReadException e) {
      // Cut like this the text makes no sense; what was counted until here stands.
    }
    Optional<Map.Entry<Integer, Integer>> usual =
        recordsByFields.entrySet().stream()
            .filter(entry -> entry.getKey() > 1)
            .max(Map.Entry.comparingByValue());
    if (usual.isEmpty()) {
      return 0;
    }
    double share = (double) usual.get().getValue() / records;
    return share + usual.get().getKey() / 1e6;
  }

  /** A header names every column once, and never with a number or a date. */
  private static boolean looksLikeHeader(List<String> first, List<List<String>> records) {
    var names = new HashSet<String>();
    int blanks = 0;
    for (String name : first) {
      if (name.isBlank()) {
        blanks++;
      } else if (looksLikeValue(name)) {
        return false;
      }
      names.add(name);
    }
    if (ColumnGuess.knowsOneOf(first)) {
      return true;
    }
    boolean isRepeated =
        records.stream()
            .skip(1)
            .limit(ROWS_FOR_DELIMITER)
            .anyMatch(
                row -> row.stream().anyMatch(value -> !value.isBlank() && names.contains(value)));
    return blanks <= 1 && !isRepeated;
  }

  private static boolean looksLikeValue(String text) {
    String stripped = text.strip();
    return stripped.matches("[-+]?[0-9][0-9.,]*") || TimeGuess.of(List.of(stripped)).isPresent();
  }
}
