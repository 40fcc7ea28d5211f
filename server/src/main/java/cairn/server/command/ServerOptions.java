package cairn.server.command;

import cairn.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A running server to speak with instead of a store. */
final class ServerOptions {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "A running server to ask instead of opening the store.")
  @Nullable String url;

  @Option(names = "--key", paramLabel = "KEY", description = "The API key for that server.")
  @Nullable String key;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  boolean isNamed() {
    return url != null;
  }

  HttpResponse<String> post(String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", Json.TYPE)
            .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(String.valueOf(url)).resolve(path)).timeout(PATIENCE);
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
