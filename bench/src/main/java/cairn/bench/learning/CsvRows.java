package cairn.bench.learning;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table from a file in UTF-8: comma, semicolon, or tab between cells, whichever the header has
 * most of; quotes may surround a cell, are doubled inside one, and may hold line breaks.
 */
record CsvRows(List<String> header, List<List<String>> rows) {
  /** The longest line, those that a quote holds together as one. */
  private static final int LINE_CHARS_MAX = 1_000_000;

  CsvRows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  static CsvRows read(Path file, int rowsMax) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Lines lines = new Lines(reader);
      String first = lines.next();
      if (first == null) {
        throw new IllegalArgumentException("the file is empty");
      }
      char separator = separator(first);
      List<String> header = cells(first.replace("\uFEFF", ""), separator);
      List<List<String>> rows = new ArrayList<>();
      String line = lines.next();
      while (line != null && rows.size() < rowsMax) {
        if (!line.isBlank()) {
          List<String> cells = cells(line, separator);
          if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                "line %d has %d cells where the header has %d"
                    .formatted(lines.began, cells.size(), header.size()));
          }
          rows.add(cells);
        }
        line = lines.next();
      }
      return new CsvRows(header, rows);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the file is no text in UTF-8", e);
    }
  }

  /** Lines as a table has them: one goes on where a quote is open. */
  private static final class Lines {
    private final BufferedReader reader;
    private int number;
    private int began;

    Lines(BufferedReader reader) {
      this.reader = reader;
    }

    @Nullable String next() throws IOException {
      String line = reader.readLine();
      began = ++number;
      if (line == null) {
        return null;
      }
      StringBuilder whole = new StringBuilder(line);
      boolean open = count(line, '"') % 2 == 1;
      while (open) {
        String more = reader.readLine();
        number++;
        if (more == null || whole.length() > LINE_CHARS_MAX) {
          throw new IllegalArgumentException("the quote that line " + began + " opens stays open");
        }
        whole.append('\n').append(more);
        open = count(more, '"') % 2 == 0;
      }
      return whole.toString();
    }
  }

  /** What stands in quotes is no separator. */
  private static char separator(String header) {
    String bare = header.replaceAll("\"[^\"]*\"", "");
    char best = ',';
    for (char candidate : new char[] {',', ';', '\t'}) {
      if (count(bare, candidate) > count(bare, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == separator && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
