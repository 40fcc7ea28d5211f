package cairn.workspace.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a table of notes is read: what parts its cells, and which of its columns holds what. It is
 * guessed from the first row, shown before anything is made, and put right by whoever knows better.
 *
 * @param delimiter what parts the cells: {@code ,} or {@code ;} or a tab
 * @param header the cells of the first row
 * @param columns the place of the column, from 0, that holds each of {@link #FIELDS} that is there
 * @param sample the rows after the first, at most {@link #SAMPLE_MAX}
 * @param rows how many rows there are after the first
 */
public record TableGuess(
    char delimiter,
    List<String> header,
    Map<String, Integer> columns,
    List<List<String>> sample,
    int rows) {
  /** What a column may hold; {@code text} is needed. */
  public static final List<String> FIELDS =
      List.of("text", "stage", "step", "lane", "evidence", "source");

  /** Rows that are shown. */
  public static final int SAMPLE_MAX = 5;

  private static final Map<String, List<String>> NAMES =
      Map.of(
          "text", List.of("text", "note", "words", "statement", "notiz", "inhalt"),
          "stage", List.of("stage", "phase", "abschnitt"),
          "step", List.of("step", "schritt"),
          "lane", List.of("lane", "swimlane", "row", "bahn", "zeile"),
          "evidence", List.of("evidence", "beleg"),
          "source", List.of("source", "quelle"));

  public TableGuess {
    header = List.copyOf(header);
    columns = Map.copyOf(columns);
    sample = List.copyOf(sample);
  }

  /** Guesses from the names in the first row, in any order and in any case. */
  public static TableGuess of(String text) {
    var rows = CsvRows.read(text);
    var header = rows.isEmpty() ? List.<String>of() : rows.getFirst();
    var names = new ArrayList<String>();
    header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
    var columns = new HashMap<String, Integer>();
    for (String field : FIELDS) {
      for (String name : NAMES.getOrDefault(field, List.of())) {
        int place = names.indexOf(name);
        if (place >= 0) {
          columns.putIfAbsent(field, place);
        }
      }
    }
    int end = Math.min(rows.size(), 1 + SAMPLE_MAX);
    return new TableGuess(
        CsvRows.delimiter(text),
        header,
        columns,
        rows.isEmpty() ? List.of() : rows.subList(1, end),
        Math.max(0, rows.size() - 1));
  }
}
