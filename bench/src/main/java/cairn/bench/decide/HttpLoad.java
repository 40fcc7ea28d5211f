package cairn.bench.decide;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * A load generator for one server on this machine: so many connections that stay open, on each one
 * request after the other, with next to nothing between them, so that the generator takes little of
 * the machine it shares.
 */
final class HttpLoad {
  private static final long SLOWEST_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int ANSWER_BYTES_MAX = 1 << 20;
  private static final String LENGTH = "content-length:";

  private final String host;
  private final int port;
  private final int connections;

  HttpLoad(String host, int port, int connections) {
    this.host = host;
    this.port = port;
    this.connections = connections;
  }

  /** What came of it. */
  record Result(long answers, long refusals, double seconds, Histogram nanos) {
    double perSecond() {
      return answers / seconds;
    }

    double millis(double percentile) {
      return nanos.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /** One connection's conversation. */
  interface Talk {
    /** Sends something and reads the answer; true where it was good. */
    boolean once(Line line, Random random) throws IOException;
  }

  /** Talks for so long on all connections. */
  Result run(double seconds, long seed, Talk talk) throws InterruptedException {
    var nanos = new ConcurrentHistogram(SLOWEST_NANOS, 3);
    var good = new AtomicLong();
    var bad = new AtomicLong();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    var talks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < connections; i++) {
      var random = new Random(seed + i);
      talks.add(() -> {
        try (var line = new Line(host, port)) {
          while (System.nanoTime() < end) {
            long sent = System.nanoTime();
            (talk.once(line, random) ? good : bad).incrementAndGet();
            nanos.recordValue(Math.min(SLOWEST_NANOS, System.nanoTime() - sent));
          }
        }
        return true;
      });
    }
    try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      for (var done : threads.invokeAll(talks)) {
        done.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a connection broke", e.getCause());
    }
    return new Result(good.get(), bad.get(), (System.nanoTime() - start) / 1e9, nanos);
  }

  /** One connection, kept open. */
  static final class Line implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final byte[] body = new byte[ANSWER_BYTES_MAX];
    private final StringBuilder header = new StringBuilder();
    private int length;

    Line(String host, int port) throws IOException {
      socket = new Socket(host, port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Posts JSON and reads the whole answer. */
    int post(String path, String json) throws IOException {
      var request =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Cairn:"
              + " 1\r\nContent-Length: "
              + json.length()
              + "\r\n\r\n"
              + json;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      int status = Integer.parseInt(line().substring(9, 12));
      length = 0;
      for (var next = line(); !next.isEmpty(); next = line()) {
        if (next.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
          length = Integer.parseInt(next.substring(LENGTH.length()).trim());
        }
      }
      if (in.readNBytes(body, 0, length) < length) {
        throw new EOFException("an answer was cut off");
      }
      return status;
    }

    /** The body of the last answer. */
    String body() {
      return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
      header.setLength(0);
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new EOFException("the server hung up");
        }
        if (next != '\r') {
          header.append((char) next);
        }
      }
      return header.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  /** The texts between a mark and the next quote, in order. */
  static List<String> after(String text, String mark) {
    var found = new ArrayList<String>();
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      int from = at + mark.length();
      found.add(text.substring(from, text.indexOf('"', from)));
    }
    return found;
  }
}
