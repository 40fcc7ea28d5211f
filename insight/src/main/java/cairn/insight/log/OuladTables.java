package cairn.insight.log;

import cairn.insight.log.ImportProgress.Phase;
import cairn.insight.log.Problem.Code;
import cairn.insight.log.Problem.Place;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of one folder, read row by row by the names of their columns. */
final class OuladTables {

  private final Path folder;
  private final ProgressMeter meter;
  private final MessageDigest digests = ImportIds.sha256();
  private long bytes;

  OuladTables(Path folder, ProgressMeter meter) {
    this.folder = folder;
    this.meter = meter;
  }

  /** One row: values by column. */
  interface Row {
    /** The value of a column that was asked for, without spaces around it. */
    String get(String column);

    /** The line it begins on. */
    long line();

    /** Its number, from 1. */
    long number();
  }

  /** Does something with each row. */
  interface RowReader {
    void read(Row row) throws LogReadException;
  }

  boolean has(String table) {
    return Files.isRegularFile(folder.resolve(table));
  }

  /** All bytes of the tables read so far. */
  long bytes() {
    return bytes;
  }

  /** SHA-256 over the digests of the tables read so far. */
  String digest() {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digests.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every JDK can copy a SHA-256", e);
    }
  }

  /** Reads a table that has at least these columns. */
  void read(String table, List<String> columns, RowReader reader) throws LogReadException {
    Path path = folder.resolve(table);
    LogFile file = LogFile.look(path, meter);
    bytes += file.bytes();
    digests.update(file.digest().getBytes(StandardCharsets.US_ASCII));
    meter.begin(Phase.READING, file.bytes());
    try (var stream = file.open();
        var text = CsvText.of(file.unpack(stream), StandardCharsets.UTF_8, ',')) {
      CsvRecord header = text.next();
      Map<String, Integer> places = places(path, header, columns);
      long number = 0;
      for (CsvRecord next = text.next(); next != null; next = text.next()) {
        number++;
        if (header != null && next.getFieldCount() != header.getFieldCount()) {
          throw malformed(path, next, RejectReason.FIELD_COUNT.sentence());
        }
        reader.read(new Fields(next, number, places));
        meter.at(stream.count(), number);
      }
      meter.end(number);
    } catch (IOException e) {
      throw new LogReadException(LogFile.problem(path, e));
    }
  }

  private static Map<String, Integer> places(
      Path path, @Nullable CsvRecord header, List<String> columns) throws LogReadException {
    var places = new HashMap<String, Integer>();
    List<String> names = header == null ? List.of() : header.getFields();
    for (String column : columns) {
      switch (ColumnName.find(column, names)) {
        case ColumnName.At(int index) -> places.put(column, index);
        case ColumnName.Nowhere(Problem problem) ->
            throw new LogReadException(
                Code.MISSING_COLUMN,
                "%s: %s".formatted(path.getFileName(), problem.message()),
                problem.remedy());
      }
    }
    return places;
  }

  private static LogReadException malformed(Path path, CsvRecord record, String what) {
    return new LogReadException(
        new Problem(
            Code.MALFORMED,
            "%s: %s.".formatted(path.getFileName(), what),
            "Fetch the published table again.",
            new Place(record.getStartingLineNumber(), 0)));
  }

  private record Fields(CsvRecord record, long number, Map<String, Integer> places) implements Row {
    @Override
    public String get(String column) {
      Integer place = places.get(column);
      if (place == null) {
        throw new IllegalArgumentException("the column was not asked for");
      }
      return record.getField(place).strip();
    }

    @Override
    public long line() {
      return record.getStartingLineNumber();
    }
  }
}
