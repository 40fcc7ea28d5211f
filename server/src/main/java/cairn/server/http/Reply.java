package cairn.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What goes back. */
public sealed interface Reply {
  int status();

  List<Header> headers();

  /** One header line. */
  record Header(String name, String value) {}

  /** A whole body at once. */
  @SuppressWarnings("ArrayRecordComponent") // a reply is sent once and never compared
  record Whole(int status, String type, byte[] body, List<Header> headers) implements Reply {
    public Whole {
      headers = List.copyOf(headers);
    }
  }

  /** A body that goes on for as long as its writer likes. */
  record Streamed(int status, String type, Writer writer, List<Header> headers) implements Reply {
    public Streamed {
      headers = List.copyOf(headers);
    }
  }

  /** Writes a streamed body; it ends when the writer returns or the other end goes away. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** The same reply with one more header. */
  default Reply with(String name, String value) {
    var more = new ArrayList<>(headers());
    more.add(new Header(name, value));
    return switch (this) {
      case Whole w -> new Whole(w.status, w.type, w.body, more);
      case Streamed s -> new Streamed(s.status, s.type, s.writer, more);
    };
  }

  /** 200 with a record as JSON. */
  static Reply json(Object body) {
    return json(200, body);
  }

  static Reply json(int status, Object body) {
    return new Whole(status, Json.TYPE, Json.bytes(body), List.of());
  }

  static Reply text(int status, String type, String body) {
    return new Whole(status, type, body.getBytes(StandardCharsets.UTF_8), List.of());
  }

  /** Done, and nothing more to say. */
  static Reply done() {
    return new Whole(204, "", new byte[0], List.of());
  }

  static Reply problem(HttpRefusal.Problem problem) {
    var body = new ErrorBody(problem.code(), problem.message(), problem.field());
    var reply = json(problem.status(), body);
    var wait = problem.retryAfter();
    return wait == null
        ? reply
        : reply.with("Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
  }
}
