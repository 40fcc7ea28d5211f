package cairn.server.http;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket as Helidon has it. What is sent waits in a bounded queue for the line's own writer,
 * so that a slow browser holds nobody up.
 */
final class HelidonSocket implements WsListener, Sockets.Line {
  private static final System.Logger LOG = System.getLogger(HelidonSocket.class.getName());

  /** Messages that wait for one browser; one that falls further behind is let go, and returns. */
  static final int WAITING_MAX = 2_000;

  /** The longest message, in characters. */
  static final int MESSAGE_MAX = 1_200_000;

  private static final int GOING_AWAY = 1001;
  private static final int TOO_BIG = 1009;
  private static final int FAULT = 1011;
  private static final int OURS = 4_000;

  private sealed interface Out {
    record Say(String text) implements Out {}

    record End(int code, String why) implements Out {}
  }

  private final Sockets sockets;
  private final BlockingQueue<Out> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final AtomicBoolean ended = new AtomicBoolean();
  private final StringBuilder parts = new StringBuilder();
  private @Nullable HttpPrologue prologue;
  private @Nullable Headers headers;
  private Sockets.@Nullable Hearer hearer;

  HelidonSocket(Sockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public Optional<Headers> onHttpUpgrade(HttpPrologue asked, Headers with) {
    prologue = asked;
    headers = with;
    return Optional.empty();
  }

  @Override
  public void onOpen(WsSession opened) {
    var asked = prologue;
    var with = headers;
    if (asked == null || with == null) {
      opened.close(FAULT, "");
      return;
    }
    Thread.ofVirtual().name("socket-writer").start(() -> write(opened));
    var request = new HandshakeRequest(asked, with, opened.socketContext().remotePeer());
    try {
      if (!isOurs(request)) {
        throw new HttpRefusal(Code.FORBIDDEN, "Another site may not open this line.");
      }
      hearer = sockets.open(request, this);
    } catch (HttpRefusal refusal) {
      close(OURS + refusal.problem().status(), refusal.problem().message());
    }
  }

  /** Browsers send cookies along whichever page asks, and name that page: it must be ours. */
  private static boolean isOurs(RawRequest request) {
    var origin = request.header("Origin");
    return origin.isEmpty()
        || request.header("Host").map(host -> origin.get().endsWith("://" + host)).orElse(false);
  }

  @Override
  public void onMessage(WsSession from, String text, boolean last) {
    var listening = hearer;
    if (listening == null || ended.get()) {
      return;
    }
    if (parts.length() + text.length() > MESSAGE_MAX) {
      close(TOO_BIG, "A message has at most " + MESSAGE_MAX + " characters.");
      return;
    }
    if (last && parts.isEmpty()) {
      listening.heard(text);
      return;
    }
    parts.append(text);
    if (last) {
      var whole = parts.toString();
      parts.setLength(0);
      listening.heard(whole);
    }
  }

  @Override
  public void onClose(WsSession from, int status, String reason) {
    gone();
  }

  @Override
  public void onError(WsSession from, Throwable failure) {
    gone();
  }

  private void gone() {
    var listening = hearer;
    hearer = null;
    if (ended.compareAndSet(false, true)) {
      waiting.clear();
      waiting.offer(new Out.End(0, ""));
    }
    if (listening != null) {
      listening.closed();
    }
  }

  @Override
  public void send(String text) {
    if (!ended.get() && !waiting.offer(new Out.Say(text))) {
      waiting.clear();
      close(GOING_AWAY, "Too slow to follow.");
    }
  }

  @Override
  public void close(int code, String why) {
    if (ended.compareAndSet(false, true) && !waiting.offer(new Out.End(code, why))) {
      waiting.clear();
      waiting.offer(new Out.End(code, why));
    }
  }

  private void write(WsSession to) {
    try {
      while (true) {
        switch (waiting.take()) {
          case Out.Say(var text) -> to.send(text, true);
          case Out.End(var code, var why) -> {
            if (code > 0) {
              to.close(code, why);
            }
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "the other end of a socket went away");
      gone();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "a socket failed", e);
      gone();
    }
  }
}
