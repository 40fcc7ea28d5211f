package cairn.insight.log;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that somebody probably meant. */
final class NearestName {

  private NearestName() {}

  /**
   * The name that the fewest edits (insert, delete, replace a letter; letter case aside) turn the
   * word into; empty when every name is more than half the word away.
   */
  static Optional<String> of(String word, Collection<String> names) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> !name.isBlank())
        .min(Comparator.comparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(name ->
            name.toLowerCase(Locale.ROOT).contains(wanted)
                || 2 * edits(wanted, name.toLowerCase(Locale.ROOT))
                    <= Math.max(word.length(), name.length()));
  }

  private static int edits(String left, String right) {
    var above = new int[right.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int diagonal = above[0];
      above[0] = row;
      for (int column = 1; column < above.length; column++) {
        int replaced = diagonal + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        diagonal = above[column];
        above[column] = Math.min(replaced, 1 + Math.min(above[column], above[column - 1]));
      }
    }
    return above[right.length()];
  }
}
