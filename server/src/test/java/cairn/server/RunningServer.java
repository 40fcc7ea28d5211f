package cairn.server;

import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.workspace.Workspace;
import cairn.workspace.sql.DatabasePlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A real server on a free port, over a host in memory, and a client to it. */
public final class RunningServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  public final MemoryHost host;
  public final Published published = Worlds.published();
  public final MemoryJournal journal = new MemoryJournal();
  public final Publisher publisher;
  public final Workspace workspace;
  public final CairnServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public RunningServer(Path folder) {
    this(folder, Map.of());
  }

  public RunningServer(Path folder, Map<String, String> settings) {
    var clock = InstantSource.system();
    publisher = Publisher.open(journal, published);
    host = new MemoryHost(published::running, clock);
    workspace = Workspace.open(new DatabasePlace.SqliteFile(folder.resolve("workspace.db")), clock);
    var all =
        Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString())).with(settings);
    server =
        CairnServer.start(
            all, new CairnServer.Parts(host, published, Optional.of(publisher), workspace, clock));
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public String url(String path) {
    return server.url() + path;
  }

  public Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public Answer post(String path, String json, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public Answer delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  public HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(url(path))).timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until something is so. */
  public static void await(String what, BooleanSupplier isSo) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    server.close();
    workspace.close();
    host.close();
  }
}
