package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.ShippedBlueprints;
import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A map that was begun by somebody who reads German. What the house adds to it, writes from it and
 * says to people because of it is German too, whoever asks; what is only read here and now follows
 * its reader.
 */
final class MapInGermanTest {
  private static final String[] GERMAN = {"Accept-Language", "de-DE,de;q=0.9,en;q=0.5"};
  private static final String[] ENGLISH = {"Accept-Language", "en-GB"};

  @TempDir private Path folder;
  private RunningServer running;
  private String board;

  @BeforeEach
  void aMapBegunInGerman() {
    running = new RunningServer(folder);
    var made =
        running.post(
            "/v1/boards", "{\"title\":\"Die erste Wohnung\",\"template\":\"first-home\"}", GERMAN);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    board = "/v1/boards/" + made.json().path("id").asText();
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void theAgendasAreReadAndLaidOutInTheLanguageOfWhoeverLeads() {
    assertThat(titles(running.get("/v1/agendas", ENGLISH).json()))
        .containsExactly(
            "30 minutes: one moment", "2 hours: a map and a case", "A day: from person to plan");
    assertThat(titles(running.get("/v1/agendas", GERMAN).json()))
        .containsExactly(
            "30 Minuten: ein Moment",
            "2 Stunden: eine Landkarte und ein Fall",
            "Ein Tag: vom Menschen zum Plan");

    var begun =
        running.post(board + "/lead", "{\"deed\":\"begin\",\"agenda\":\"half-hour\"}", GERMAN);

    assertThat(begun.status()).as(begun.text()).isEqualTo(204);
    var activity = element("activity-1");
    assertThat(activity.path("name").asText()).isEqualTo("Um wen es geht");
    assertThat(activity.path("guidance").asText()).startsWith("Lesen Sie die Persona vor.");
  }

  @Test
  void noSentenceOfAnAgendaIsLeftInEnglish() {
    var english = running.get("/v1/agendas", ENGLISH).json().findValuesAsText("guidance");

    assertThat(running.get("/v1/agendas", GERMAN).json().findValuesAsText("guidance"))
        .hasSameSizeAs(english)
        .doesNotContainAnyElementsOf(english);
  }

  @Test
  void theSummaryIsToldInTheLanguageOfItsReader() {
    var german = running.get(board + "/summary", GERMAN).json();
    var english = running.get(board + "/summary", ENGLISH).json();

    assertThat(german.path("sections").findValuesAsText("heading"))
        .contains("Der Mensch", "Wie es sich anfühlt", "Noch offen");
    assertThat(german.toString())
        .contains("Diese wollen: −2,0 (Lena, 31, Pflegerin im Schichtdienst), „Der eine Moment")
        .contains("von einem Menschen gesagt, 0 gemessen");
    assertThat(english.path("sections").findValuesAsText("heading"))
        .containsExactly(
            "The person",
            "The journey",
            "How it feels",
            "Moments that matter",
            "Ideas",
            "How well we know this",
            "Still open");
    assertThat(english.toString())
        .contains("Träumen > Klären > Suchen > Entscheiden > Unterschreiben > Dort leben")
        .contains("Diese wollen: −2.0 (Lena")
        .contains("The person is handed over 7 times:")
        .contains("Mit jemandem sprechen: Web und App → Finanzierungsberatung");
  }

  @Test
  void theShadowIsNamedInTheLanguageOfTheMapWhoeverStartsIt() {
    running.publisher.publish(ShippedBlueprints.bundle("first-home"), "system:test");

    var published = running.post(board + "/publish", "{\"manner\":\"shadow\"}", ENGLISH);

    assertThat(published.status()).as(published.text()).isEqualTo(200);
    assertThat(running.get("/v1/journeys", ENGLISH).json().findValuesAsText("name"))
        .contains("Die erste Wohnung (Schatten)");
  }

  @Test
  void anEmptyMapHasNothingToSumUp() {
    var made = running.post("/v1/boards", "{\"title\":\"Leer\"}", GERMAN).json();

    var summary = running.get("/v1/boards/" + made.path("id").asText() + "/summary", GERMAN);

    assertThat(summary.json().path("title").asText()).isEqualTo("Leer");
    assertThat(summary.json().path("sections")).isEmpty();
  }

  @Test
  void aCaseKeepsTheLanguageOfItsMapWhoeverLooks() {
    var moment = idOf("moment", "title", "Zwei Tage für eine Antwort");
    var made =
        running.post(board + "/cases", "{\"moment\":\"%s\"}".formatted(moment), ENGLISH).json();
    var story = made.path("id").asText();

    assertThat(element(story).path("person").asText()).contains("Schichtdienst: Eine kleine");
    assertThat(element(story).path("staffEffect").asText())
        .startsWith("Filiale heute: Gefühl −1,0, Aufwand 3,0 von 5, \"Ich kann nur");
    for (var reader : List.of(GERMAN, ENGLISH)) {
      assertThat(running.get(board + "/cases/" + story + "/stale", reader).json()).isEmpty();
    }
  }

  @Test
  void whatAJourneySaysToPeopleAndTheWaysItTakesAreInGerman() {
    var plan = running.get(board + "/plan", ENGLISH).json();
    var proposal = running.get(board + "/proposal", ENGLISH).json();

    assertThat(plan.path("canRun").asBoolean()).as(plan.toString()).isTrue();
    assertThat(plan.path("problems")).isEmpty();
    assertThat(plan.path("says").findValuesAsText("title"))
        .contains("Wie hat es sich angefühlt: Diese wollen?")
        .noneMatch(title -> title.startsWith("How"));
    assertThat(proposal.path("steps").findValuesAsText("channel"))
        .contains("Filiale", "persönlich")
        .doesNotContain("branch", "face to face");
  }

  @Test
  void notesWithoutAMapBecomeOneInTheLanguageOfWhoeverBringsThem() {
    var notes =
        """
        {"title":"Mitgebracht","as":"json",
         "text":"{\\"schema\\":1,\\"rev\\":0,\\"elements\\":[],\\"deleted\\":[]}"}\
        """;

    var made = running.post("/v1/boards/import", notes, GERMAN);

    assertThat(made.status()).as(made.text()).isEqualTo(201);
    board = "/v1/boards/" + made.json().path("id").asText();
    assertThat(element("board").path("language").asText()).isEqualTo("de");
  }

  private static List<String> titles(JsonNode agendas) {
    return agendas.findValuesAsText("title");
  }

  private JsonNode elements() {
    return running.get(board).json().path("snapshot").path("elements");
  }

  private JsonNode element(String id) {
    return found("id", id, elements());
  }

  private String idOf(String kind, String field, String words) {
    return StreamSupport.stream(elements().spliterator(), false)
        .filter(each -> each.path("kind").asText().equals(kind))
        .filter(each -> each.path(field).asText().equals(words))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private static JsonNode found(String field, String words, JsonNode among) {
    return StreamSupport.stream(among.spliterator(), false)
        .filter(each -> each.path(field).asText().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
