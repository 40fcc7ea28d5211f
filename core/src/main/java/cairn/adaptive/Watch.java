package cairn.adaptive;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches one model: losses beside a running mean, calibration, and an alarm for drift. */
final class Watch {
  /** Above this calibration error predictions are mapped to what was observed. */
  static final double CALIBRATION_ERROR_MAX = 0.02;

  /** So many outcomes are needed before predictions are mapped. */
  static final int MAPPED_AFTER = 1_000;

  /** After so many outcomes the calibration counts are halved, so that they follow drift. */
  static final int HALVED_AFTER = 4_000;

  private static final LogitBins LOGIT_BINS = new LogitBins(48);
  private static final int BINS = LOGIT_BINS.count();
  private static final int GROUPS = 10;
  private static final double ALARM_TOLERANCE = 0.02;
  private static final double ALARM_THRESHOLD = 20;

  private long responses;
  private long positives;
  private long refusals;
  private double logLoss;
  private double brier;
  private double baselineLogLoss;
  private double baselineBrier;
  private int alarms;
  private long lastAlarm;
  private PageHinkley alarm = new PageHinkley(ALARM_TOLERANCE, ALARM_THRESHOLD);
  private double[] counts = new double[BINS];
  private double[] predicted = new double[BINS];
  private double[] observed = new double[BINS];

  /** Takes in what was predicted before an outcome was learned. */
  void include(double chance, double outcome) {
    double baseline = (positives + 0.5) / (responses + 1);
    double loss = Accuracy.logLoss(chance, outcome);
    responses++;
    positives += outcome > 0.5 ? 1 : 0;
    logLoss += loss;
    brier += (chance - outcome) * (chance - outcome);
    baselineLogLoss += Accuracy.logLoss(baseline, outcome);
    baselineBrier += (baseline - outcome) * (baseline - outcome);
    if (alarm.rings(loss)) {
      alarms++;
      lastAlarm = responses;
    }
    int bin = LOGIT_BINS.of(chance);
    counts[bin]++;
    predicted[bin] += chance;
    observed[bin] += outcome;
    if (responses % HALVED_AFTER == 0) {
      halve(counts);
      halve(predicted);
      halve(observed);
    }
  }

  /** An outcome learned earlier turned out to be another. */
  void correct(double chance, double change) {
    positives += Math.round(change);
    int bin = LOGIT_BINS.of(chance);
    observed[bin] = Math.max(0, Math.min(counts[bin], observed[bin] + change));
  }

  void refused() {
    refusals++;
  }

  long responses() {
    return responses;
  }

  Quality quality() {
    if (responses == 0) {
      return Quality.NONE;
    }
    return new Quality(
        responses,
        positives,
        refusals,
        logLoss / responses,
        brier / responses,
        baselineLogLoss / responses,
        baselineBrier / responses,
        calibrationError(),
        alarms,
        lastAlarm);
  }

  /** The map to apply to predictions, or null while they are right enough. */
  @Nullable Isotonic map() {
    if (responses < MAPPED_AFTER || calibrationError() <= CALIBRATION_ERROR_MAX) {
      return null;
    }
    double[][] groups = groups();
    double[] means = new double[groups.length];
    double[] rates = new double[groups.length];
    double[] sizes = new double[groups.length];
    for (int i = 0; i < groups.length; i++) {
      sizes[i] = groups[i][0];
      means[i] = groups[i][1] / groups[i][0];
      rates[i] = (groups[i][2] + means[i]) / (groups[i][0] + 1);
    }
    return Isotonic.fit(means, rates, sizes);
  }

  /** Like predictions beside what came of them, the lowest first. */
  List<Calibration> calibration() {
    return Arrays.stream(groups())
        .map(group -> new Calibration(group[0], group[1] / group[0], group[2] / group[0]))
        .toList();
  }

  private double calibrationError() {
    double total = 0;
    double error = 0;
    for (double[] group : groups()) {
      total += group[0];
      error += Math.abs(group[1] - group[2]);
    }
    return total == 0 ? 0 : error / total;
  }

  /** About ten groups of like size, each with count, Σ predicted, Σ observed. */
  private double[][] groups() {
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    double[][] groups = new double[GROUPS + 1][3];
    int used = 0;
    for (int bin = 0; bin < BINS; bin++) {
      groups[used][0] += counts[bin];
      groups[used][1] += predicted[bin];
      groups[used][2] += observed[bin];
      if (groups[used][0] >= total / GROUPS && groups[used][0] > 0) {
        used++;
      }
    }
    if (used > 0 && groups[used][0] > 0) {
      for (int part = 0; part < 3; part++) {
        groups[used - 1][part] += groups[used][part];
      }
    }
    return Arrays.copyOf(groups, used);
  }

  private static void halve(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= 2;
    }
  }

  void write(ByteSink sink) {
    sink.count(responses);
    sink.count(positives);
    sink.count(refusals);
    sink.float64(logLoss);
    sink.float64(brier);
    sink.float64(baselineLogLoss);
    sink.float64(baselineBrier);
    sink.count(alarms);
    sink.count(lastAlarm);
    alarm.write(sink);
    sink.doubles(counts);
    sink.doubles(predicted);
    sink.doubles(observed);
  }

  static Watch read(ByteSource source) {
    Watch watch = new Watch();
    watch.responses = source.longCount();
    watch.positives = source.longCount();
    watch.refusals = source.longCount();
    watch.logLoss = source.float64();
    watch.brier = source.float64();
    watch.baselineLogLoss = source.float64();
    watch.baselineBrier = source.float64();
    watch.alarms = source.count();
    watch.lastAlarm = source.longCount();
    watch.alarm = PageHinkley.read(source);
    watch.counts = source.doubles();
    watch.predicted = source.doubles();
    watch.observed = source.doubles();
    return watch;
  }
}
