package cairn.workspace.map;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of delimited text as spreadsheets write and paste them (RFC 4180, any of {@code , ; tab}).
 */
final class CsvRows {
  private CsvRows() {}

  /** Reads rows; the delimiter is the one the first line holds most of outside quotes. */
  static List<List<String>> read(String text) {
    char delimiter = delimiter(text);
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted) {
        if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == delimiter) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        end(rows, row, cell);
        row = new ArrayList<>();
      } else if (c != '\r' && !(c == '\ufeff' && at == 0)) {
        cell.append(c);
      }
    }
    end(rows, row, cell);
    return rows;
  }

  /** Writes one row, ended by CRLF. */
  static void write(StringBuilder into, List<String> cells) {
    for (int at = 0; at < cells.size(); at++) {
      into.append(at == 0 ? "" : ",").append(quoted(cells.get(at)));
    }
    into.append("\r\n");
  }

  /** The cell without the apostrophe that {@link #write} put before what looks like a formula. */
  static String unguarded(String cell) {
    return cell.startsWith("'") && looksLikeFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean looksLikeFormula(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
  }

  private static String quoted(String cell) {
    // A spreadsheet would compute a cell that begins like a formula.
    String safe = looksLikeFormula(cell) ? "'" + cell : cell;
    boolean plain =
        safe.indexOf(',') < 0
            && safe.indexOf('"') < 0
            && safe.indexOf('\n') < 0
            && safe.indexOf('\r') < 0;
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }

  private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
    row.add(cell.toString());
    cell.setLength(0);
    if (row.stream().anyMatch(each -> !each.isBlank())) {
      rows.add(List.copyOf(row));
    }
  }

  /** What parts the cells of a table: what its first line holds most of outside quotes. */
  static char delimiter(String text) {
    char best = ',';
    long most = 0;
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = 0;
      boolean quoted = false;
      for (int at = 0; at < first.length(); at++) {
        quoted ^= first.charAt(at) == '"';
        count += !quoted && first.charAt(at) == candidate ? 1 : 0;
      }
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
