package cairn.workspace.draft;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Text files by their path inside one folder, in the order of their paths.
 *
 * @param files content by path, such as {@code journeys/first-home.yaml}
 */
public record FileSet(SortedMap<String, String> files) {
  /** No files. */
  public static final FileSet EMPTY = new FileSet(Map.of());

  /** Files in one set. */
  public static final int FILES_MAX = 500;

  /** Characters of one file. */
  public static final int FILE_MAX = 1 << 20;

  /** Characters of all files together. */
  public static final int TOTAL_MAX = 8 << 20;

  /** Characters of a path. */
  public static final int PATH_MAX = 200;

  // Each name begins with a letter, digit or underscore, so that no path climbs out or hides.
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

  public FileSet {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    if (files.size() > FILES_MAX) {
      throw new IllegalArgumentException("There are more than " + FILES_MAX + " files.");
    }
    var total = 0L;
    for (var file : files.entrySet()) {
      checkFile(file.getKey(), file.getValue());
      total += file.getValue().length();
    }
    if (total > TOTAL_MAX) {
      throw new IllegalArgumentException(
          "The files have more than " + TOTAL_MAX + " characters together.");
    }
  }

  /** The same from a map in any order. */
  public FileSet(Map<String, String> files) {
    this((SortedMap<String, String>) new TreeMap<>(files));
  }

  static FileSet of(List<Entry> entries) {
    var files = new TreeMap<String, String>();
    entries.forEach(entry -> files.put(entry.path, entry.content));
    return new FileSet((SortedMap<String, String>) files);
  }

  /** The set with one file put in or replaced. */
  public FileSet with(String path, String content) {
    var changed = new TreeMap<>(files);
    changed.put(path, content);
    return new FileSet((SortedMap<String, String>) changed);
  }

  /** The set without one file. */
  public FileSet without(String path) {
    var changed = new TreeMap<>(files);
    changed.remove(path);
    return new FileSet((SortedMap<String, String>) changed);
  }

  record Entry(String path, String content) {}

  private static void checkFile(String path, String content) {
    if (path.length() > PATH_MAX || !PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "A path has at most "
              + PATH_MAX
              + " letters, digits, dots, hyphens and underscores between slashes.");
    }
    if (content.length() > FILE_MAX) {
      throw new IllegalArgumentException(
          "The file " + path + " has more than " + FILE_MAX + " characters.");
    }
    if (content.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("The file " + path + " is not text.");
    }
  }
}
