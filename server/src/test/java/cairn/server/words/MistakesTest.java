package cairn.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a blueprint, and what an agenda asks, as a reader of German hears it. */
class MistakesTest {
  private static final Path BLUEPRINT = Path.of("../blueprint/src/main/java/cairn/blueprint");
  private static final Path AGENDA =
      Path.of("../core/src/main/java/cairn/map/workshop/Agenda.java");

  /** A sentence that the code has in one piece. */
  private static final Pattern WHOLE =
      Pattern.compile("[(, \n]\"([A-Z][^\"\\\\]* [^\"\\\\]*[.])\"[,);]");

  private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "There is no step search.|Den Schritt search gibt es nicht.",
        "There is no blueprint.yaml.|Es gibt keine blueprint.yaml.",
        "Did you mean look?|Meinten Sie look?",
        "This gives a whole number, but a rule answers yes or no."
            + "|Das ergibt eine ganze Zahl, eine Regel aber antwortet mit Ja oder Nein.",
        "From a no ending can be reached.|Von a aus ist kein Ende zu erreichen.",
        "The placement home has no name.|Der Platz home hat keinen Namen.",
        "Another placement of this channel is called Home too."
            + "|Auch ein anderer Platz dieses Kanals heißt Home.",
        "This hurries people without a date they could check. It says: last chance."
            + "|Das drängt zur Eile, ohne ein Datum, das sich prüfen ließe. Da steht: last chance.",
        "Something nobody foresaw|Something nobody foresaw"
      })
  void aMistakeIsToldInGermanWithItsNames(String english, String german) {
    assertThat(Tongue.GERMAN.mistake(english)).isEqualTo(german);
    assertThat(Tongue.ENGLISH.mistake(english)).isEqualTo(english);
  }

  @Test
  void theMistakesOfAJourneyKeepTheirPlaces() {
    var journey =
        """
        id: a
        name: A
        purpose: P
        stages: {one: {name: One}}
        begins: [{asked: true, at: wait}]
        steps:
          wait: {stage: one, name: Wait, waitFor: [], timeout: {after: 1d, then: nowhere}}
          alone: {stage: two, name: Alone, end: achieved}
        """;

    var told = problems(Map.of("journeys/a.yaml", journey)).stream().map(Tongue.GERMAN::mistake);

    assertThat(told.map(Problem::sentence))
        .anyMatch(line -> line.startsWith("journeys/a.yaml:7:") && line.contains("Den Schritt"))
        .noneMatch(line -> line.contains("There is") || line.contains("Nobody"));
  }

  @Test
  void everyWholeSentenceAboutAFileHasGermanWords() throws IOException {
    var found = new TreeSet<String>();
    for (var folder : List.of("file", "rule")) {
      try (var files = Files.list(BLUEPRINT.resolve(folder))) {
        for (var file : files.toList()) {
          var code = JOINED.matcher(Files.readString(file)).replaceAll("");
          WHOLE.matcher(code).results().forEach(one -> found.add(one.group(1)));
        }
      }
    }
    // What presses is told together with its words; what a form may not change is a refusal.
    found.removeIf(
        sentence -> Tongue.GERMAN.mistake(sentence + " It says: x.").contains("Da steht"));
    found.removeIf(sentence -> !Tongue.GERMAN.refusal(sentence).equals(sentence));

    assertThat(found).hasSizeGreaterThan(60);
    assertThat(found.stream().filter(one -> Tongue.GERMAN.mistake(one).equals(one))).isEmpty();
  }

  @Test
  void whatAnAgendaSaysIsStillSaidByTheCode() throws IOException {
    var code = JOINED.matcher(Files.readString(AGENDA)).replaceAll("");

    assertThat(Tongue.GERMAN.agendas().pairs().keySet())
        .isNotEmpty()
        .allMatch(words -> code.contains("\"" + words + "\""));
  }

  @Test
  void theTwoOfAPairTakeOverTheSame() {
    Tongue.GERMAN
        .mistakes()
        .pairs()
        .forEach(
            (english, german) -> assertThat(holes(german)).as(english).isSubsetOf(holes(english)));
  }

  private static List<String> holes(String sentence) {
    return HOLE.matcher(sentence).results().map(found -> found.group()).toList();
  }

  private static List<Problem> problems(Map<String, String> files) {
    return BlueprintCompiler.compile(Bundle.of(files), null, 1) instanceof Compilation.Refused wrong
        ? wrong.problems()
        : List.of();
  }
}
