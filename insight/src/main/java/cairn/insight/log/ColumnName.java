package cairn.insight.log;

import cairn.insight.log.Problem.Code;
import java.util.ArrayList;
import java.util.List;

/** Where a column is that somebody named. */
sealed interface ColumnName {

  /** It is this one, from 0. */
  record At(int index) implements ColumnName {}

  /** It cannot be said. */
  record Nowhere(Problem problem) implements ColumnName {}

  /** Finds a column by its name, or by its place as in {@code #3}. */
  static ColumnName find(String name, List<String> columns) {
    var found = new ArrayList<Integer>();
    for (int index = 0; index < columns.size(); index++) {
      if (columns.get(index).equals(name.strip())) {
        found.add(index);
      }
    }
    if (found.size() == 1) {
      return new At(found.getFirst());
    }
    if (found.size() > 1) {
      var places = found.stream().map(index -> "#" + (index + 1)).toList();
      return new Nowhere(
          new Problem(
              Code.AMBIGUOUS_COLUMN,
              "The column “%s” is there %d times.".formatted(name, found.size()),
              "Name it by its place: " + String.join(" or ", places) + ".",
              null));
    }
    if (name.matches("#[0-9]{1,4}")) {
      int index = Integer.parseInt(name.substring(1)) - 1;
      if (index >= 0 && index < columns.size()) {
        return new At(index);
      }
    }
    return new Nowhere(
        new Problem(
            Code.UNKNOWN_COLUMN,
            "There is no column “%s”.".formatted(name),
            NearestName.of(name, columns)
                .map(nearest -> "Did you mean “%s”?".formatted(nearest))
                .orElse("The columns are " + quoted(columns) + "."),
            null));
  }

  /** Names in a sentence. */
  static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(name -> "“" + name + "”").toList());
  }
}
