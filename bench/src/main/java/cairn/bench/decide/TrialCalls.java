package cairn.bench.decide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Begins trials of everyone over HTTP and waits for them. */
final class TrialCalls {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final URI server;

  TrialCalls(URI server) {
    this.server = server;
  }

  /**
   * What came of a trial.
   *
   * @param seconds it took, as it says itself
   * @param changed people who get something else
   * @param readMillis until the whole of what was found was here
   */
  record Ended(double seconds, long changed, double readMillis) {}

  /** Begins one for everyone; its id. */
  String begin(Map<String, String> files) throws IOException, InterruptedException {
    var body = json.createObjectNode().put("channel", "web");
    body.putArray("placements").add("home");
    body.set("files", json.valueToTree(files));
    return send(HttpRequest.newBuilder(server.resolve("/v1/trials"))
            .header("Content-Type", "application/json")
            .header("X-Cairn", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
        .path("id")
        .asText();
  }

  /**
   * Waits until one is over.
   *
   * @throws IOException where it failed or takes more than an hour
   */
  Ended await(String trial) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE.toNanos()) {
      long asked = System.nanoTime();
      var found = send(HttpRequest.newBuilder(server.resolve("/v1/trials/" + trial)));
      double millis = (System.nanoTime() - asked) / 1e6;
      var state = found.at("/trial/state").asText();
      if (state.equals("done")) {
        return new Ended(
            found.at("/trial/seconds").asDouble(), found.at("/result/changed").asLong(), millis);
      }
      if (!state.equals("running")) {
        throw new IOException("the trial is " + state);
      }
      Thread.sleep(LOOK_EVERY);
    }
    throw new IOException("the trial takes too long");
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("the server answered " + answer.statusCode() + ": " + answer.body());
    }
    return json.readTree(answer.body());
  }
}
