package cairn.server;

import cairn.server.publish.ControlJournal;
import cairn.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A control log that is forgotten when the test ends. */
public final class MemoryJournal implements ControlJournal {
  private final Map<String, List<Line>> lines = new ConcurrentHashMap<>();

  private final AtomicLong written = new AtomicLong();
  private @Nullable Instant now;
  private boolean refuses;
  private volatile @Nullable Slow slow;

  /** A kind of lines that takes its time. */
  private record Slow(String kind, CountDownLatch begun, CountDownLatch until) {}

  /** From now on lines are written at this time; else by the clock. */
  public void setNow(Instant time) {
    now = time;
  }

  /** The next line is not written: the disk is full, say. */
  public void refuseNext() {
    refuses = true;
  }

  /**
   * From now on lines of a kind are written once a latch opens.
   *
   * @return opens when one waits to be written
   */
  public CountDownLatch holdUntil(CountDownLatch until, String kind) {
    var begun = new CountDownLatch(1);
    slow = new Slow(kind, begun, until);
    return begun;
  }

  @Override
  public List<Line> all(String kind) {
    return List.copyOf(lines.getOrDefault(kind, List.of()));
  }

  @Override
  public Optional<Line> line(long number) {
    return lines.values().stream()
        .flatMap(List::stream)
        .filter(line -> line.number() == number)
        .findFirst();
  }

  @Override
  public Line append(String kind, byte[] content) {
    if (refuses) {
      refuses = false;
      throw new StoreException("the control log takes nothing now");
    }
    var held = slow;
    if (held != null && held.kind().equals(kind)) {
      held.begun().countDown();
      try {
        held.until().await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    var line = new Line(written.incrementAndGet(), now == null ? Instant.now() : now, content);
    lines.computeIfAbsent(kind, any -> new ArrayList<>()).add(line);
    return line;
  }
}
