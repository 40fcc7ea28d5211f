package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.person.PersonState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a desk is shown of tasks while their journeys go on, and when they are over. */
class DeskTest {
  private static final Map<String, String> FILES =
      Map.of(
          "blueprint.yaml", "id: help\nname: Help\n",
          "profile.yaml", "attributes:\n  email: text\n",
          "events.yaml", "events:\n  Asked:\n    properties: {about: text}\n  Helped:\n",
          "journeys/help.yaml",
              """
              id: help
              name: Help
              purpose: Somebody helps me
              stages: {one: {name: One}}
              begins: [{on: Asked, at: talk, key: event.about}]
              again: perKey
              exits: [{on: Helped, to: done}]
              steps:
                talk: {stage: one, name: Talk, handOver: {team: Home team, queue: advice, within: 1d}, outcomes: {helped: done}, otherwise: "no"}
                done: {stage: one, name: Done, end: achieved}
                "no": {stage: one, name: No, end: declined}
              """);

  @TempDir Path folder;

  @Test
  void tasksLeaveTheDeskWithTheirJourneysThoughNotAllOfThoseAreKept() throws Exception {
    int asked = PersonState.ENDED_MAX + 1;
    try (var server = new RunningServer(folder)) {
      var published =
          server.post(
              "/v1/blueprint", new ObjectMapper().writeValueAsString(Map.of("files", FILES)));
      assertThat(published.status()).as(published.text()).isEqualTo(200);
      for (int each = 0; each < asked; each++) {
        server.post(
            "/v1/events",
            "{\"person\":\"ada\",\"name\":\"Asked\",\"properties\":{\"about\":\"%d\"}}"
                .formatted(each));
      }
      RunningServer.await("the tasks lie on the desk", () -> tasks(server).size() == asked);
      assertThat(tasks(server).findValuesAsText("wentOn")).containsOnly("false");

      server.post("/v1/events", "{\"person\":\"ada\",\"name\":\"Helped\"}");

      assertThat(server.get("/v1/people/user:ada").json().path("journeys"))
          .hasSize(PersonState.ENDED_MAX);
      RunningServer.await("the desk is empty", () -> tasks(server).isEmpty());
    }
  }

  private static JsonNode tasks(RunningServer server) {
    return server.get("/v1/tasks").json().path("tasks");
  }
}
