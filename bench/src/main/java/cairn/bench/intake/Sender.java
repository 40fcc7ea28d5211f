package cairn.bench.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.HdrHistogram.Histogram;

/**
 * One connection that sends a batch, waits for its answer, and sends the next: HTTP/1.1 kept alive,
 * written by hand so that the load costs the machine little.
 */
final class Sender implements AutoCloseable {
  /** Events in one request. */
  static final int BATCH = 100;

  private static final String[] NAMES = {
    "Page viewed", "Home viewed", "Home saved", "Calculator used", "Guide read", "Rang"
  };
  private static final String FIRST = "Home interest shown";

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String host;
  private final int people;
  private final String prefix;
  private final Random random;
  private long sent;

  Sender(URI server, int people, int number, long seed) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    host = server.getAuthority();
    this.people = people;
    prefix = Long.toHexString(seed) + "-" + number + "-";
    random = new Random(seed + number);
  }

  /** Sends somebody's first event for a stretch of people, so that all are known. */
  void introduce(int from, int to) throws IOException {
    for (int begin = from; begin < to; begin += BATCH) {
      var body = new StringBuilder("{\"events\":[");
      for (int person = begin; person < Math.min(to, begin + BATCH); person++) {
        event(body, person, FIRST);
      }
      send(body);
    }
  }

  /** Sends until a moment of {@link System#nanoTime}; answers how many events were taken. */
  long until(long end, Histogram nanos) throws IOException {
    long taken = 0;
    while (System.nanoTime() < end) {
      var body = new StringBuilder(20_000).append("{\"events\":[");
      for (int i = 0; i < BATCH; i++) {
        event(body, random.nextInt(people), NAMES[random.nextInt(NAMES.length)]);
      }
      long start = System.nanoTime();
      if (send(body)) {
        nanos.recordValue(System.nanoTime() - start);
        taken += BATCH;
      }
    }
    return taken;
  }

  private void event(StringBuilder body, int person, String name) {
    body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
        .append("{\"person\":\"person-")
        .append(person)
        .append("\",\"id\":\"")
        .append(prefix)
        .append(sent++)
        .append("\",\"name\":\"")
        .append(name)
        .append("\",\"properties\":{\"price\":")
        .append(200_000 + random.nextInt(400_000))
        .append(",\"rooms\":")
        .append(1 + random.nextInt(6))
        .append(",\"city\":\"Utrecht\"}}");
  }

  /** Answers whether the batch was taken; a busy server is left alone for a moment. */
  private boolean send(StringBuilder events) throws IOException {
    var body = events.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    var head =
        "POST /v1/events HTTP/1.1\r\nHost: "
            + host
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    for (var line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring("content-length:".length()).strip());
      }
    }
    var answer = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    if (status != 200 && status != 429 && status != 503) {
      throw new IOException("the server answers " + status + ": " + answer);
    }
    return status == 200;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new IOException("the server closed the connection");
      }
      if (one != '\r') {
        line.append((char) one);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
