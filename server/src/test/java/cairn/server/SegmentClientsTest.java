package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.workspace.audit.Actor;
import cairn.workspace.key.Scope;
import com.segment.analytics.Analytics;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two clients that Segment publishes work against this server unchanged. */
class SegmentClientsTest {
  private static final String NODE_CLIENT = "@segment/analytics-node@3.1.0";

  @TempDir Path folder;
  private RunningServer server;
  private String key = "";

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    key =
        server
            .workspace
            .keys()
            .create(Actor.COMMAND_LINE, "client", Set.of(Scope.EVENTS_WRITE))
            .secret()
            .text();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theJavaClientIdentifiesAndTracks() {
    var analytics = Analytics.builder(key).endpoint(server.url("")).flushQueueSize(10).build();
    analytics.enqueue(TrackMessage.builder("looked").anonymousId("device-1"));
    analytics.enqueue(
        IdentifyMessage.builder()
            .userId("ada")
            .anonymousId("device-1")
            .traits(Map.of("name", "Ada", "city", "Graz")));
    analytics.enqueue(
        TrackMessage.builder("visit_booked").userId("ada").properties(Map.of("rooms", 3)));
    analytics.flush();

    RunningServer.await("ada visits", () -> isVisiting("user:ada"));
    analytics.shutdown();
    assertThat(server.get("/v1/people/anon:device-1").json().path("name").asText())
        .isEqualTo("Ada");
  }

  @Test
  void theJavaClientMayBeGivenAnAddressThatEndsInThePath() {
    var analytics = Analytics.builder(key).endpoint(server.url("/v1/import/")).build();
    analytics.enqueue(TrackMessage.builder("looked").userId("bo"));
    analytics.flush();

    RunningServer.await("bo is known", () -> server.get("/v1/people/user:bo").status() == 200);
    analytics.shutdown();
  }

  @Test
  void theNodeClientIdentifiesAndTracks() throws IOException, InterruptedException {
    var work = nodeClient();
    var script = work.resolve("send.mjs");
    Files.writeString(
        script,
        """
        import { Analytics } from '@segment/analytics-node'
        const analytics = new Analytics({ writeKey: process.argv[3], host: process.argv[2] })
        const failures = []
        analytics.on('error', (e) => failures.push(e))
        analytics.track({ anonymousId: 'device-2', event: 'looked' })
        analytics.identify({ userId: 'cy', anonymousId: 'device-2', traits: { name: 'Cy' } })
        analytics.track({ userId: 'cy', event: 'visit_booked', properties: { rooms: 3 } })
        await analytics.closeAndFlush()
        if (failures.length) { console.error(failures); process.exit(1) }
        """);

    run(work, List.of("node", script.toString(), server.url(""), key));

    assertThat(isVisiting("user:cy")).isTrue();
    assertThat(server.get("/v1/people/anon:device-2").json().path("name").asText()).isEqualTo("Cy");
  }

  private boolean isVisiting(String person) {
    var place = server.get("/v1/people/" + person).json().path("journeys").path(0).path("step");
    return place.asText().equals("visiting");
  }

  /** Installs the client under target, once; later runs find it there. */
  private static Path nodeClient() throws IOException, InterruptedException {
    assumeTrue(has("npm"), "npm is missing, so the Node client of Segment is not checked");
    var work = Path.of("target", "segment-node").toAbsolutePath();
    if (!Files.isDirectory(work.resolve("node_modules/@segment/analytics-node"))) {
      Files.createDirectories(work);
      Files.writeString(work.resolve("package.json"), "{\"private\":true}");
      boolean installed =
          exec(
                  work,
                  List.of(
                      "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", NODE_CLIENT))
              == 0;
      assumeTrue(
          installed, NODE_CLIENT + " cannot be installed here, so the Node client is not checked");
    }
    return work;
  }

  private static boolean has(String program) {
    for (var place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(place, program))) {
        return true;
      }
    }
    return false;
  }

  private static void run(Path work, List<String> command)
      throws IOException, InterruptedException {
    assertThat(exec(work, command)).as(String.join(" ", command.subList(0, 2))).isZero();
  }

  private static int exec(Path work, List<String> command)
      throws IOException, InterruptedException {
    // It must not touch the streams of this process: the build speaks with it over them.
    var process =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(work.resolve("said.txt").toFile()))
            .start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command.getFirst() + " did not end");
    }
    return process.exitValue();
  }
}
