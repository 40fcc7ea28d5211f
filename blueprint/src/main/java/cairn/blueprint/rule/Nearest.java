package cairn.blueprint.rule;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The name that the fewest edits turn the word into (insert, delete, replace or swap neighbours;
   * letter case aside), the first in order among equals; empty when every name is more than a third
   * of the word, at least two edits, away.
   */
  public static Optional<String> of(String word, Collection<String> names) {
    var wanted = word.toLowerCase(Locale.ROOT);
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (var name : names.stream().sorted().toList()) {
      int edits = edits(wanted, name.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        best = name;
      }
    }
    int allowed = Math.max(2, wanted.length() / 3);
    return best == null || fewest > allowed || fewest >= Math.max(wanted.length(), 2)
        ? Optional.empty()
        : Optional.of(best);
  }

  /** A sentence that names the nearest, or lists what there is when that is little. */
  public static String remedy(String word, Collection<String> names) {
    var nearest = of(word, names);
    if (nearest.isPresent()) {
      return "Did you mean " + nearest.get() + "?";
    }
    if (names.isEmpty()) {
      return "None is declared yet.";
    }
    var known = names.stream().sorted().limit(12).toList();
    return (names.size() > known.size() ? "Some of the known ones: " : "Known: ")
        + String.join(", ", known)
        + ".";
  }

  /** Optimal string alignment distance. */
  private static int edits(String left, String right) {
    var rows = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int edits = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
        edits = Math.min(edits, rows[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          edits = Math.min(edits, rows[i - 2][j - 2] + 1);
        }
        rows[i][j] = edits;
      }
    }
    return rows[left.length()][right.length()];
  }
}
