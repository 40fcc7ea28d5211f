package cairn.server.command;

import cairn.blueprint.file.Bundle;
import cairn.server.http.Json;
import java.io.IOException;
import java.util.Map;

/** Publishes at a running server. */
record PublishingThere(ServerOptions server) implements Publishing {
  @Override
  public boolean isAnythingPublished() throws IOException, InterruptedException {
    var answer = server.get("/v1/status");
    var status = Json.MAPPER.readTree(answer.body());
    if (answer.statusCode() != 200) {
      throw new CommandFailure("The server says: " + status.path("message").asText());
    }
    return status.hasNonNull("blueprint");
  }

  @Override
  public int publish(Bundle files) throws IOException, InterruptedException {
    var answer = server.post("/v1/blueprint", Map.of("files", files.files()));
    var body = Json.MAPPER.readTree(answer.body());
    if (answer.statusCode() == 200) {
      return body.path("version").asInt();
    }
    var first = body.path("problems").path(0).path("sentence").asText();
    throw new CommandFailure(
        "The server does not publish the blueprint, so nothing was imported: "
            + (first.isEmpty() ? body.path("message").asText() : first));
  }
}
