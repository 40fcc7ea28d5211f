package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a blueprint gives a name is called by it where people read of it. */
final class NamesForPeopleTest {
  private static final Map<String, String> FILES =
      Map.of(
          "blueprint.yaml", "id: clinic\nname: Clinic\n",
          "profile.yaml",
              "attributes: {age_band: {name: Age, type: text, personal: false}, shoe_size: whole}",
          "channels.yaml", "channels: {app: {name: App, kind: inbound}}",
          "events.yaml", "events: {Letter lost: {}}",
          "questions.yaml",
              "questions: {felt: {text: How was it?, kind: feeling},"
                  + " cost: {text: What effort was it?, kind: effort}}",
          "segments.yaml",
              "segments: {lost-letter: {name: Lost a letter, when: \"happened('Letter lost')\"}}");

  @TempDir private Path folder;
  private RunningServer server;

  @BeforeEach
  void start() throws JsonProcessingException {
    server = new RunningServer(folder);
    var body = new ObjectMapper().writeValueAsString(Map.of("files", FILES));
    var published = server.post("/v1/blueprint", body);
    assertThat(published.status()).as(published.text()).isEqualTo(200);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSegmentThatAPersonFitsIsCalledByItsName() {
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"Letter lost\"}");

    var ada = server.get("/v1/people/user:ada").json();

    assertThat(ada.path("segments").toString())
        .isEqualTo("[{\"id\":\"lost-letter\",\"name\":\"Lost a letter\"}]");
  }

  @Test
  void whatSomebodyAnsweredIsToldInTheWordsTheyChose() {
    server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"Letter lost\"}");
    server.post("/v1/people/user:ada/answers", "{\"question\":\"felt\",\"answer\":-2}");
    server.post("/v1/people/user:ada/answers", "{\"question\":\"cost\",\"answer\":6}");

    var story = server.get("/v1/people/user:ada/timeline").json().path("entries");

    assertThat(story.findValuesAsText("title"))
        .contains("You answered: Very bad", "You answered: 6 of 7");
  }

  @Test
  void anAttributeToTellGroupsApartByIsCalledByItsName() {
    var attributes = server.get("/v1/fairness/attributes").json().path("attributes");

    assertThat(attributes.findValuesAsText("name")).contains("age_band");
    assertThat(attributes.findValuesAsText("called")).contains("Age");
  }
}
