package cairn.server.board;

import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody with a line to a board, who hears everything in order. */
final class BoardPerson implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();
  private final StringBuilder parts = new StringBuilder();
  private volatile int closedWith;
  private @Nullable WebSocket line;

  static BoardPerson on(RunningServer running, String board, String... headers) {
    return at(running, "/v1/boards/" + board + "/live", headers);
  }

  static BoardPerson at(RunningServer running, String path, String... headers) {
    var person = new BoardPerson();
    var builder = CLIENT.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    person.line =
        builder.buildAsync(URI.create(running.url(path).replaceFirst("http", "ws")), person).join();
    return person;
  }

  BoardPerson join(long since) {
    say("{\"type\":\"join\",\"since\":" + since + "}");
    return this;
  }

  void say(String message) {
    Objects.requireNonNull(line).sendText(message, true).join();
  }

  /** A gesture of one put of a note. */
  void note(String batch, String author, String id, String text) {
    say(
        """
        {"type":"batch","batch":{"id":"%s","author":"%s","label":"Note","ops":[
          {"op":"put","element":{"kind":"note","id":"%s","text":"%s","lane":"lane-doing"}}]}}\
        """
            .formatted(batch, author, id, text));
  }

  /** Waits for a message of this type; earlier ones are passed over. */
  JsonNode hears(String type) {
    return hears(type, _ -> true);
  }

  JsonNode hears(String type, Predicate<JsonNode> which) {
    var found = new JsonNode[1];
    RunningServer.await(
        "a message of type " + type,
        () -> {
          for (var next = heard.poll(); next != null; next = heard.poll()) {
            if (next.path("type").asText().equals(type) && which.test(next)) {
              found[0] = next;
              return true;
            }
          }
          return false;
        });
    return found[0];
  }

  int closedWith() {
    RunningServer.await("the line is closed", () -> closedWith != 0);
    return closedWith;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    parts.append(text);
    if (last) {
      try {
        heard.add(JSON.readTree(parts.toString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      parts.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closedWith = code;
    return null;
  }

  @Override
  public void close() {
    Objects.requireNonNull(line).abort();
  }
}
