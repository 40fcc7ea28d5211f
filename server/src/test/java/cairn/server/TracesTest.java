package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told where traces go sends them there, and nothing of anybody in them. */
final class TracesTest {
  private static final String NOBODY = "marguerite-duras-1914";

  @TempDir private Path folder;
  private final Queue<String> received = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("NullAway.Init") // opened before each test
  private HttpServer collector;

  @BeforeEach
  void collect() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void requestsTurnsAndCommitsAreTracedWithoutAWordAboutAnybody() throws IOException {
    serve(Map.of("tracing", "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces"));

    var all = String.join("", received);
    assertThat(all)
        .contains("POST /v1/events", "GET /v1/people/{id}", "engine turn", "commit", "cairn")
        .doesNotContain(NOBODY, "Looked", "127.0.0.1");
  }

  @Test
  void nothingIsSentUnlessItIsAskedFor() throws IOException {
    serve(Map.of());

    assertThat(received).isEmpty();
  }

  /** Serves a person's event and reads them; all spans have left when it returns. */
  private void serve(Map<String, String> more) throws IOException {
    var settings =
        Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString())).with(more);
    try (var installation = Installation.open(settings, InstantSource.system());
        var server = installation.serve()) {
      var remote = new Remote(server.url());
      remote.post("/v1/events", "{\"person\":\"%s\",\"name\":\"Looked\"}".formatted(NOBODY));
      assertThat(remote.get("/v1/people/user:" + NOBODY).status()).isEqualTo(200);
    }
  }
}
