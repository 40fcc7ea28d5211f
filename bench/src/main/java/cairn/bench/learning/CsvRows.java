package cairn.bench.learning;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table from a file: comma, semicolon, or tab between cells, whichever the header has most of;
 * quotes may surround a cell and are doubled inside one.
 */
record CsvRows(List<String> header, List<List<String>> rows) {
  CsvRows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  static CsvRows read(Path file, int rowsMax) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = reader.readLine();
      if (first == null) {
        throw new IllegalArgumentException("the file is empty");
      }
      char separator = separator(first);
      List<String> header = cells(first.replace("\uFEFF", ""), separator);
      List<List<String>> rows = new ArrayList<>();
      String line = reader.readLine();
      while (line != null && rows.size() < rowsMax) {
        if (!line.isBlank()) {
          List<String> cells = cells(line, separator);
          if (cells.size() != header.size()) {
            throw new IllegalArgumentException(
                "line %d has %d cells where the header has %d"
                    .formatted(rows.size() + 2, cells.size(), header.size()));
          }
          rows.add(cells);
        }
        line = reader.readLine();
      }
      return new CsvRows(header, rows);
    }
  }

  private static char separator(String header) {
    char best = ',';
    for (char candidate : new char[] {',', ';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
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
