package cairn.workspace.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.workspace.draft.DiffLine.Kind;
import cairn.workspace.draft.FileDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What changed between two sets of files, as somebody who approves reads it. */
final class FileDiffTest {
  @Test
  void equalSetsDoNotDiffer() {
    assertThat(FileDiff.between(set("a: 1\n"), set("a: 1\n"))).isEmpty();
  }

  @Test
  void addedAndRemovedFilesAreShownWhole() {
    var before = new FileSet(Map.of("old.yaml", "one\ntwo\n"));
    var after = new FileSet(Map.of("new.yaml", "three\n"));

    var diffs = FileDiff.between(before, after);

    assertThat(diffs).extracting(FileDiff::path).containsExactly("new.yaml", "old.yaml");
    assertThat(diffs).extracting(FileDiff::change).containsExactly(Change.ADDED, Change.REMOVED);
    assertThat(diffs.getFirst().hunks())
        .containsExactly(List.of(new DiffLine(Kind.ADDED, 0, 1, "three")));
    assertThat(diffs.getLast().removed()).isEqualTo(2);
  }

  @Test
  void anEmptyFileThatCameIsAChangeWithoutLines() {
    assertThat(FileDiff.between(FileSet.EMPTY, set("")))
        .containsExactly(new FileDiff("f.yaml", Change.ADDED, List.of()));
  }

  @Test
  void aChangedLineStandsBetweenItsNeighbours() {
    var diff =
        FileDiff.between(set("a\nb\nc\nd\ne\nf\ng\nh\ni\n"), set("a\nb\nc\nd\nE\nf\ng\nh\ni\n"))
            .getFirst();

    assertThat(text(diff)).containsExactly(" b  c  d -e +E  f  g  h");
    assertThat(diff.hunks().getFirst().get(3)).isEqualTo(new DiffLine(Kind.REMOVED, 5, 0, "e"));
    assertThat(diff.hunks().getFirst().get(4)).isEqualTo(new DiffLine(Kind.ADDED, 0, 5, "E"));
  }

  @Test
  void changesFarApartAreTwoHunksAndNearOnesAreOne() {
    var before = numbered(30);

    var far = before.replace("\n5\n", "\nfive\n").replace("\n20\n", "\ntwenty\n");
    var near = before.replace("\n5\n", "\nfive\n").replace("\n12\n", "\ntwelve\n");

    assertThat(FileDiff.between(set(before), set(far)).getFirst().hunks()).hasSize(2);
    assertThat(FileDiff.between(set(before), set(near)).getFirst().hunks()).hasSize(1);
  }

  /**
   * Random edits of random texts: whatever was changed, the lines kept and removed give the older
   * text back, and the lines kept and added the newer.
   */
  @Test
  void aComparisonGivesBothTextsBack() {
    for (var seed = 0L; seed < 300; seed++) {
      var random = new Random(seed);
      var before = randomLines(random, random.nextInt(40));
      var after = new ArrayList<>(before);
      for (var edit = random.nextInt(8); edit > 0; edit--) {
        var at = random.nextInt(after.size() + 1);
        if (random.nextBoolean() || at == after.size()) {
          after.add(at, "line " + random.nextInt(6));
        } else {
          after.remove(at);
        }
      }

      var lines = LineDiff.between(join(before), join(after));

      assertThat(side(lines, Kind.ADDED)).as("older text, seed %d", seed).isEqualTo(before);
      assertThat(side(lines, Kind.REMOVED)).as("newer text, seed %d", seed).isEqualTo(after);
      assertThat(lines.stream().filter(line -> line.kind() != Kind.SAME).count())
          .as("no more changes than lines, seed %d", seed)
          .isLessThanOrEqualTo(before.size() + after.size());
    }
  }

  @Test
  void giantFilesCountAsReplacedInsteadOfTakingForever() {
    var before = numbered(LineDiff.LINES_MAX + 1);
    var after = before.replace("1", "one");

    var diff = FileDiff.between(set(before), set(after)).getFirst();

    assertThat(diff.added()).isEqualTo(diff.removed()).isGreaterThan(LineDiff.LINES_MAX - 10);
  }

  @Test
  void pathsThatLeaveTheFolderAreNoFiles() {
    for (var path : List.of("../a", "/a", "a//b", "a/../b", ".hidden", "a b", "", "a/")) {
      assertThatThrownBy(() -> new FileSet(Map.of(path, "")))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> set("x".repeat(FileSet.FILE_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> set("a\0b")).isInstanceOf(IllegalArgumentException.class);
  }

  private static FileSet set(String content) {
    return new FileSet(Map.of("f.yaml", content));
  }

  private static List<String> text(FileDiff diff) {
    return diff.hunks().stream()
        .map(hunk ->
            hunk.stream()
                .map(line -> sign(line.kind()) + line.text())
                .collect(Collectors.joining(" ")))
        .toList();
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case SAME -> " ";
      case REMOVED -> "-";
      case ADDED -> "+";
    };
  }

  private static List<String> side(List<DiffLine> lines, Kind without) {
    return lines.stream().filter(line -> line.kind() != without).map(DiffLine::text).toList();
  }

  private static List<String> randomLines(Random random, int count) {
    return IntStream.range(0, count).mapToObj(i -> "line " + random.nextInt(6)).toList();
  }

  private static String join(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }
}
