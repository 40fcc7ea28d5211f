package cairn.workspace.draft;

import cairn.workspace.draft.DiffLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How one file differs between two sets.
 *
 * @param hunks runs of lines around each change, with {@link #CONTEXT} unchanged lines on each side
 */
public record FileDiff(String path, Change change, List<List<DiffLine>> hunks) {
  /** What happened to the file as a whole. */
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** Unchanged lines shown before and after a change. */
  public static final int CONTEXT = 3;

  public FileDiff {
    hunks = hunks.stream().map(List::copyOf).toList();
  }

  /** The files that differ, in the order of their paths; equal ones are left out. */
  public static List<FileDiff> between(FileSet before, FileSet after) {
    var paths = new TreeSet<>(before.files().keySet());
    paths.addAll(after.files().keySet());
    var diffs = new ArrayList<FileDiff>();
    for (var path : paths) {
      var older = before.files().get(path);
      var newer = after.files().get(path);
      if (older == null) {
        diffs.add(diff(path, Change.ADDED, "", newer == null ? "" : newer));
      } else if (newer == null) {
        diffs.add(diff(path, Change.REMOVED, older, ""));
      } else if (!older.equals(newer)) {
        diffs.add(diff(path, Change.CHANGED, older, newer));
      }
    }
    return diffs;
  }

  /** Lines that the newer files have and the older have not. */
  public long added() {
    return count(Kind.ADDED);
  }

  /** Lines that the older files have and the newer have not. */
  public long removed() {
    return count(Kind.REMOVED);
  }

  private long count(Kind kind) {
    return hunks.stream().flatMap(List::stream).filter(line -> line.kind() == kind).count();
  }

  private static FileDiff diff(String path, Change change, String before, String after) {
    return new FileDiff(path, change, hunks(LineDiff.between(before, after)));
  }

  /** Cuts the runs of unchanged lines that are longer than their context. */
  private static List<List<DiffLine>> hunks(List<DiffLine> lines) {
    var hunks = new ArrayList<List<DiffLine>>();
    var hunk = new ArrayList<DiffLine>();
    var lastChange = -1;
    for (var i = 0; i < lines.size(); i++) {
      if (lines.get(i).kind() == Kind.SAME) {
        continue;
      }
      var isNew = lastChange < 0 || i - lastChange > 2 * CONTEXT + 1;
      if (isNew && lastChange >= 0) {
        hunk.addAll(lines.subList(lastChange + 1, lastChange + 1 + CONTEXT));
        hunks.add(List.copyOf(hunk));
        hunk.clear();
      }
      hunk.addAll(lines.subList(isNew ? Math.max(0, i - CONTEXT) : lastChange + 1, i + 1));
      lastChange = i;
    }
    if (lastChange >= 0) {
      hunk.addAll(lines.subList(lastChange + 1, Math.min(lines.size(), lastChange + 1 + CONTEXT)));
      hunks.add(hunk);
    }
    return hunks;
  }
}
