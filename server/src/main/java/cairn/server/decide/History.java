package cairn.server.decide;

import cairn.adaptive.ModelSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well all models together predicted as outcomes came in, stretch by stretch. When it is full,
 * every second point goes and the stretches become twice as long. Not safe for many threads.
 */
final class History {
  /** Points kept, at most. */
  static final int POINTS_MAX = 240;

  private final List<Total> totals = new ArrayList<>();
  private Duration apart = Duration.ZERO;
  private @Nullable Total last;

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
  private record Total(
      Instant at, long responses, long positives, double logLoss, double baselineLogLoss) {}

  void add(Instant at, ModelSnapshot snapshot) {
    long responses = 0;
    long positives = 0;
    double logLoss = 0;
    double baseline = 0;
    for (var model : snapshot.models()) {
      var quality = model.quality();
      responses += quality.responses();
      positives += quality.positives();
      logLoss += quality.logLoss() * quality.responses();
      baseline += quality.baselineLogLoss() * quality.responses();
    }
    var total = new Total(at, responses, positives, logLoss, baseline);
    var before = last;
    if (before != null && responses < before.responses) {
      totals.clear(); // Learnt anew.
      last = null;
    } else if (before != null
        && (responses == before.responses || at.isBefore(before.at.plus(apart)))) {
      return;
    }
    last = total;
    totals.add(total);
    if (totals.size() > POINTS_MAX) {
      thin();
    }
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
}
