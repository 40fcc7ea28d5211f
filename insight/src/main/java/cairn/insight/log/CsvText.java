package cairn.insight.log;

import cairn.insight.log.Problem.Code;
import cairn.insight.log.Problem.Place;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The records of a delimited text, one by one. Only this class knows the CSV library. */
final class CsvText implements Closeable {

  /** Characters of one field: a quote that is never closed would swallow the rest of the file. */
  static final int FIELD_LENGTH_MAX = 256 * 1024;

  /** Fields of one record. */
  static final int FIELDS_MAX = 4_096;

  /** What stands where bytes were no text. */
  static final char UNREADABLE = '\uFFFD';

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvReader<CsvRecord> records;
  private final Iterator<CsvRecord> iterator;
  private long line = 1;

  private CsvText(Reader text, char delimiter) {
    var handler =
        CsvRecordHandler.of(limits ->
            limits
                .maxFields(FIELDS_MAX)
                .maxFieldSize(FIELD_LENGTH_MAX)
                .maxRecordSize(4 * FIELD_LENGTH_MAX));
    records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .skipEmptyLines(true)
            .maxBufferSize(8 * FIELD_LENGTH_MAX)
            .build(handler, text);
    iterator = records.iterator();
  }

  /** The records of these bytes; bytes that are no text become {@link #UNREADABLE}. */
  static CsvText of(InputStream bytes, Charset encoding, char delimiter) throws IOException {
    var decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    var text = new BufferedReader(new InputStreamReader(bytes, decoder));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return new CsvText(text, delimiter);
  }

  /** The next record; null after the last. */
  @Nullable CsvRecord next() throws LogReadException, IOException {
    try {
      if (!iterator.hasNext()) {
        return null;
      }
      CsvRecord next = iterator.next();
      line = next.getStartingLineNumber();
      return next;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new LogReadException(
          new Problem(
              Code.MALFORMED,
              "After this line a field never ends, or has more than %d characters."
                  .formatted(FIELD_LENGTH_MAX),
              "Look for a double quote that is opened and not closed.",
              new Place(line, 0)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
