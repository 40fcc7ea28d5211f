package cairn.bench.board;

import cairn.map.Batch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One participant's line to a board: it says gestures and hears revisions, which it counts. */
final class BoardLine implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final StringBuilder parts = new StringBuilder();
  private final CountDownLatch welcome = new CountDownLatch(1);
  private final AtomicLong revisions = new AtomicLong();
  private final AtomicLong disorder = new AtomicLong();
  private final BiConsumer<String, Long> heard;
  private long last = -1;
  private @Nullable WebSocket socket;

  private BoardLine(BiConsumer<String, Long> heard) {
    this.heard = heard;
  }

  static BoardLine open(HttpClient client, String url, String board) {
    return open(client, url, board, (batch, nanos) -> {});
  }

  /**
   * Opens a line and joins.
   *
   * @param heard takes the id of each batch heard and the nano time it was
   */
  static BoardLine open(
      HttpClient client, String url, String board, BiConsumer<String, Long> heard) {
    var line = new BoardLine(heard);
    line.socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(url.replaceFirst("http", "ws") + "/v1/boards/" + board + "/live"), line)
            .join();
    line.send("{\"type\":\"join\",\"since\":0}");
    try {
      if (!line.welcome.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the board did not welcome a participant");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return line;
  }

  void say(Batch batch) {
    send(BoardHouse.message(batch));
  }

  private void send(String message) {
    var open = socket;
    if (open != null) {
      open.sendText(message, true).join();
    }
  }

  long revisions() {
    return revisions.get();
  }

  /** Revisions that came in another order than their numbers. */
  long disorder() {
    return disorder.get();
  }

  void awaitRevisions(long count) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (revisions.get() < count) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("heard " + revisions.get() + " of " + count + " revisions");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
    long now = System.nanoTime();
    parts.append(text);
    if (isLast) {
      take(parts.toString(), now);
      parts.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void take(String message, long now) {
    if (message.startsWith("{\"type\":\"people\"")) {
      return;
    }
    JsonNode read;
    try {
      read = JSON.readTree(message);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    switch (read.path("type").asText()) {
      case "welcome" -> {
        last = read.path("snapshot").path("rev").asLong();
        welcome.countDown();
      }
      case "revision" -> {
        long rev = read.path("rev").asLong();
        if (rev != last + 1) {
          disorder.incrementAndGet();
        }
        last = rev;
        heard.accept(read.path("batch").path("id").asText(), now);
        revisions.incrementAndGet();
      }
      default -> {}
    }
  }

  @Override
  public void close() {
    var open = socket;
    if (open != null) {
      open.abort();
    }
  }
}
