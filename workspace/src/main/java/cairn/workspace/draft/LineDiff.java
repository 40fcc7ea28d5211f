package cairn.workspace.draft;

import cairn.workspace.draft.DiffLine.Kind;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MeyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every line of two texts, set against each other by Myers's algorithm in linear space (An O(ND)
 * Difference Algorithm and Its Variations, 1986). What both begin and end with is taken off first;
 * where more than {@link #LINES_MAX} lines remain on a side, all of them count as replaced, because
 * the work grows with the square.
 */
final class LineDiff {
  /** Lines compared one with another on each side. */
  static final int LINES_MAX = 5_000;

  private final List<DiffLine> lines = new ArrayList<>();
  private final List<DiffLine> added = new ArrayList<>();
  private int before;
  private int after;

  private LineDiff() {}

  static List<DiffLine> between(String before, String after) {
    return new LineDiff().compare(lines(before), lines(after));
  }

  private List<DiffLine> compare(List<String> older, List<String> newer) {
    var shorter = Math.min(older.size(), newer.size());
    var head = 0;
    while (head < shorter && older.get(head).equals(newer.get(head))) {
      head++;
    }
    var tail = 0;
    while (tail < shorter - head
        && older.get(older.size() - 1 - tail).equals(newer.get(newer.size() - 1 - tail))) {
      tail++;
    }
    same(older.subList(0, head));
    middle(older.subList(head, older.size() - tail), newer.subList(head, newer.size() - tail));
    same(older.subList(older.size() - tail, older.size()));
    flush();
    return lines;
  }

  private void middle(List<String> older, List<String> newer) {
    if (older.size() > LINES_MAX || newer.size() > LINES_MAX) {
      replaced(older, newer);
      return;
    }
    var deltas =
        new ArrayList<>(
            DiffUtils.diff(older, newer, new MeyersDiffWithLinearSpace<String>()).getDeltas());
    deltas.sort(Comparator.comparingInt(delta -> delta.getSource().getPosition()));
    var done = 0;
    for (AbstractDelta<String> delta : deltas) {
      var source = delta.getSource();
      same(older.subList(done, source.getPosition()));
      replaced(source.getLines(), delta.getTarget().getLines());
      done = source.getPosition() + source.size();
    }
    same(older.subList(done, older.size()));
  }

  private void same(List<String> texts) {
    if (!texts.isEmpty()) {
      flush();
    }
    for (var text : texts) {
      lines.add(new DiffLine(Kind.SAME, ++before, ++after, text));
    }
  }

  /** Added lines wait until a run of changes is over, so that all its removed ones come first. */
  private void replaced(List<String> older, List<String> newer) {
    for (var text : older) {
      lines.add(new DiffLine(Kind.REMOVED, ++before, 0, text));
    }
    for (var text : newer) {
      added.add(new DiffLine(Kind.ADDED, 0, ++after, text));
    }
  }

  private void flush() {
    lines.addAll(added);
    added.clear();
  }

  /** The lines of a text; the line break that ends a file begins no further line. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }
}
