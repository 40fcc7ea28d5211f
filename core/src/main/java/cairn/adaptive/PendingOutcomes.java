package cairn.adaptive;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was shown and may still be answered, or corrected, by decision. Part of a trainer. */
final class PendingOutcomes {
  /** How long after its window an outcome may still be corrected. */
  static final Duration CORRECTED_FOR = Duration.ofDays(30);

  /** The most responses kept that came before what they respond to. */
  static final int EARLY_MAX = 10_000;

  private static final Comparator<Entry> BY_WINDOW_END =
      Comparator.comparing((Entry entry) -> entry.windowEnd)
          .thenComparingLong(entry -> entry.order);

  private static final double[] NONE = {};

  private final Map<String, Entry> entries = new HashMap<>();
  private final TreeSet<Entry> waiting = new TreeSet<>(BY_WINDOW_END);
  private final TreeSet<Entry> done = new TreeSet<>(BY_WINDOW_END);
  private final Map<String, Early> early = new LinkedHashMap<>();
  private long orders;

  /** A response that came first. */
  record Early(Outcome outcome, Instant at) {}

  /** One thing shown. */
  static final class Entry {
    private final String decision;
    private final long order;
    private final int[] slots;
    private final ActiveFeatures features;
    private final Instant windowEnd;
    private @Nullable Double target;
    private double[] chances = NONE;
    private @Nullable Outcome outcome;
    private @Nullable Instant outcomeAt;

    private Entry(
        String decision, long order, int[] slots, ActiveFeatures features, Instant windowEnd) {
      this.decision = decision;
      this.order = order;
      this.slots = slots;
      this.features = features;
      this.windowEnd = windowEnd;
    }

    int[] slots() {
      return slots;
    }

    ActiveFeatures features() {
      return features;
    }

    /** What was learned, or null. */
    @Nullable Double target() {
      return target;
    }

    /** What each model predicted before it learned, in the order of {@link #slots}. */
    double[] chances() {
      return chances;
    }

    void learned(double newTarget, double[] predicted) {
      target = newTarget;
      chances = predicted;
    }

    void corrected(double change) {
      target = (target == null ? 0 : target) + change;
    }

    boolean isRefused() {
      Outcome known = outcome;
      return known != null && known.isRefusal();
    }

    /** Whether this response is neither the known one nor older than it. */
    boolean isNews(Outcome response, Instant at) {
      return outcome == null
          || outcomeAt == null
          || (response != outcome && !at.isBefore(outcomeAt));
    }
  }

  boolean knows(String decision) {
    return entries.containsKey(decision);
  }

  int size() {
    return entries.size();
  }

  @Nullable Entry find(String decision) {
    return entries.get(decision);
  }

  Entry open(String decision, int[] slots, ActiveFeatures features, Instant windowEnd) {
    Entry entry = new Entry(decision, orders++, slots, features, windowEnd);
    entries.put(decision, entry);
    waiting.add(entry);
    return entry;
  }

  void answered(Entry entry, Outcome outcome, Instant at) {
    entry.outcome = outcome;
    entry.outcomeAt = at;
    closed(entry);
  }

  void closed(Entry entry) {
    if (waiting.remove(entry)) {
      done.add(entry);
    }
  }

  @Nullable Entry nextDue(Instant now) {
    if (waiting.isEmpty() || waiting.first().windowEnd.isAfter(now)) {
      return null;
    }
    return waiting.first();
  }

  void forget(Instant now) {
    while (!done.isEmpty() && !done.first().windowEnd.plus(CORRECTED_FOR).isAfter(now)) {
      Entry entry = done.removeFirst();
      entries.remove(entry.decision);
    }
  }

  /** Makes room by giving up the correction of the answered entry whose window ended first. */
  boolean dropOldestAnswered() {
    if (done.isEmpty()) {
      return false;
    }
    entries.remove(done.removeFirst().decision);
    return true;
  }

  void keepEarly(String decision, Outcome outcome, Instant at) {
    Early known = early.get(decision);
    if (known == null || !at.isBefore(known.at)) {
      early.put(decision, new Early(outcome, at));
    }
    if (early.size() > EARLY_MAX) {
      early.remove(early.keySet().iterator().next());
    }
  }

  @Nullable Early takeEarly(String decision) {
    return early.remove(decision);
  }

  Backlog backlog() {
    return new Backlog(
        waiting.size(),
        done.size(),
        early.size(),
        waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().windowEnd));
  }

  void write(ByteSink sink) {
    sink.count(orders);
    sink.count(waiting.size() + done.size());
    waiting.forEach(entry -> write(entry, true, sink));
    done.forEach(entry -> write(entry, false, sink));
    sink.count(early.size());
    early.forEach((decision, response) -> {
      sink.text(decision);
      sink.int8(response.outcome.code());
      write(response.at, sink);
    });
  }

  private static void write(Entry entry, boolean isWaiting, ByteSink sink) {
    sink.int8(isWaiting ? 1 : 0);
    sink.text(entry.decision);
    sink.count(entry.order);
    sink.ints(entry.slots);
    entry.features.write(sink);
    write(entry.windowEnd, sink);
    sink.float64(entry.target == null ? Double.NaN : entry.target);
    sink.doubles(entry.chances);
    Outcome outcome = entry.outcome;
    Instant at = entry.outcomeAt;
    sink.int8(outcome == null || at == null ? 0 : outcome.code());
    if (outcome != null && at != null) {
      write(at, sink);
    }
  }

  private static void write(Instant instant, ByteSink sink) {
    sink.int64(instant.getEpochSecond());
    sink.int32(instant.getNano());
  }

  private static Instant instant(ByteSource source) {
    return Instant.ofEpochSecond(source.int64(), source.int32());
  }

  /**
   * Resumes what {@link #write} wrote.
   *
   * @param chanceOfEach whether the chance of each model was written; else one stands for all
   */
  static PendingOutcomes read(ByteSource source, boolean chanceOfEach) {
    PendingOutcomes pending = new PendingOutcomes();
    pending.orders = source.longCount();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      boolean isWaiting = source.int8() == 1;
      Entry entry =
          new Entry(
              source.text(),
              source.longCount(),
              source.ints(),
              ActiveFeatures.read(source),
              instant(source));
      double target = source.float64();
      entry.target = Double.isNaN(target) ? null : target;
      if (chanceOfEach) {
        entry.chances = source.doubles();
      } else {
        entry.chances = new double[entry.slots.length];
        Arrays.fill(entry.chances, source.float64());
      }
      int outcome = source.int8();
      if (outcome > 0) {
        entry.outcome = Outcome.ofCode(outcome);
        entry.outcomeAt = instant(source);
      }
      pending.entries.put(entry.decision, entry);
      (isWaiting ? pending.waiting : pending.done).add(entry);
    }
    int earlyCount = source.count();
    for (int i = 0; i < earlyCount; i++) {
      pending.early.put(source.text(), new Early(Outcome.ofCode(source.int8()), instant(source)));
    }
    return pending;
  }
}
