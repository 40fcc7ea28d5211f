package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.chance.Chance;
import cairn.server.RunningServer;
import cairn.server.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Good requests with one part changed at random, and addresses of things that are not there: each
 * is taken, or refused with a code, what to do, and the field that is to blame; never with a fault
 * of ours. {@code -Dcairn.rounds} and {@code -Dcairn.seed} make it longer or another.
 */
final class StrangeRequestsTest {
  private static final int ROUNDS = Integer.getInteger("cairn.rounds", 600);
  private static final long SEED = Long.getLong("cairn.seed", 7);
  private static final int OK = 200;
  private static final int INVALID = 400;
  private static final int TOO_LARGE = 413;
  private static final int FAULT = 500;

  /** More than any request takes that brings no files. */
  private static final int LARGE = 300_000;

  /** What stands in the place of something good; texts that begin with a mark are grown. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e308",
          "1e999",
          "9223372036854775808",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"../../etc\"",
          "\"user:\"",
          "\"anon:\"",
          "\"%s\"".formatted("f".repeat(32)),
          "\"%s\"".formatted("long".repeat(2_000)),
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"2026-02-30T00:00:00Z\"",
          "[]",
          "[null]",
          "[[]]",
          "[\"tile\",1]",
          "{}",
          "{\"a\":null}",
          "{\"\":\"\"}",
          "[".repeat(50) + "]".repeat(50));

  private static final List<String> BODIES =
      List.of(
          "", "null", "[]", "\"text\"", "{", "{\"a\":1}{}", "[".repeat(2_000), "{\"a\"", "\u0000");

  private static final List<String> IDS =
      List.of(
          "nobody",
          "-",
          "..",
          "0",
          "-1",
          "99999999999999999999",
          "user:",
          "user:nobody",
          "anon:x",
          "f".repeat(32),
          "f".repeat(32) + ".1.x",
          "a/b",
          "\u0000",
          "ü".repeat(300),
          "%",
          "a b",
          "'");

  private final Chance chance = new Chance(SEED);
  private RunningServer server;
  private List<Good> good = List.of();
  private List<String> addresses = List.of();

  /** A request that is taken as it is. */
  private record Good(String path, String body) {}

  @BeforeEach
  void aHouseWhereMuchIsUnderWay(@TempDir Path folder) {
    server = new RunningServer(folder);
    post("/v1/blueprint", Json.text(Map.of("files", Shop.files(Map.of()))));
    post("/v1/events", "{\"person\":\"ada\",\"name\":\"signed_in\"}");
    post("/v1/people/user:ada/purposes", "{\"text\":\"A home\",\"kind\":\"home\"}");
    var asks =
        "{\"person\":\"ada\",\"channel\":\"web\",\"placements\":[\"tile\"],\"limit\":1,"
            + "\"context\":{\"device\":\"phone\"},\"id\":\"1\"}";
    var decision = post("/v1/decisions", asks);
    var token = decision.at("/items/0/token").asText();
    var draft = "/v1/drafts/" + post("/v1/drafts", "{\"title\":\"A try\"}").at("/id").asText();
    var run = "{\"channel\":\"mail\",\"placement\":\"letter\",\"dryRun\":true}";
    var batch = "/v1/decisions/batch/" + post("/v1/decisions/batch", run).at("/run").asText();
    var trial = "{\"channel\":\"web\",\"placements\":[\"tile\"],\"files\":{\"a.txt\":\"\"}}";
    var edit = "{\"file\":\"arbitration.yaml\",\"path\":[\"a\"],\"kind\":\"put\",\"value\":0.3}";
    var moved =
        "{\"file\":\"actions/homes.yaml\",\"path\":[\"groups\",\"advice\"],\"kind\":\"move\","
            + "\"to\":{\"file\":\"actions/more.yaml\",\"path\":[\"groups\",\"advice\"]}}";
    good =
        List.of(
            new Good("/v1/decisions", asks),
            new Good("/v1/decisions/try", asks),
            new Good(
                "/v1/decisions",
                "{\"anonymous\":\"x\",\"channel\":\"web\",\"placements\":[\"tile\"]}"),
            response(token, "\"kind\":\"accepted\",\"at\":\"2026-01-01T00:00:00Z\",\"id\":\"a\""),
            response(token, "\"kind\":\"notNow\",\"until\":\"2100-01-01T00:00:00Z\""),
            response(token, "\"kind\":\"outcome\",\"value\":2.5,\"reason\":\"so\""),
            new Good("/v1/decisions/batch", run),
            new Good("/v1/drafts", "{\"title\":\"Another\",\"version\":1}"),
            new Good(draft + "/files", "{\"rev\":1,\"files\":{\"arbitration.yaml\":\"a: 0.2\"}}"),
            new Good(draft + "/edits", "{\"edits\":[" + edit + "]}"),
            new Good(draft + "/edits", "{\"rev\":1,\"edits\":[" + moved + "]}"),
            new Good(draft + "/submit", "{\"rev\":1,\"note\":\"look\"}"),
            new Good(draft + "/send-back", "{\"rev\":1,\"note\":\"no\"}"),
            new Good(draft + "/approve", "{\"rev\":1}"),
            new Good(draft + "/publish", "{\"rev\":1}"),
            new Good("/v1/drafts/try", trial),
            new Good("/v1/trials", trial),
            new Good("/v1/blueprint/check", "{\"files\":{\"blueprint.yaml\":\"id: a\"}}"),
            new Good(
                "/v1/switches", "{\"everything\":false,\"actions\":[\"what\"],\"channels\":[]}"));
    var id = decision.at("/decision").asText();
    addresses =
        List.of(
            "GET /v1/decisions/{}",
            "GET /v1/decisions/" + id + "?depth={}",
            "POST /v1/decisions/{}/replay",
            "GET /v1/people/{}/why-not/{}?channel={}&placement={}",
            "GET /v1/people/user:ada/why-not/{}?channel=web",
            "GET /v1/people/user:ada/decisions?limit={}",
            "GET /v1/people/{}/items?channel={}",
            "GET /v1/decisions/batch/{}",
            "POST /v1/decisions/batch/{}/pause",
            "POST " + batch + "/resume",
            "GET /v1/drafts/{}",
            "POST /v1/drafts/{}/submit",
            "GET /v1/trials?draft={}",
            "GET /v1/trials/{}",
            "POST /v1/trials/{}/cancel",
            "GET /v1/trials/{}/people/{}",
            "POST /v1/blueprint/versions/{}/restore",
            "GET /v1/fairness?attribute={}&channel={}&placement={}&people={}",
            "GET /v1/fairness?attribute=person.age&channel=web&placement=tile&people={}",
            "GET /v1/models/{}",
            "POST /v1/journeys/{}/pause",
            "GET /v1/volumes?at={}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode post(String path, String body) {
    var answer = server.post(path, body);
    assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(OK);
    return answer.json();
  }

  private static Good response(String token, String rest) {
    return new Good("/v1/responses", "{\"token\":\"" + token + "\"," + rest + "}");
  }

  @Test
  void aRequestWithOnePartChangedIsTakenOrRefusedAtThatPart() throws JsonProcessingException {
    var wrong = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      var one = good.get(chance.nextInt(good.size()));
      var body = changed(Json.MAPPER.readTree(one.body()));
      judge(one.path() + " " + body, send("POST", one.path(), body), true, wrong);
    }

    assertThat(wrong).as("seed %d", SEED).isEmpty();
    post("/v1/decisions", good.getFirst().body().replace("\"id\":\"1\"", "\"id\":\"2\""));
  }

  @Test
  void aBodyThatIsNoObjectOrTooLargeIsRefused() {
    var wrong = new ArrayList<String>();
    for (var one : good) {
      for (var body : BODIES) {
        var answer = send("POST", one.path(), body);
        assertThat(answer.status()).as(one.path() + " " + body).isBetween(INVALID, FAULT - 1);
        judge(one.path() + " " + body, answer, false, wrong);
      }
      var large = send("POST", one.path(), "{\"a\":\"" + "a".repeat(LARGE) + "\"}");
      judge(one.path() + " with much text", large, large.status() == INVALID, wrong);
      if (!one.body().contains("file")) {
        assertThat(large.status()).as(one.path()).isEqualTo(TOO_LARGE);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsNotThereIsToldSo() {
    var wrong = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      var address = addresses.get(chance.nextInt(addresses.size())).split(" ", 2);
      var path = address[1];
      while (path.contains("{}")) {
        var id = URLEncoder.encode(IDS.get(chance.nextInt(IDS.size())), StandardCharsets.UTF_8);
        path = path.replaceFirst("\\{}", id.replace("+", "%20"));
      }
      judge(address[0] + " " + path, send(address[0], path, "{\"rev\":1}"), false, wrong);
    }

    assertThat(wrong).as("seed %d", SEED).isEmpty();
  }

  private RunningServer.Answer send(String method, String path, String body) {
    return server.send(
        server
            .request(path, "Content-Type", "application/json")
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  /** Notes an answer that is a fault, or a refusal that does not say what to do, or at what. */
  private static void judge(
      String asked, RunningServer.Answer answer, boolean hasField, List<String> wrong) {
    var shown = asked.length() > 300 ? asked.substring(0, 300) + "…" : asked;
    if (answer.status() >= FAULT) {
      wrong.add(answer.status() + " to " + shown + ": " + answer.text());
    } else if (answer.status() >= INVALID) {
      var told = answer.json();
      if (told.path("code").asText().isEmpty() || !told.path("message").asText().endsWith(".")) {
        wrong.add("no words to " + shown + ": " + answer.text());
      } else if (hasField && answer.status() == INVALID && told.path("field").asText().isEmpty()) {
        wrong.add("no field to " + shown + ": " + answer.text());
      }
    }
  }

  /** The same with a part taken out, replaced, or added. */
  private String changed(JsonNode body) throws JsonProcessingException {
    var places = new ArrayList<Runnable>();
    var value = Json.MAPPER.readTree(VALUES.get(chance.nextInt(VALUES.size())));
    collect(body, value, places);
    places.get(chance.nextInt(places.size())).run();
    return body.toString();
  }

  private static void collect(JsonNode node, JsonNode value, List<Runnable> places) {
    if (node instanceof ObjectNode object) {
      places.add(() -> object.set("unheardOf", value));
      for (var name : List.copyOf(object.propertyStream().map(Map.Entry::getKey).toList())) {
        places.add(() -> object.remove(name));
        places.add(() -> object.set(name, value));
        places.add(() -> object.set(name, value));
        collect(object.get(name), value, places);
      }
    } else if (node instanceof ArrayNode list) {
      places.add(() -> list.add(value));
      for (int at = 0; at < list.size(); at++) {
        int place = at;
        places.add(() -> list.set(place, value));
        collect(list.get(at), value, places);
      }
    }
  }
}
