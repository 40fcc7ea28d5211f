package cairn.server.decide;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well was predicted as outcomes came in, stretch by stretch, in the time of the log. When it
 * is full, every second point goes and the stretches become twice as long. Not safe for many
 * threads.
 */
final class History {
  private final int pointsMax;
  private final List<Total> totals = new ArrayList<>();
  private Duration apart = Duration.ZERO;
  private @Nullable Total last;

  /** One that keeps so many points, at most. */
  History(int pointsMax) {
    this.pointsMax = pointsMax;
  }

  /**
   * One stretch that ended at a moment.
   *
   * @param responses outcomes in it
   * @param positives of which wanted
   * @param logLoss mean log-loss of what was predicted before each outcome
   * @param baselineLogLoss the same of each action's running mean
   */
  record Point(
      Instant at, long responses, long positives, double logLoss, double baselineLogLoss) {}

  /** All outcomes up to a moment, losses summed. */
  record Total(Instant at, long responses, long positives, double logLoss, double baselineLogLoss) {
    Total plus(Total other) {
      return new Total(
          at,
          responses + other.responses,
          positives + other.positives,
          logLoss + other.logLoss,
          baselineLogLoss + other.baselineLogLoss);
    }
  }

  /** Whether a total of this moment would be kept if it told of new outcomes. */
  boolean isDue(Instant at) {
    var before = last;
    return before == null || !at.isBefore(before.at.plus(apart));
  }

  /** Takes note of where things stand; with fewer outcomes than before all begins anew. */
  void add(Total total) {
    var before = last;
    if (before != null && total.responses < before.responses) {
      clear();
    } else if (before != null && (total.responses == before.responses || !isDue(total.at))) {
      return;
    }
    last = total;
    totals.add(total);
    if (totals.size() > pointsMax) {
      thin();
    }
  }

  /** Begins anew. */
  void clear() {
    totals.clear();
    apart = Duration.ZERO;
    last = null;
  }

  private void thin() {
    var kept = new ArrayList<Total>();
    for (int i = 0; i < totals.size(); i += 2) {
      kept.add(totals.get(i));
    }
    totals.clear();
    totals.addAll(kept);
    var span = Duration.between(kept.getFirst().at, kept.getLast().at);
    apart = span.dividedBy(kept.size());
    last = kept.getLast();
  }

  List<Point> points() {
    var points = new ArrayList<Point>();
    for (int i = 1; i < totals.size(); i++) {
      var before = totals.get(i - 1);
      var now = totals.get(i);
      long responses = now.responses - before.responses;
      points.add(
          new Point(
              now.at,
              responses,
              now.positives - before.positives,
              (now.logLoss - before.logLoss) / responses,
              (now.baselineLogLoss - before.baselineLogLoss) / responses));
    }
    return List.copyOf(points);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(apart.toMillis());
    out.writeInt(totals.size());
    for (var total : totals) {
      out.writeLong(total.at.toEpochMilli());
      out.writeLong(total.responses);
      out.writeLong(total.positives);
      out.writeDouble(total.logLoss);
      out.writeDouble(total.baselineLogLoss);
    }
  }

  /** Takes in what {@link #write} wrote. */
  void read(DataInput in) throws IOException {
    apart = Duration.ofMillis(in.readLong());
    int count = in.readInt();
    if (count < 0 || count > pointsMax) {
      throw new IOException("a count out of bounds");
    }
    for (int i = 0; i < count; i++) {
      last =
          new Total(
              Instant.ofEpochMilli(in.readLong()),
              in.readLong(),
              in.readLong(),
              in.readDouble(),
              in.readDouble());
      totals.add(last);
    }
  }
}
