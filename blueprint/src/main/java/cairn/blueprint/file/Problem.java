package cairn.blueprint.file;

/**
 * One thing that is wrong with a blueprint, in words for whoever wrote it.
 *
 * @param file the file's path within the blueprint's folder
 * @param line from 1
 * @param column from 1
 * @param what what is wrong, in a sentence
 * @param remedy what to do about it, with the nearest known name where there is one; may be empty
 * @param missing the name that should stand in what begins at the place; empty where none is
 *     missing
 */
public record Problem(String file, int line, int column, String what, String remedy, String missing)
    implements Comparable<Problem> {
  static Problem at(String file, Place place, String what, String remedy) {
    return new Problem(file, place.line(), place.column(), what, remedy, "");
  }

  static Problem missing(String file, Place place, String name) {
    return new Problem(
        file, place.line(), place.column(), name + " is missing.", "Add " + name + ": ...", name);
  }

  /** The whole in one line: {@code journeys/x.yaml:12:7: what. remedy}. */
  public String sentence() {
    return file + ":" + line + ":" + column + ": " + what + (remedy.isEmpty() ? "" : " " + remedy);
  }

  /** In order of file, then place. */
  @Override
  public int compareTo(Problem other) {
    int byFile = file.compareTo(other.file);
    int byPlace = new Place(line, column).compareTo(new Place(other.line, other.column));
    return byFile != 0 ? byFile : byPlace != 0 ? byPlace : what.compareTo(other.what);
  }

  @Override
  public String toString() {
    return sentence();
  }
}
