package cairn.server.screen;

import cairn.blueprint.file.ShippedBlueprints;
import cairn.server.CairnServer;
import cairn.server.Installation;
import cairn.server.RunningServer.Answer;
import cairn.server.Settings;
import cairn.server.publish.Publisher;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole product on a free port over a real store in a folder of its own, for all tests of a
 * class that registers it as a static extension: a blueprint that ships is published, and nobody is
 * known yet. What the class itself asks of it, it asks as an operator.
 */
public final class RealServer implements BeforeAllCallback, AfterAllCallback {
  private static final String SESSION = "cairn_session";
  private static final String PASSWORD = "a stone upon a stone upon a stone";

  private final String blueprint;
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Path folder;
  private @Nullable Installation installation;
  private @Nullable CairnServer server;
  private @Nullable Cookie operator;

  private RealServer(String blueprint) {
    this.blueprint = blueprint;
  }

  /** One that runs a blueprint of {@link ShippedBlueprints}. */
  public static RealServer running(String blueprint) {
    return new RealServer(blueprint);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("cairn-screens-");
    var settings = Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString()));
    installation = Installation.open(settings, InstantSource.system());
    var outcome =
        installation.publisher().publish(ShippedBlueprints.bundle(blueprint), "system:test");
    if (!(outcome instanceof Publisher.Outcome.Runs)) {
      throw new IllegalStateException("not published: " + outcome);
    }
    server = installation.serve();
    operator = null;
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (server != null) {
      server.close();
    }
    if (installation != null) {
      installation.close();
    }
    if (folder != null) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** The address of a path. */
  public String url(String path) {
    return Objects.requireNonNull(server, "register it as a static extension").url() + path;
  }

  /** Reads. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Writes JSON. */
  public Answer post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Tells that something happened to somebody. */
  public void happened(String person, String event) {
    post("/v1/events", "{\"person\":\"%s\",\"name\":\"%s\"}".formatted(person, event));
  }

  /** Takes somebody out of all experiments: no arm and no draw for it decides for them. */
  public void leavesExperiments(String person) {
    var left =
        post(
            "/v1/people/user:" + person + "/consents",
            "{\"subject\":\"experiments\",\"given\":false}");
    if (left.status() != 200) {
      throw new IllegalStateException(left.text());
    }
  }

  /** Does operations on a map as its facilitator; JSON, parted by commas. */
  public void onMap(String map, String ops) {
    var who = operator;
    Gesture.make(
        client,
        URI.create(url("/v1/boards/" + map + "/live").replaceFirst("http", "ws")),
        who == null ? "" : SESSION + "=" + who.value,
        ops);
  }

  /**
   * Gives somebody an account and signs them in. The first account closes the open house, so it is
   * to be an operator's.
   */
  public Cookie account(String name, String... roles) {
    var invited =
        post(
            "/v1/invitations",
            "{\"email\":\"%s@example.org\",\"name\":\"%s\",\"roles\":[\"%s\"]}"
                .formatted(name.toLowerCase(Locale.ROOT), name, String.join("\",\"", roles)));
    var accepted =
        post(
            "/v1/invitations/" + invited.json().path("token").asText(),
            "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD));
    var cookie = accepted.header("Set-Cookie");
    var session =
        new Cookie(SESSION, cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
            .setUrl(url("/"));
    if (operator == null) {
      operator = session;
    }
    return session;
  }

  /** The password of every account made here. */
  public String password() {
    return PASSWORD;
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(url(path))).header("X-Cairn", "1");
    return operator == null ? request : request.header("Cookie", SESSION + "=" + operator.value);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
