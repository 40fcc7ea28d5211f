package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The screens are typed by a copy of this server's description, kept as web/openapi.json. What is
 * in the copy must still be true; more may be offered. {@code -Dopenapi.write=true} takes a new
 * copy, after which {@code npm run api} in web writes the types again.
 */
class ScreenContractTest {
  private static final Path COPY = Path.of("..", "web", "openapi.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatTheScreensReadIsStillDescribed(@TempDir Path folder) throws IOException {
    try (var running = new RunningServer(folder)) {
      var described = running.get("/openapi.json").json();
      if (Boolean.getBoolean("openapi.write")) {
        Files.writeString(
            COPY, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(described) + "\n");
      }

      var missing = new ArrayList<String>();
      collectMissing(JSON.readTree(Files.readString(COPY)), described, "", missing);

      assertThat(missing).as("no longer as web/openapi.json says").isEmpty();
    }
  }

  /** Words for readers may change, and an answer may promise more fields than before. */
  private static void collectMissing(
      JsonNode before, JsonNode now, String at, List<String> missing) {
    if (before.isObject() && now.isObject()) {
      for (var field : before.properties()) {
        var name = field.getKey();
        boolean words =
            field.getValue().isTextual() && List.of("description", "summary").contains(name);
        if (!words && !name.equals("info")) {
          collectMissing(field.getValue(), now.path(name), at + "/" + name, missing);
        }
      }
    } else if (before.isArray() && now.isArray()) {
      for (var element : before) {
        boolean there = false;
        for (var other : now) {
          there |= other.equals(element);
        }
        if (!there) {
          missing.add(at + ": " + element);
        }
      }
    } else if (!before.equals(now)) {
      missing.add(at);
    }
  }
}
