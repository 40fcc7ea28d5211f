package cairn.adaptive;

/**
 * How well one model did so far, each outcome predicted before it was learned.
 *
 * @param responses outcomes learned
 * @param positives of which wanted
 * @param refusals of which a NO or "not now"
 * @param logLoss mean log-loss, natural logarithm
 * @param brier mean squared error
 * @param baselineLogLoss mean log-loss of the running mean instead
 * @param baselineBrier mean squared error of the running mean instead
 * @param calibrationError mean |predicted − observed| over groups of like predictions
 * @param alarms how often the log-loss rose beyond what chance explains
 * @param lastAlarm the response at which it last did, or 0
 */
public record Quality(
    long responses,
    long positives,
    long refusals,
    double logLoss,
    double brier,
    double baselineLogLoss,
    double baselineBrier,
    double calibrationError,
    int alarms,
    long lastAlarm) {

  /** No outcome yet. */
  public static final Quality NONE = new Quality(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  void write(ByteSink sink) {
    sink.count(responses);
    sink.count(positives);
    sink.count(refusals);
    sink.float64(logLoss);
    sink.float64(brier);
    sink.float64(baselineLogLoss);
    sink.float64(baselineBrier);
    sink.float64(calibrationError);
    sink.count(alarms);
    sink.count(lastAlarm);
  }

  static Quality read(ByteSource source) {
    return new Quality(
        source.longCount(),
        source.longCount(),
        source.longCount(),
        source.float64(),
        source.float64(),
        source.float64(),
        source.float64(),
        source.float64(),
        source.count(),
        source.longCount());
  }
}
