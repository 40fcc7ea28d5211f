package cairn.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Reason;
import cairn.workspace.account.Refusal;
import cairn.workspace.board.BoardRefusal;
import cairn.workspace.draft.DraftRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why something is refused, as a reader of German hears it. */
class RefusalsTest {
  private static final Path HERE = Path.of("src/main/java/cairn/server");
  private static final Path CORE = Path.of("../core/src/main/java/cairn");
  private static final Path BLUEPRINT = Path.of("../blueprint/src/main/java/cairn/blueprint");
  private static final Path WORKSPACE = Path.of("../workspace/src/main/java/cairn/workspace");
  private static final Pattern REFUSED =
      Pattern.compile(
          "HttpRefusal(?:\\.\\w+)?\\(\\s*(?:(?:Code\\.\\w+|\"\\w+\"),\\s*)?\"([^\"]+[.])\"");
  private static final Pattern SENTENCE = Pattern.compile("\"([A-Z][^\"]* [^\"]*[.])\"");
  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");

  /**
   * What stands between the pieces that the code has: holes, marks of a quote, and units of time.
   */
  private static final Pattern BETWEEN =
      Pattern.compile("\\{\\d}|\"|1 day|(?:days|minutes)(?= at )");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Where does the journey begin? Proposed: \"Dream: a flat\"."
            + "|Wo beginnt der Weg? Vorschlag: „Dream: a flat“.",
        "There is no such map.|Diese Landkarte gibt es nicht.",
        "There are 1000 maps; remove one first.|Es gibt 1000 Landkarten; entfernen Sie zuerst eine.",
        "Row 7 is longer than 2000 characters.|Zeile 7 ist länger als 2000 Zeichen.",
        "Ada $1 let this run as version 4 on 2 May UTC; nothing is left to do."
            + "|Ada $1 hat das am 2 May UTC als Fassung 4 laufen lassen; es bleibt nichts zu tun.",
        "After 30 days at \"Wait\": go on, remind, ask, or end? Proposed: go on."
            + "|Nach 30 Tagen bei „Wait“: weitergehen, erinnern, fragen oder enden? "
            + "Vorschlag: weitergehen.",
        "Something nobody foresaw.|Something nobody foresaw."
      })
  void aRefusalIsSaidInGermanWithItsNumbersAndNames(String english, String german) {
    assertThat(Tongue.GERMAN.refusal(english)).isEqualTo(german);
    assertThat(Tongue.ENGLISH.refusal(english)).isEqualTo(english);
  }

  @Test
  void everyRefusalOfAClosedListHasGermanWords() {
    var sentences =
        Stream.of(
                Arrays.stream(Refusal.values()).map(Refusal::message),
                Arrays.stream(BoardRefusal.values()).map(BoardRefusal::message),
                Arrays.stream(DraftRefusal.values()).map(DraftRefusal::message),
                Arrays.stream(Reason.values()).map(Reason::sentence))
            .flatMap(each -> each);

    assertThat(sentences.filter(RefusalsTest::isOnlyEnglish)).isEmpty();
  }

  @Test
  void whateverAMapOrASignInRefusesHasGermanWords() throws IOException {
    var found = new java.util.TreeSet<String>();
    for (var each : List.of("board", "session", "own", "desk")) {
      REFUSED.matcher(code(HERE.resolve(each))).results().forEach(one -> found.add(one.group(1)));
    }
    for (var each : List.of("Board.java", "Permission.java")) {
      var code = code(CORE.resolve("map").resolve(each));
      SENTENCE.matcher(code).results().forEach(one -> found.add(one.group(1)));
    }
    // What begins so tells a program what to send: no screen of ours can make it be said.
    found.removeIf(sentence -> sentence.startsWith("Send ") || sentence.startsWith("Lead by "));

    assertThat(found).hasSizeGreaterThan(50);
    assertThat(found.stream().filter(RefusalsTest::isOnlyEnglish)).isEmpty();
  }

  /** A sentence that was reworded in the code would else be English again, and nobody would see. */
  @Test
  void everyEnglishSentenceOfThePairsIsStillSaidByTheCode() throws IOException {
    var code = code(HERE) + code(CORE) + code(BLUEPRINT) + code(WORKSPACE);

    for (var english : Tongue.GERMAN.refusals().pairs().keySet()) {
      assertThat(BETWEEN.split(english)).as(english).allMatch(code::contains);
    }
  }

  @Test
  void theTwoOfAPairTakeOverTheSame() {
    Tongue.GERMAN
        .refusals()
        .pairs()
        .forEach(
            (english, german) -> assertThat(holes(german)).as(english).isSubsetOf(holes(english)));
  }

  private static List<String> holes(String sentence) {
    return HOLE.matcher(sentence).results().map(found -> found.group()).toList();
  }

  private static boolean isOnlyEnglish(String sentence) {
    return Tongue.GERMAN.refusal(sentence).equals(sentence);
  }

  private static String code(Path place) throws IOException {
    var text = new StringBuilder();
    try (var files = Files.walk(place)) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        text.append(JOINED.matcher(Files.readString(file)).replaceAll(""));
      }
    }
    return text.toString();
  }
}
