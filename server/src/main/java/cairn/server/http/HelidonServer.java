package cairn.server.http;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.websocket.WsConfig;
import io.helidon.webserver.websocket.WsRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The HTTP server: Helidon SE on virtual threads, one for each connection. It takes whatever comes
 * to our own interface and sends what that answers; nothing else knows the library.
 */
public final class HelidonServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(HelidonServer.class.getName());

  /** The largest body any route takes, in bytes, as sent. */
  public static final long BODY_BYTES_MAX = 16L * 1024 * 1024;

  /** The most connections at once. */
  public static final int CONNECTIONS_MAX = 10_000;

  /** A connection on which nothing comes for so long is closed. */
  public static final Duration IDLE_MAX = Duration.ofMinutes(2);

  /** The longest frame a browser may send over a WebSocket, in bytes. */
  public static final int SOCKET_FRAME_BYTES_MAX = 4 * 1024 * 1024;

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
          + " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  private static final List<Header> GUARDS =
      List.of(
          HeaderValues.create("X-Content-Type-Options", "nosniff"),
          HeaderValues.create("Referrer-Policy", "no-referrer"),
          HeaderValues.create("Content-Security-Policy", POLICY),
          HeaderValues.create("Cross-Origin-Opener-Policy", "same-origin"),
          HeaderValues.create("Cross-Origin-Resource-Policy", "same-origin"),
          HeaderValues.create(
              "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"));

  private final WebServer server;

  private HelidonServer(WebServer server) {
    this.server = server;
  }

  /**
   * Opens the port and answers.
   *
   * @param port 0 for any free one
   * @param sockets who takes the WebSockets, by path
   * @throws UncheckedIOException if the port cannot be had; the message says what to do
   */
  public static HelidonServer start(
      String host, int port, HttpApi api, Map<String, Sockets> sockets) {
    var lines = WsRouting.builder();
    sockets.forEach((path, taker) -> lines.endpoint(path, () -> new HelidonSocket(taker)));
    var errors =
        DirectHandlers.builder()
            .addHandler(EventType.BAD_REQUEST, HelidonServer::transportError)
            .addHandler(EventType.INTERNAL_ERROR, HelidonServer::transportError)
            .build();
    var server =
        WebServer.builder()
            .host(host)
            .port(port)
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .maxPayloadSize(BODY_BYTES_MAX)
            .maxTcpConnections(CONNECTIONS_MAX)
            .idleConnectionTimeout(IDLE_MAX)
            .contentEncoding(
                ContentEncodingContext.builder()
                    .contentEncodingsDiscoverServices(false)
                    .addContentEncoding(new GzipBody())
                    .build())
            .directHandlers(errors)
            .addProtocol(WsConfig.builder().maxFrameLength(SOCKET_FRAME_BYTES_MAX).build())
            .addProtocol(Http1Config.builder().validateResponseHeaders(true).build())
            .routing(
                HttpRouting.builder().any((request, response) -> handle(api, request, response)))
            .addRouting(lines)
            .build()
            .start();
    if (server.port() < 0) {
      server.stop();
      throw new UncheckedIOException(
          "Port "
              + port
              + " of "
              + host
              + " cannot be had. End what listens there, or name another"
              + " by --port.",
          new BindException());
    }
    return new HelidonServer(server);
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void handle(HttpApi api, ServerRequest request, ServerResponse response) {
    var reply = api.answer(new HelidonRequest(request));
    response.status(Status.create(reply.status()));
    for (var guard : GUARDS) {
      response.header(guard);
    }
    for (var header : reply.headers()) {
      response.header(HeaderNames.create(header.name()), header.value());
    }
    boolean headOnly = request.prologue().method().text().equals("HEAD");
    switch (reply) {
      case Reply.Whole whole -> {
        if (!whole.type().isEmpty()) {
          response.header(HeaderNames.CONTENT_TYPE, whole.type());
        }
        if (headOnly || whole.status() == 204 || whole.status() == 304) {
          response.send();
        } else {
          response.send(whole.body());
        }
      }
      case Reply.Streamed streamed -> {
        response.header(HeaderNames.CONTENT_TYPE, streamed.type());
        if (headOnly) {
          response.send();
        } else {
          stream(streamed, response);
        }
      }
    }
  }

  private static void stream(Reply.Streamed streamed, ServerResponse response) {
    try (var out = response.outputStream()) {
      streamed.writer().write(out);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.DEBUG, "the other end of a stream went away");
    }
  }

  /** Errors that the library finds before we see the request, in our own form. */
  private static DirectHandler.TransportResponse transportError(
      DirectHandler.TransportRequest request,
      EventType type,
      Status status,
      io.helidon.http.ServerResponseHeaders headers,
      String message) {
    var code =
        status.code() == Code.TOO_LARGE.status()
            ? Code.TOO_LARGE
            : status.code() >= 500 ? Code.FAILED : Code.INVALID;
    var text =
        switch (code) {
          case TOO_LARGE -> "Send at most " + BODY_BYTES_MAX + " bytes at once.";
          case FAILED -> "Something went wrong here; it is in the log.";
          default -> "The request is not well formed.";
        };
    return DirectHandler.TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderValues.create(HeaderNames.CONTENT_TYPE, MediaTypes.APPLICATION_JSON.text()))
        .entity(Json.bytes(new ErrorBody(code.word(), text, null)))
        .build();
  }
}
