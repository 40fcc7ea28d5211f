package cairn.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A program that speaks with a server by HTTP alone, and hears when it is not there. */
public final class Remote {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  public Remote(String url) {
    this.url = url;
  }

  public RunningServer.Answer get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  public RunningServer.Answer delete(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).DELETE());
  }

  public RunningServer.Answer post(String path, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private RunningServer.Answer send(HttpRequest.Builder request) throws IOException {
    try {
      return new RunningServer.Answer(
          client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
