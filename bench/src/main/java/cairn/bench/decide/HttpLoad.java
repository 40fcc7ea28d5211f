package cairn.bench.decide;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};

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
    private final byte[] answer = new byte[ANSWER_BYTES_MAX];
    private int held;
    private int bodyAt;

    Line(String host, int port) throws IOException {
      socket = new Socket(host, port);
      socket.setTcpNoDelay(true);
      in = socket.getInputStream();
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
      held = 0;
      bodyAt = 0;
      while (bodyAt == 0) {
        int looked = Math.max(0, held - HEAD_END.length + 1);
        more();
        bodyAt = headEnd(looked);
      }
      var head = new String(answer, 0, bodyAt, StandardCharsets.ISO_8859_1);
      int all = bodyAt + length(head);
      while (held < all) {
        more();
      }
      return Integer.parseInt(head, 9, 12, 10);
    }

    /** The body of the last answer. */
    String body() {
      return new String(answer, bodyAt, held - bodyAt, StandardCharsets.UTF_8);
    }

    private void more() throws IOException {
      int read = in.read(answer, held, answer.length - held);
      if (read <= 0) {
        throw new EOFException("the server hung up, or answered too much");
      }
      held += read;
    }

    /** Where the body begins, or 0 where the head is not all here. */
    private int headEnd(int from) {
      for (int at = from; at + HEAD_END.length <= held; at++) {
        if (Arrays.equals(answer, at, at + HEAD_END.length, HEAD_END, 0, HEAD_END.length)) {
          return at + HEAD_END.length;
        }
      }
      return 0;
    }

    private static int length(String head) {
      for (int at = head.indexOf('\n'); at >= 0; at = head.indexOf('\n', at + 1)) {
        if (head.regionMatches(true, at + 1, LENGTH, 0, LENGTH.length())) {
          int from = at + 1 + LENGTH.length();
          return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
        }
      }
      return 0;
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
