package cairn.adaptive;

/**
 * How models learn; one setting serves every use (docs/benchmarks.md).
 *
 * @param logitVariance the variance of a typical person's logit before the first lesson; above 0
 * @param drift δ, added to the variance of a touched weight at each lesson, up to its prior
 * @param priorLogit the constant's weight before the first lesson
 * @param kind how a new model keeps its uncertainty
 * @param promotionResponses a diagonal model becomes a full one after so many lessons
 * @param diagonalBits a diagonal model has 2^bits hashed coordinates
 * @param diagonalForget f: the variance of a touched weight of a diagonal model is divided by it
 * @param newcomerResponses so many lessons until a new action is no newcomer
 */
public record LearnerSettings(
    double logitVariance,
    double drift,
    double priorLogit,
    Kind kind,
    int promotionResponses,
    int diagonalBits,
    double diagonalForget,
    int newcomerResponses) {

  /** The most coordinates of a model with full covariance. */
  public static final int FULL_DIMENSION_MAX = 256;

  /** No weight starts with more variance than this. */
  public static final double WEIGHT_VARIANCE_MAX = 1;

  /** The defaults: every figure of the benchmarks was reached with them. */
  public static final LearnerSettings STANDARD =
      new LearnerSettings(5, 3e-5, -1, Kind.FULL, 500, 14, 0.9995, 100);

  /** How a new model keeps its uncertainty. */
  public enum Kind {
    /** Every pair of up to 256 coordinates. */
    FULL,
    /** One variance for each hashed coordinate; promoted to {@link #FULL} with experience. */
    DIAGONAL
  }

  public LearnerSettings {
    if (!(logitVariance > 0) || !(drift >= 0) || !Double.isFinite(priorLogit)) {
      throw new IllegalArgumentException("logit variance above 0, drift at least 0");
    }
    if (diagonalBits < 4 || diagonalBits > 18 || promotionResponses < 1) {
      throw new IllegalArgumentException("4 to 18 bits, promotion after at least 1 response");
    }
    if (!(diagonalForget > 0 && diagonalForget <= 1) || newcomerResponses < 0) {
      throw new IllegalArgumentException("forgetting in (0, 1], newcomer responses at least 0");
    }
  }

  /**
   * v0, the prior variance of one weight. A word adds 1 and a scaled number about 1 to the squared
   * length of a vector, so the logit's variance is shared among the sources of features.
   */
  public double weightVariance(int sources) {
    return Math.min(WEIGHT_VARIANCE_MAX, logitVariance / sources);
  }

  /** The same with another weight for the constant. */
  public LearnerSettings withPriorLogit(double logit) {
    return new LearnerSettings(
        logitVariance,
        drift,
        logit,
        kind,
        promotionResponses,
        diagonalBits,
        diagonalForget,
        newcomerResponses);
  }

  /** The same with another drift. */
  public LearnerSettings withDrift(double other) {
    return new LearnerSettings(
        logitVariance,
        other,
        priorLogit,
        kind,
        promotionResponses,
        diagonalBits,
        diagonalForget,
        newcomerResponses);
  }

  /** The same with another kind of model. */
  public LearnerSettings withKind(Kind other) {
    return new LearnerSettings(
        logitVariance,
        drift,
        priorLogit,
        other,
        promotionResponses,
        diagonalBits,
        diagonalForget,
        newcomerResponses);
  }

  void write(ByteSink sink) {
    sink.float64(logitVariance);
    sink.float64(drift);
    sink.float64(priorLogit);
    sink.int8(kind == Kind.FULL ? 0 : 1);
    sink.count(promotionResponses);
    sink.int8(diagonalBits);
    sink.float64(diagonalForget);
    sink.count(newcomerResponses);
  }

  static LearnerSettings read(ByteSource source) {
    return new LearnerSettings(
        source.float64(),
        source.float64(),
        source.float64(),
        source.int8() == 0 ? Kind.FULL : Kind.DIAGONAL,
        source.count(),
        source.int8(),
        source.float64(),
        source.count());
  }
}
