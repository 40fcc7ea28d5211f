package cairn.adaptive;

import org.jspecify.annotations.Nullable;

/**
 * One published model: what it believes and how it has done.
 *
 * @param group siblings share a group; a new model starts from the mean of its siblings
 * @param version counts the times its kind of belief changed (promotion), from 1
 * @param newcomer whether its traffic is capped: it came after others had been established and has
 *     not had {@link LearnerSettings#newcomerResponses} outcomes
 * @param map from its chances to observed ones, while its calibration is off
 */
public record ActionModel(
    ModelId id,
    String group,
    int version,
    Belief belief,
    Quality quality,
    boolean newcomer,
    @Nullable Isotonic map) {

  private static final double CHANCE_MIN = 1e-6;

  /** The chance of the wanted outcome behind this logit and variance. */
  public double propensity(double logit, double variance) {
    double raw = Logistic.propensity(logit, variance);
    return map == null ? raw : map.apply(raw);
  }

  /**
   * Logit, variance and chance for one person. While the chance is mapped, the logit is moved so
   * that it still gives the mapped chance at this variance.
   */
  public Prediction predict(ActiveFeatures x) {
    double logit = belief.logit(x);
    double variance = belief.variance(x);
    double chance = Logistic.propensity(logit, variance);
    if (map == null) {
      return new Prediction(logit, variance, chance);
    }
    double mapped = Math.max(CHANCE_MIN, Math.min(1 - CHANCE_MIN, map.apply(chance)));
    return new Prediction(Logistic.logitBehind(mapped, variance), variance, mapped);
  }

  void write(ByteSink sink) {
    sink.text(id.value());
    sink.text(group);
    sink.count(version);
    switch (belief) {
      case FullBelief full -> {
        sink.int8(0);
        full.write(sink);
      }
      case DiagonalBelief diagonal -> {
        sink.int8(1);
        diagonal.write(sink);
      }
    }
    quality.write(sink);
    sink.int8(newcomer ? 1 : 0);
    sink.int8(map == null ? 0 : 1);
    if (map != null) {
      map.write(sink);
    }
  }

  static ActionModel read(ByteSource source) {
    return new ActionModel(
        new ModelId(source.text()),
        source.text(),
        source.count(),
        source.int8() == 0 ? FullBelief.read(source) : DiagonalBelief.read(source),
        Quality.read(source),
        source.int8() == 1,
        source.int8() == 1 ? Isotonic.read(source) : null);
  }
}
