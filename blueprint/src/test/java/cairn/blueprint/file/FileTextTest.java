package cairn.blueprint.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files changed in single places: all that was not meant stays to the letter. */
class FileTextTest {
  private static final String FILE =
      """
      # The bank's side.
      issue: borrowing   # its id
      lever: 5
      groups:
        loan:
          name: The loan
          actions:
            # Talked over with Law in May.
            first-look:
              name: See what I could borrow
              owner: Loans
              purposes: [own-home, more-room]
              valuePerson: "has(person.budget) ? 40.0 : 12.0"   # units
              influence: {plain: An indication.}
              renderings:
                - channel: app
                  placements: [home]
                  words: {title: "Look: now", body: One.}
                - {channel: email, treatment: letter}

            # For later.
            second: {name: Another, owner: Loans, influence: {boost: You learn.}}
      """;

  private static List<String> action(String... more) {
    var path = new ArrayList<>(List.of("groups", "loan", "actions", "first-look"));
    path.addAll(List.of(more));
    return path;
  }

  private static String put(Object value, String... more) {
    return done(new FileText(FILE).put(action(more), value));
  }

  private static String done(FileText.Edited edited) {
    assertThat(edited).isInstanceOf(FileText.Edited.Done.class);
    return ((FileText.Edited.Done) edited).file().text();
  }

  @Test
  void aValueIsReplacedAndTheCommentBesideItStays() {
    assertThat(put(41.5, "valuePerson"))
        .isEqualTo(FILE.replace("\"has(person.budget) ? 40.0 : 12.0\"", "41.5"));
    assertThat(put("person.rent > 900.0 ? 2.0 : 1.0", "valuePerson"))
        .isEqualTo(
            FILE.replace(
                "\"has(person.budget) ? 40.0 : 12.0\"", "\"person.rent > 900.0 ? 2.0 : 1.0\""));
    assertThat(put("Lending", "owner"))
        .isEqualTo(FILE.replaceFirst("owner: Loans", "owner: Lending"));
  }

  @Test
  void aNewNameStandsWhereAnAuthorWouldWriteIt() {
    assertThat(put("2027-01-01", "until"))
        .contains("owner: Loans\n        until: 2027-01-01\n        purposes:");
    assertThat(put(20, "lever")).contains("# units\n        lever: 20\n        influence:");
    assertThat(put("true", "influence", "expires"))
        .contains("influence: {plain: An indication., expires: \"true\"}");
  }

  @Test
  void aPartIsWrittenElsewhereWithItsCommentsAsDeepAsItThenStands() {
    var file = new FileText(FILE);
    var part = file.part(action()).orElseThrow();
    var path = List.of("groups", "clarity", "actions", "first-look");
    var whole = FILE.substring(FILE.indexOf("      # Talked"), FILE.indexOf("\n      # For later"));

    var empty = "groups:\n  clarity:\n    actions: {}   # none yet\n";
    assertThat(done(new FileText(empty).add(path, part)))
        .isEqualTo("groups:\n  clarity:\n    actions:   # none yet\n" + whole);
    assertThat(done(new FileText("groups:\n  clarity:\n    name: Clarity\n").add(path, part)))
        .isEqualTo("groups:\n  clarity:\n    name: Clarity\n    actions:\n" + whole);
    assertThat(done(new FileText("").add(path, part)))
        .startsWith("groups:")
        .contains("# Talked over with Law in May.", "40.0 : 12.0\"   # units");
    var deeper = "groups:\n    clarity:\n        actions:\n            other: {name: Other}\n";
    assertThat(done(new FileText(deeper).add(path, part)))
        .isEqualTo(deeper + whole.indent(6).replaceAll("(?m)^ +$", ""));
    assertThat(new FileText("groups: {clarity: {actions: {a: 1}}}").add(path, part))
        .isInstanceOf(FileText.Edited.Refused.class);
    assertThat(file.add(action(), part)).isInstanceOf(FileText.Edited.Refused.class);
    assertThat(file.part(List.of("groups", "none"))).isEmpty();
  }

  @Test
  void listsAreWrittenWholeAndGrowByOne() {
    assertThat(put(List.of("home", "more"), "renderings", "0", "placements"))
        .isEqualTo(FILE.replace("[home]", "[home, more]"));
    assertThat(put(Map.of("channel", "web"), "renderings", "2"))
        .contains("treatment: letter}\n          - channel: web\n\n      # For later.");
    assertThat(put("lower-costs", "purposes", "2"))
        .contains("purposes: [own-home, more-room, lower-costs]");
  }

  @Test
  void whatIsTakenOutTakesItsOwnCommentsAndNoOthers() {
    var without = done(new FileText(FILE).take(action()));
    assertThat(without).doesNotContain("first-look", "Talked over");
    assertThat(without).contains("# For later.\n      second:", "# The bank's side.");
    assertThat(done(new FileText(FILE).take(action("purposes"))))
        .isEqualTo(FILE.replace("        purposes: [own-home, more-room]\n", ""));
    assertThat(done(new FileText(FILE).take(action("renderings", "1"))))
        .isEqualTo(FILE.replace("          - {channel: email, treatment: letter}\n", ""));
    assertThat(done(new FileText(FILE).take(action("renderings", "0", "channel"))))
        .contains("          - placements: [home]\n");
    assertThat(done(new FileText(FILE).take(action("influence", "plain"))))
        .contains("influence: {}");
  }

  @Test
  void theLastOfABlockLeavesItEmptyAndTheNextFillsItAgain() {
    var file = new FileText("policies:\n  adults:\n    when: person.age >= 18\nvolumes: {}\n");

    var emptied = done(file.take(List.of("policies", "adults")));
    assertThat(emptied).isEqualTo("policies: {}\nvolumes: {}\n");

    assertThat(done(new FileText(emptied).put(List.of("policies", "young", "when"), "a && b")))
        .isEqualTo("policies:\n  young: {when: a && b}\nvolumes: {}\n");
  }

  @Test
  void aCopyIsWrittenAsItsOriginalCommentsIncluded() {
    var copied = done(new FileText(FILE).copy(action(), "third"));

    assertThat(copied)
        .contains("      third:\n        name: See what I could borrow\n        owner: Loans")
        .contains("{channel: email, treatment: letter}\n      third:");
    assertThat(copied.split("# units", -1)).hasSize(3);
    assertThat(done(new FileText(FILE).copy(List.of("groups", "loan", "actions", "second"), "s2")))
        .endsWith("      s2: {name: Another, owner: Loans, influence: {boost: You learn.}}\n");
    assertThat(new FileText(FILE).copy(action(), "second"))
        .isInstanceOf(FileText.Edited.Refused.class);
  }

  @Test
  void aFileBeginsWithWhatIsPutIntoIt() {
    assertThat(done(new FileText("").put(List.of("a"), 0.4))).isEqualTo("a: 0.4\n");
    assertThat(done(new FileText("# Ours.\n").put(List.of("arms", "perMille"), 10)))
        .isEqualTo("# Ours.\narms: {perMille: 10}\n");
  }

  @Test
  void whatWouldMeanSomethingElseIsRefused() {
    var shared = new FileText("one: &same {a: 1}\nother: *same\n");
    var broken = new FileText("one: [\n");

    for (var edited :
        List.of(
            shared.put(List.of("other", "a"), 2),
            broken.put(List.of("one"), 2),
            new FileText(FILE).put(List.of("lever", "more"), 2),
            new FileText(FILE).put(action("renderings", "9"), Map.of()),
            new FileText(FILE).take(action("nothing")))) {
      assertThat(edited).isInstanceOf(FileText.Edited.Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yes",
        "true",
        "null",
        "12",
        "1e3",
        "0x1F",
        "- a",
        "a: b",
        "a #b",
        "#a",
        "'a'",
        "\"a\"",
        "{a}",
        "[a",
        "a, b",
        "!a",
        "&a",
        "*a",
        "? a",
        "| a",
        "> a",
        "%a",
        "@a",
        "`a",
        "a\\b",
        "a\tb",
        "line\nline",
        "line\n\n  deep\n",
        "\nfirst",
        "ends\n\n",
        "😀 smiles",
        "ünïcode",
        "person.a in ['x', 'y'] && !has(person.b)",
        "2027-01-01",
        "---",
        "...",
        "~",
        ".inf",
        "="
      })
  void everyTextIsReadBackAsItWasWritten(String text) {
    for (var path : List.of(action("name"), action("influence", "plain"), action("until"))) {
      var edited = new FileText(FILE.replace("An indication.", "😀")).put(path, text);
      assertThat(edited).as(path + " " + text).isInstanceOf(FileText.Edited.Done.class);
    }
  }

  @Test
  void aPlaceIsNamedByWhatLeadsToIt() {
    assertThat(path(13, 25, "")).isEqualTo(action("valuePerson"));
    assertThat(path(13, 9, "")).isEqualTo(action("valuePerson"));
    assertThat(path(18, 24, "")).isEqualTo(action("renderings", "0", "words", "title"));
    assertThat(path(9, 7, "")).isEqualTo(action());
    assertThat(path(10, 9, "lever")).isEqualTo(action("lever"));
    assertThat(path(14, 20, "boost")).isEqualTo(action("influence", "boost"));
    assertThat(new FileText("[").path(problem(1, 1, ""))).isEmpty();
  }

  private static List<String> path(int line, int column, String missing) {
    return new FileText(FILE).path(problem(line, column, missing));
  }

  private static Problem problem(int line, int column, String missing) {
    return new Problem("actions/x.yaml", line, column, "", "", missing);
  }

  /**
   * Random places of every file that ships are written, taken out and copied. The file reads the
   * result back itself; what this adds is that no such change is refused, that the rest of the file
   * is the same to the letter, and that comments are never lost.
   */
  @ParameterizedTest
  @ValueSource(strings = {"first-home", "cycle-to-work", "first-year"})
  void anyPlaceOfWhatShipsCanBeChanged(String blueprint) {
    var random = new Random(31);
    for (var file : ShippedBlueprints.bundle(blueprint).files().entrySet()) {
      var text = new FileText(file.getValue());
      var paths = new ArrayList<List<String>>();
      paths(text.content(), List.of(), paths);
      for (int round = 0; round < 12; round++) {
        var path = paths.get(random.nextInt(paths.size()));
        var told = file.getKey() + " " + path;
        var word = "changed " + round + ": it's \"so\"";
        var put = text.put(path, random.nextBoolean() ? word : List.of("x", word));
        assertThat(put).as(told).isInstanceOf(FileText.Edited.Done.class);
        outside(file.getValue(), done(put), told);
        if (path.size() > 1) {
          assertThat(text.take(path)).as(told).isInstanceOf(FileText.Edited.Done.class);
        }
        if (!path.getLast().matches("[0-9]+")) {
          assertThat(text.copy(path, "a-copy")).as(told).isInstanceOf(FileText.Edited.Done.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"issue: &a [*a]", "issue: &a {in: *a}", "? &a [*a]\n: loan"})
  void anAliasThatLeadsIntoItselfIsNotFollowed(String endless) {
    var text = new FileText(endless);

    assertThat(text.content()).isEmpty();
    assertThat(text.put(List.of("issue"), "loans")).isInstanceOf(FileText.Edited.Refused.class);
  }

  /** Each line stands for twice what the one before does: thirty million words in all. */
  @Test
  void aliasesThatStandForMoreThanAFileHoldsAreNotFollowed() {
    var lines = new StringBuilder("a0: &a0 [word, word]\n");
    for (int i = 1; i < 24; i++) {
      lines.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    var text = new FileText(lines.toString());

    assertThat(text.content()).isEmpty();
    assertThat(text.take(List.of("a0"))).isInstanceOf(FileText.Edited.Refused.class);
  }

  @Test
  void aNumberWithoutEndStaysBesideAChange() {
    assertThat(done(new FileText("most: .inf\nlever: 5\n").put(List.of("lever"), 6)))
        .isEqualTo("most: .inf\nlever: 6\n");
  }

  /** What a change left alone before and after it is most of the file. */
  private static void outside(String before, String after, String told) {
    int head = 0;
    while (head < Math.min(before.length(), after.length())
        && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(before.length(), after.length()) - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    assertThat(after.substring(head, after.length() - tail).length()).as(told).isLessThan(100);
  }

  private static List<String> with(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }

  private static void paths(Object content, List<String> here, List<List<String>> all) {
    if (!here.isEmpty()) {
      all.add(here);
    }
    switch (content) {
      case Map<?, ?> map ->
          map.forEach((name, value) -> paths(value, with(here, (String) name), all));
      case List<?> list -> {
        for (int at = 0; at < list.size(); at++) {
          paths(list.get(at), with(here, Integer.toString(at)), all);
        }
      }
      default -> {
        // A value holds nothing else.
      }
    }
  }
}
