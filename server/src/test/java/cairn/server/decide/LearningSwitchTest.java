package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A publication lets models look at other things while people are answering. Answers come before
 * it, at once after it to what was shown before, and to what is decided in the moment before new
 * models run. Each must be learned once; one that is not is missing from the counts.
 */
final class LearningSwitchTest {
  private static final int EACH = 6;

  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = new RunningServer(folder);
    server.published.add(Shop.blueprint(2));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void noAnswerIsLostWhenModelsBeginToLookAtOtherThings() {
    var before = decisions("early");
    before.subList(0, EACH / 2).forEach(this::accept);
    RunningServer.await("the first are learned", () -> responses() == EACH / 2);
    long impressions = impressions();

    server.published.add(
        Shop.blueprint(
            Shop.files(Map.of("features.yaml", "predictors: [channel, purpose, context.device]\n")),
            3));
    before.subList(EACH / 2, EACH).forEach(this::accept);
    decisions("late").forEach(this::accept);

    RunningServer.await("all are learned", () -> responses() == 2 * EACH);
    RunningServer.await("and counted", () -> impressions() == impressions + 3 * EACH / 2);
    var model = server.get("/v1/models/budget").json();
    assertThat(model.at("/model/positives").asInt()).isEqualTo(2 * EACH);
    assertThat(model.at("/model/accepted").asInt()).isEqualTo(2 * EACH);
    assertThat(server.get("/v1/models").json().at("/features").asInt()).isEqualTo(3);
  }

  private List<JsonNode> decisions(String who) {
    var decisions = new ArrayList<JsonNode>();
    for (int i = 0; i < EACH; i++) {
      var person = who + i;
      server.post("/v1/events", "{\"person\":\"" + person + "\",\"name\":\"signed_in\"}");
      server.post(
          "/v1/people/user:" + person + "/purposes", "{\"text\":\"A home\",\"kind\":\"home\"}");
      var body = "{\"person\":\"" + person + "\",\"channel\":\"web\",\"placements\":[\"tile\"]}";
      decisions.add(server.post("/v1/decisions", body).json());
    }
    return decisions;
  }

  private void accept(JsonNode decision) {
    var token = decision.at("/items/0/token").asText();
    var body = "{\"token\":\"" + token + "\",\"kind\":\"accepted\"}";
    assertThat(server.post("/v1/responses", body).status()).isEqualTo(200);
  }

  private long responses() {
    return server.get("/v1/models/budget").json().at("/model/responses").asLong();
  }

  private long impressions() {
    return server.get("/v1/models/budget").json().at("/model/impressions").asLong();
  }
}
