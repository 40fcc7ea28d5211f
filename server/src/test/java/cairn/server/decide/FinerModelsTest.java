package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Trainer;
import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learnt of an action in one channel, and what moved the chance of what was chosen. */
final class FinerModelsTest {
  private static final int PEOPLE = 2 * ModelSnapshot.FINER_AFTER + 100;

  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = new RunningServer(folder);
    var looks = Map.of("features.yaml", "predictors: [channel, context.device]\n");
    server.published.add(Shop.blueprint(Shop.files(looks), 2));
    RunningServer.await(
        "models look at the device",
        () -> server.get("/v1/models").json().at("/features").asInt() == 2);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anActionIsLearntByChannelOnceThereIsEnoughAndSaysWhatMovedItsChance() {
    for (int i = 0; i < PEOPLE; i++) {
      boolean wants = i % 8 > 0;
      var decision = decide("person-" + i, wants ? "phone" : "desk");
      answer(decision, wants ? "accepted" : "no");
    }
    RunningServer.await(
        "the model of the channel speaks", () -> model().at("/finer/0/speaks").asBoolean());

    var finer = model().at("/finer");
    assertThat(finer).hasSize(1);
    assertThat(finer.at("/0/channel").asText()).isEqualTo("web");
    assertThat(finer.at("/0/positives").asInt()).isPositive();
    assertThat(finer.at("/0/responses").asInt()).isLessThan(model().at("/model/responses").asInt());
    RunningServer.await(
        "it is asked",
        () -> drivers(decide("somebody", "phone")).at("/model").asText().equals("budget > web"));

    var driver = drivers(decide("another", "phone"));
    double sum = driver.at("/base").asDouble();
    for (var part : driver.at("/parts")) {
      sum += part.at("/contribution").asDouble();
    }
    var first = driver.at("/parts/0");
    assertThat(first.at("/predictor").asText()).isEqualTo("context.device");
    assertThat(first.at("/value").asText()).isEqualTo("phone");
    assertThat(first.at("/contribution").asDouble()).as("phones say yes").isPositive();
    assertThat(sum).isCloseTo(driver.at("/logit").asDouble(), within(1e-9));
    assertThat(driver.at("/asThen").asBoolean()).isTrue();
  }

  @Test
  void nobodyIsToldWhatMovedAChanceWhereModelsWereNotAsked() {
    var decision = decide("somebody", "phone");
    assertThat(steward(decision).at("/drivers/0/asThen").asBoolean()).isTrue();
    server.post("/v1/people/user:somebody/objections", "{\"scope\":\"profiling\"}");

    assertThat(steward(ask("somebody", "phone")).at("/drivers")).isEmpty();
    var helper = server.get("/v1/decisions/" + decision.at("/decision").asText()).json();
    assertThat(helper.has("drivers")).isFalse();
  }

  @Test
  void aTreatmentOfTheOnlyChannelIsToldAsSuchAndNothingNamedLikeAChannelIs() {
    var tile = "- {channel: web, placements: [tile], words: {body: Try it}}\n";
    var hero = " ".repeat(10) + tile.replace("tile", "hero").replace("Try", "Do try");
    var actions = Shop.file("actions/homes.yaml").replace(tile, tile + hero);
    var catalogue =
        Shop.blueprint(Shop.files(Map.of("actions/homes.yaml", actions)), 3).catalogue();
    int mortgage = catalogue.ordinal("mortgage");
    var treatment = catalogue.action(mortgage).renderings().getLast().treatment();
    var model = catalogue.model(mortgage);
    var trainer = new Trainer(catalogue.notes().models().features(), LearnerSettings.STANDARD);
    trainer.fold(new Observation.Declared(model, ""));
    trainer.fold(new Observation.Declared(model.within(treatment), ""));
    assertThat(FinerModels.of(catalogue, mortgage, trainer.snapshot())).isEmpty();

    trainer.fold(new Observation.Declared(model.within("web").within(treatment), ""));

    assertThat(FinerModels.of(catalogue, mortgage, trainer.snapshot()))
        .extracting(FinerModels.Body::channel, FinerModels.Body::treatment)
        .containsExactly(tuple("web", treatment));
  }

  private JsonNode model() {
    return server.get("/v1/models/budget").json();
  }

  private JsonNode drivers(JsonNode decision) {
    return steward(decision).at("/drivers/0");
  }

  private JsonNode steward(JsonNode decision) {
    var id = decision.at("/decision").asText();
    return server.get("/v1/decisions/" + id + "?depth=steward").json();
  }

  private JsonNode decide(String person, String device) {
    server.post("/v1/events", "{\"person\":\"" + person + "\",\"name\":\"signed_in\"}");
    server.post(
        "/v1/people/user:" + person + "/purposes", "{\"text\":\"A home\",\"kind\":\"home\"}");
    return ask(person, device);
  }

  private JsonNode ask(String person, String device) {
    var body =
        "{\"person\":\""
            + person
            + "\",\"channel\":\"web\",\"placements\":[\"tile\"],\"context\":{\"device\":\""
            + device
            + "\"}}";
    return server.post("/v1/decisions", body).json();
  }

  private void answer(JsonNode decision, String kind) {
    var token = decision.at("/items/0/token").asText();
    var body = "{\"token\":\"" + token + "\",\"kind\":\"" + kind + "\"}";
    assertThat(server.post("/v1/responses", body).status()).isEqualTo(200);
  }
}
