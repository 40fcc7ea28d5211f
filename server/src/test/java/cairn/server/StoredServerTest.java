package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.ShippedBlueprints;
import cairn.server.publish.Published;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import cairn.workspace.Workspace;
import cairn.workspace.sql.DatabasePlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server over the store on disk: what comes in by HTTP is kept, told, bounded and forgotten.
 */
final class StoredServerTest {
  private static final String NOBODY = "marguerite-duras-1914";
  private static final String MAIL = "marguerite@lol-v-stein.example";
  private static final String PHONE = "phone-of-duras";

  @TempDir private Path folder;

  @Test
  void whatWasSentIsReadBackAfterARestart() throws IOException {
    String before;
    try (var house = new House(folder)) {
      house.remote.post("/v1/events", event("ada", "Home search started", "1"));
      house.remote.post("/v1/events", event("ada", "Looked at a garden", "2"));
      before = house.remote.get("/v1/people/user:ada").text();
      assertThat(house.timeline("ada")).contains("Looked at a garden", "Home search started");
    }

    try (var house = new House(folder)) {
      assertThat(house.remote.get("/v1/people/user:ada").text()).isEqualTo(before);
      assertThat(house.timeline("ada")).contains("Looked at a garden", "Home search started");
      var again = house.remote.post("/v1/events", event("ada", "Looked at a garden", "2"));
      assertThat(again.json().path("duplicates").asInt()).isEqualTo(1);
    }
  }

  @Test
  void nothingOfAnErasedPersonIsLeftInAnyFile() throws IOException {
    try (var house = new House(folder)) {
      house.remote.post("/v1/events", anonymous(PHONE, "Looked at a garden", "p1"));
      house.remote.post("/v1/identify", identify());
      house.remote.post("/v1/alias", alias());
      house.remote.post("/v1/events", event(NOBODY, "Looked at a garden", "d1"));
      house.remote.post("/v1/events", event("grace", "Looked at a garden", "g1"));
      RunningServer.await("the search knows her", () -> house.finds("marguerite") == 1);
      assertThat(traces()).as("they are there before").isNotEmpty();

      var receipt = house.remote.delete("/v1/people/user:" + NOBODY);
      assertThat(receipt.status()).isEqualTo(200);
      assertThat(receipt.json().path("entries").asLong()).isPositive();
      assertThat(receipt.json().path("identifiers").asInt()).isEqualTo(2);
      assertThat(receipt.json().path("gone").size()).isPositive();
      assertThat(receipt.json().path("later").path(0).path("by").asText()).isNotEmpty();
      RunningServer.await("the search forgets her", () -> house.finds("marguerite") == 0);
      house.installation.host().scrub();

      assertThat(house.remote.get("/v1/people/user:" + NOBODY).status()).isEqualTo(410);
      assertThat(house.remote.get("/v1/people/user:grace").status()).isEqualTo(200);
    }
    assertThat(traces()).isEmpty();
  }

  @Test
  void peopleAreFoundByTheNameTheyHaveNow() throws IOException {
    try (var house = new House(folder)) {
      house.remote.post("/v1/identify", named("Marguerite", "m1"));
      RunningServer.await("the search knows her", () -> house.finds("marguerite") == 1);
      house.remote.post("/v1/identify", named("Marguerite", "m2"));
      house.remote.post("/v1/identify", named("Lol", "m3"));

      RunningServer.await("the search knows her new name", () -> house.finds("lol") == 1);
      assertThat(house.finds("marguerite")).isZero();
    }
  }

  @Test
  void aPausedJourneyMovesNobodyUntilItIsResumed() throws IOException {
    try (var house = new House(folder)) {
      house.remote.post("/v1/events", event("ada", "Home interest shown", "1"));
      assertThat(house.step("ada")).isEqualTo("wish");

      var paused = house.remote.post("/v1/journeys/first-home/pause", "");
      assertThat(paused.status()).isEqualTo(200);
      assertThat(paused.json().path("journeys").path(0).asText()).isEqualTo("first-home");
      house.remote.post("/v1/events", event("ada", "A_PREACCEPTED", "2"));
      house.remote.post("/v1/events", event("ben", "Home interest shown", "3"));
      assertThat(house.step("ada")).isEqualTo("wish");
      assertThat(house.step("ben")).as("nobody begins it").isEmpty();
      assertThat(house.timeline("ada"))
          .as("and nothing is forgotten")
          .contains("First look passed");
    }

    try (var house = new House(folder)) {
      house.remote.post("/v1/events", event("ada", "A_PREACCEPTED", "4"));
      assertThat(house.step("ada")).as("also after a restart").isEqualTo("wish");

      assertThat(house.remote.post("/v1/journeys/first-home/resume", "").status()).isEqualTo(200);
      house.remote.post("/v1/events", event("ada", "A_PREACCEPTED", "5"));
      house.remote.post("/v1/events", event("ben", "Home interest shown", "6"));
      assertThat(house.step("ada")).isNotEqualTo("wish");
      assertThat(house.step("ben")).isEqualTo("wish");
    }
  }

  @Test
  void whatIsTooMuchIsRefusedWholeAndComesInLater() throws Exception {
    var slow = new CountDownLatch(1);
    var published = Worlds.published();
    try (var host = slowHost(published, slow);
        var workspace = workspace();
        var server = server(host, published, workspace)) {
      var remote = new Remote(server.url());
      var full = new ArrayList<FutureTask<Integer>>();
      for (int i = 0; i < 50; i++) {
        int batch = i;
        full.add(start(() -> remote.post("/v1/events", thousand("b" + batch + "-")).status()));
      }
      RunningServer.await("fifty thousand wait", () -> host.stats().stream() >= 49_000);

      var refused = remote.post("/v1/events", thousand("late-"));
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(refused.json().path("code").asText()).isEqualTo("busy");

      slow.countDown();
      for (var one : full) {
        assertThat(one.get()).isEqualTo(200);
      }
      assertThat(remote.get("/v1/people/user:late-0").status()).isEqualTo(404);
      assertThat(remote.post("/v1/events", thousand("late-")).json().path("accepted").asInt())
          .as("nothing of it had been taken")
          .isEqualTo(1_000);
    }
  }

  @Test
  void aStoreThatIsClosingSaysWhenToComeBack() throws IOException {
    var published = Worlds.published();
    try (var workspace = workspace()) {
      var host = slowHost(published, new CountDownLatch(0));
      try (var server = server(host, published, workspace)) {
        host.close();

        var answer = new Remote(server.url()).post("/v1/events", event("ada", "looked", "1"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
      }
    }
  }

  private EmbeddedHost slowHost(Published published, CountDownLatch until) {
    var minute = Duration.ofMinutes(1);
    return EmbeddedHost.open(
        StoreSettings.in(folder).withLanes(1).withWaits(minute, minute, minute),
        () -> {
          try {
            until.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return published.running();
        });
  }

  private Workspace workspace() {
    return Workspace.open(
        new DatabasePlace.SqliteFile(folder.resolve("workspace.db")), InstantSource.system());
  }

  private CairnServer server(EmbeddedHost host, Published published, Workspace workspace) {
    return CairnServer.start(
        Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString())),
        new CairnServer.Parts(host, published, workspace, InstantSource.system()));
  }

  private static <T> FutureTask<T> start(Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static String thousand(String prefix) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> event(prefix + i % 50, "looked", prefix + i))
        .collect(Collectors.joining(",", "{\"events\":[", "]}"));
  }

  private static String event(String person, String name, String id) {
    return "{\"person\":\"%s\",\"name\":\"%s\",\"id\":\"%s\"}".formatted(person, name, id);
  }

  private static String anonymous(String device, String name, String id) {
    return "{\"anonymous\":\"%s\",\"name\":\"%s\",\"id\":\"%s\"}".formatted(device, name, id);
  }

  private static String named(String name, String id) {
    return "{\"userId\":\"ada\",\"messageId\":\"%s\",\"traits\":{\"firstName\":\"%s\"}}"
        .formatted(id, name);
  }

  private static String identify() {
    return """
    {"userId":"%s","anonymousId":"%s","messageId":"m1","traits":{"firstName":"Marguerite",
     "email":"%s","somethingElse":"%s"}}
    """
        .formatted(NOBODY, PHONE, MAIL, MAIL);
  }

  private static String alias() {
    return "{\"userId\":\"%s\",\"previousId\":\"%s\",\"messageId\":\"m2\"}"
        .formatted(NOBODY, PHONE);
  }

  /** Which files hold which of her names. */
  private List<String> traces() throws IOException {
    var found = new ArrayList<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (var trace : List.of(NOBODY, MAIL, PHONE, "marguerite", "Marguerite")) {
          if (text.contains(trace)) {
            found.add(trace + " in " + folder.relativize(file));
          }
        }
      }
    }
    return found;
  }

  /** Everything of an installation, as {@code cairn serve} opens it. */
  private static final class House implements AutoCloseable {
    final Installation installation;
    final CairnServer server;
    final Remote remote;

    House(Path folder) {
      var settings = Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString()));
      installation = Installation.open(settings, InstantSource.system());
      installation
          .publisher()
          .publish(ShippedBlueprints.bundle("first-home"), "system:command-line");
      server = installation.serve();
      remote = new Remote(server.url());
    }

    String timeline(String person) throws IOException {
      return String.join(
          "\n",
          remote
              .get("/v1/people/user:" + person + "/timeline")
              .json()
              .path("entries")
              .findValuesAsText("title"));
    }

    String step(String person) throws IOException {
      return remote
          .get("/v1/people/user:" + person)
          .json()
          .path("journeys")
          .path(0)
          .path("step")
          .asText();
    }

    int finds(String word) {
      try {
        return remote.get("/v1/people?query=" + word).json().path("people").size();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      server.close();
      installation.close();
    }
  }
}
