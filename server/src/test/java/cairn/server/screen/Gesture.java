package cairn.server.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One change of a map over a line of its own: joins, makes it, and hears that it was taken. */
final class Gesture implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 20;

  private final CompletableFuture<String> member = new CompletableFuture<>();
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final StringBuilder message = new StringBuilder();

  /**
   * Makes one.
   *
   * @throws IllegalStateException where the server refuses it
   */
  static void make(HttpClient client, URI line, String cookie, String ops) {
    var gesture = new Gesture();
    var builder = client.newWebSocketBuilder();
    if (!cookie.isEmpty()) {
      builder.header("Cookie", cookie);
    }
    var socket = builder.buildAsync(line, gesture).join();
    socket.sendText("{\"type\":\"join\",\"since\":0}", true).join();
    var author = gesture.member.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    socket.sendText(batch(author, ops), true).join();
    var told = gesture.answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    socket.abort();
    if (!told.isEmpty()) {
      throw new IllegalStateException(told);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    message.append(text);
    socket.request(1);
    if (!last) {
      return null;
    }
    var whole = message.toString();
    message.setLength(0);
    hear(whole);
    return null;
  }

  private void hear(String whole) {
    try {
      var told = JSON.readTree(whole);
      switch (told.path("type").asText()) {
        case "welcome" -> member.complete(told.path("member").asText());
        case "revision" -> answer.complete("");
        case "refused" -> answer.complete(whole);
        default -> {
          // Who else is there is of no matter.
        }
      }
    } catch (JsonProcessingException e) {
      answer.completeExceptionally(e);
    }
  }

  private static String batch(String author, String ops) {
    return "{\"type\":\"batch\",\"batch\":{\"id\":\"%s\",\"author\":\"%s\",\"label\":\"\",\"ops\":[%s]}}"
        .formatted(UUID.randomUUID(), author, ops);
  }
}
