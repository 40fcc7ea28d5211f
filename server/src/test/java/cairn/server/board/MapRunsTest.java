package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.blueprint.file.ShippedBlueprints;
import cairn.server.CairnServer;
import cairn.server.Installation;
import cairn.server.Remote;
import cairn.server.RunningServer;
import cairn.server.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A map that runs shows how everybody went along it, over a real store and after a restart. */
final class MapRunsTest {
  private static final int PEOPLE = 1_300;

  /** The first of them go on after a day; the others stay three days, and then leave. */
  private static final int QUICK = 1_000;

  private static final int BATCH = 650;
  private static final String SECOND = "get-a-date";
  private static final String FIRST = "hear-that-it-needs-a-look";

  @TempDir private Path folder;

  private final Instant begin = Instant.now().minus(5, ChronoUnit.DAYS);

  @Test
  void staysAndLeavingAreThoseOfEverybodyAlsoAfterARestart() throws IOException {
    String board;
    try (var house = new House(folder)) {
      board = house.publish("patient-visit");
      house.send(who -> event(who, "visit.referred", Duration.ZERO));
      house.send(who -> event(who, "visit.booked", Duration.ofDays(who < QUICK ? 1 : 3)));
      house.send(who ->
          who < QUICK
              ? event(who, "visit.booked", Duration.ofDays(4))
              : event(who, "visit.declined", Duration.ofDays(4)));
      RunningServer.await(
          "everybody is seen",
          () -> house.step(board, SECOND).path("leftHere").asInt() == PEOPLE - QUICK);
      holds(house, board);
    }

    try (var house = new House(folder)) {
      holds(house, board);
    }
  }

  private static void holds(House house, String board) {
    var first = house.step(board, FIRST);
    assertThat(first.path("seen").asInt()).isEqualTo(PEOPLE);
    assertThat(days(first, "waitMedianSeconds")).isCloseTo(1, within(0.03));
    assertThat(days(first, "waitLongSeconds")).isCloseTo(3, within(0.1));
    assertThat(first.path("leftHere").asInt()).isZero();
    assertThat(first.path("deviations")).isEmpty();
    var second = house.step(board, SECOND);
    assertThat(second.path("now").asInt()).isEqualTo(QUICK);
    assertThat(second.path("leftHere").asInt()).isEqualTo(PEOPLE - QUICK);
    assertThat(house.runs(board).path("sample").asInt()).isEqualTo(PEOPLE);
  }

  @Test
  void whatPeopleSayOfAMomentTheyHaveLeftStandsAtItsStepAndGoesWithThem() throws IOException {
    try (var house = new House(folder)) {
      var board = house.publish("first-home");
      var felt = "first-home-map-do-my-first-sum-felt";
      for (var person : new String[] {"ada", "ben", "cleo"}) {
        house.happened(person, "Home interest shown");
        house.happened(person, "Budget made");
        house.happened(person, "Appointment kept");
      }
      assertThat(house.questions("ada")).contains("How did it feel: Do my first sum?");

      house.answer("ada", felt, -2);
      house.answer("ben", felt, -1);

      RunningServer.await(
          "two have said it",
          () -> house.step(board, "do-my-first-sum").path("feelings").asInt() == 2);
      var step = house.step(board, "do-my-first-sum");
      assertThat(step.path("feeling").asDouble()).isEqualTo(-1.5);
      assertThat(house.questions("ada")).doesNotContain("How did it feel: Do my first sum?");
      assertThat(house.questions("cleo")).contains("How did it feel: Do my first sum?");

      int here = house.runs(board).path("sample").asInt();
      assertThat(house.remote.delete("/v1/people/user:ada").status()).isEqualTo(200);
      RunningServer.await(
          "her way is gone", () -> house.runs(board).path("sample").asInt() == here - 1);
    }
  }

  private static double days(JsonNode step, String field) {
    return step.path(field).asDouble() / Duration.ofDays(1).toSeconds();
  }

  private String event(int who, String name, Duration after) {
    return "{\"person\":\"walker-%d\",\"name\":\"%s\",\"at\":\"%s\"}"
        .formatted(who, name, begin.plus(after));
  }

  /** Everything of an installation, as {@code cairn serve} opens it. */
  private static final class House implements AutoCloseable {
    final Installation installation;
    final CairnServer server;
    final Remote remote;

    House(Path folder) {
      var settings = Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString()));
      installation = Installation.open(settings, InstantSource.system());
      if (installation.publisher().current().isEmpty()) {
        installation.publisher().publish(ShippedBlueprints.bundle("first-home"), "system:test");
      }
      server = installation.serve();
      remote = new Remote(server.url());
    }

    String publish(String template) throws IOException {
      var made =
          remote.post(
              "/v1/boards", "{\"title\":\"%s\",\"template\":\"%s\"}".formatted(template, template));
      var board = "/v1/boards/" + made.json().path("id").asText();
      var published = remote.post(board + "/publish", "{\"manner\":\"live\"}");
      assertThat(published.status()).isEqualTo(200);
      return board;
    }

    void send(IntFunction<String> event) throws IOException {
      for (int from = 0; from < PEOPLE; from += BATCH) {
        var taken =
            remote.post(
                "/v1/events",
                IntStream.range(from, from + BATCH)
                    .mapToObj(event)
                    .collect(Collectors.joining(",", "{\"events\":[", "]}")));
        assertThat(taken.status()).isEqualTo(200);
      }
    }

    void happened(String person, String event) throws IOException {
      var taken =
          remote.post("/v1/events", "{\"person\":\"%s\",\"name\":\"%s\"}".formatted(person, event));
      assertThat(taken.status()).isEqualTo(200);
    }

    void answer(String person, String question, int feeling) throws IOException {
      var taken =
          remote.post(
              "/v1/people/user:" + person + "/answers",
              "{\"question\":\"%s\",\"answer\":%d}".formatted(question, feeling));
      assertThat(taken.status()).isEqualTo(200);
    }

    String questions(String person) throws IOException {
      return remote.get("/v1/people/user:" + person).json().path("questions").toString();
    }

    JsonNode runs(String board) {
      try {
        return remote.get(board + "/running").json();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    JsonNode step(String board, String id) {
      return StreamSupport.stream(runs(board).path("steps").spliterator(), false)
          .filter(step -> step.path("step").asText().equals(id))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public void close() {
      server.close();
      installation.close();
    }
  }
}
