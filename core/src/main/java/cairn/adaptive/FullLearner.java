package cairn.adaptive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bayesian logistic regression with full covariance, one Newton step a lesson.
 *
 * <p>With x the features, y the outcome, μ and C the belief, δ the drift and v0 the prior variance:
 *
 * <pre>
 *   C_jj ← min(v0, C_jj + δ)               for each touched j with C_jj &lt; v0
 *   v  = max(0, xᵀCx);  p = σ(μ·x / √(1 + πv/8));  h = max(p(1 − p), 1e-6)
 *   μ ← μ + Cx (y − p)/(1 + hv);  C ← C − h/(1 + hv) · Cx (Cx)ᵀ
 * </pre>
 *
 * The extended Kalman filter for a logistic likelihood (Spiegelhalter and Lauritzen 1990), with
 * MacKay's (1992) approximation of the predictive chance. C is a packed upper triangle, so it
 * cannot lose its symmetry.
 */
public final class FullLearner implements Learner {
  private static final double CURVATURE_MIN = 1e-6;

  private final double priorVariance;
  private final double drift;
  private int @Nullable [] coordinateOfSlot;
  private int dimension;
  private double[] mean;
  private double[] covariance;
  private double[] projected = new double[0];

  /**
   * A learner that knows nothing but the weight of the constant, which has slot 0.
   *
   * @param sources how many sources of features there are, the constant included
   */
  public FullLearner(LearnerSettings settings, int sources) {
    this(settings, sources, new double[] {settings.priorLogit()});
  }

  /** A learner that starts with these weights and full uncertainty. */
  FullLearner(LearnerSettings settings, int sources, double[] startingWeights) {
    this.priorVariance = settings.weightVariance(sources);
    this.drift = settings.drift();
    this.coordinateOfSlot = null;
    this.mean = startingWeights.clone();
    this.covariance = new double[0];
    require(startingWeights.length);
  }

  /** A learner over chosen coordinates with known variances (the promotion of a diagonal one). */
  FullLearner(
      LearnerSettings settings,
      double priorVariance,
      int[] coordinateOfSlot,
      double[] mean,
      double[] variances) {
    this.priorVariance = priorVariance;
    this.drift = settings.drift();
    this.coordinateOfSlot = coordinateOfSlot;
    this.mean = mean;
    this.covariance = new double[0];
    require(mean.length);
    for (int j = 0; j < variances.length; j++) {
      covariance[j * (j + 3) / 2] = variances[j];
    }
  }

  private FullLearner(
      double priorVariance,
      double drift,
      int dimension,
      double[] mean,
      double[] covariance,
      int @Nullable [] coordinateOfSlot) {
    this.priorVariance = priorVariance;
    this.drift = drift;
    this.dimension = dimension;
    this.mean = mean;
    this.covariance = covariance;
    this.coordinateOfSlot = coordinateOfSlot;
    this.projected = new double[dimension];
  }

  @Override
  public double propensity(ActiveFeatures x) {
    ActiveFeatures active = reach(x);
    return Logistic.propensity(FullBelief.logit(active, mean, dimension), project(active));
  }

  @Override
  public double learn(ActiveFeatures x, double outcome) {
    ActiveFeatures active = reach(x);
    loosen(active);
    double v = project(active);
    double p = Logistic.propensity(FullBelief.logit(active, mean, dimension), v);
    double h = Math.max(p * (1 - p), CURVATURE_MIN);
    double shrink = 1 / (1 + h * v);
    shift((outcome - p) * shrink);
    tighten(h * shrink);
    return p;
  }

  @Override
  public void correct(ActiveFeatures x, double change) {
    project(reach(x));
    shift(change);
  }

  @Override
  public FullLearner finer() {
    double[] wider = covariance.clone();
    for (int j = 0; j < dimension; j++) {
      wider[j * (j + 3) / 2] += FINER_VARIANCE * priorVariance;
    }
    int[] map = coordinateOfSlot;
    return new FullLearner(
        priorVariance, drift, dimension, mean.clone(), wider, map == null ? null : map.clone());
  }

  /** The features this model can see, with room made for them. */
  private ActiveFeatures reach(ActiveFeatures x) {
    int[] map = coordinateOfSlot;
    if (map != null) {
      map = withRoomFor(x, map);
      coordinateOfSlot = map;
      return x.mapped(map);
    }
    int seen = x.below(LearnerSettings.FULL_DIMENSION_MAX);
    if (seen > 0) {
      require(x.slots[seen - 1] + 1);
    }
    return x;
  }

  /** Gives features without a coordinate the next ones while there are any; never changes a map. */
  private int[] withRoomFor(ActiveFeatures x, int[] map) {
    int[] grown = map;
    for (int i = 0; i < x.size && dimension < LearnerSettings.FULL_DIMENSION_MAX; i++) {
      int slot = x.slots[i];
      if (slot < FeatureSpace.SLOTS_MAX && (slot >= grown.length || grown[slot] < 0)) {
        int length = grown.length;
        grown = Arrays.copyOf(grown, Math.max(length, slot + 1));
        Arrays.fill(grown, length, grown.length, -1);
        grown[slot] = dimension;
        require(dimension + 1);
      }
    }
    return grown;
  }

  private void require(int needed) {
    if (needed > dimension) {
      mean = Arrays.copyOf(mean, Math.max(mean.length, needed));
      covariance = Arrays.copyOf(covariance, needed * (needed + 1) / 2);
      for (int j = dimension; j < needed; j++) {
        covariance[j * (j + 3) / 2] = priorVariance;
      }
      projected = new double[needed];
      dimension = needed;
    }
  }

  private void loosen(ActiveFeatures x) {
    int known = x.below(dimension);
    for (int i = 0; i < known; i++) {
      int diagonal = x.slots[i] * (x.slots[i] + 3) / 2;
      if (x.values[i] != 0 && covariance[diagonal] < priorVariance) {
        covariance[diagonal] = Math.min(priorVariance, covariance[diagonal] + drift);
      }
    }
  }

  /** Puts Cx into {@link #projected} and answers max(0, xᵀCx). */
  private double project(ActiveFeatures x) {
    int[] slots = x.slots;
    double[] values = x.values;
    double[] c = covariance;
    double[] out = projected;
    int d = dimension;
    int known = x.below(d);
    Arrays.fill(out, 0);
    for (int a = 0; a < known; a++) {
      addColumn(c, slots[a] * (slots[a] + 1) / 2, slots[a] + 1, values[a], out);
    }
    // Row j right of the diagonal: the entries (j, i), i > j, one in each later column.
    int reached = 0;
    int column = 0;
    for (int i = 0; i < d; i++) {
      column += i;
      double sum = 0;
      for (int a = 0; a < reached; a++) {
        sum += values[a] * c[column + slots[a]];
      }
      out[i] += sum;
      if (reached < known && slots[reached] == i) {
        reached++;
      }
    }
    double v = 0;
    for (int a = 0; a < known; a++) {
      v += values[a] * out[slots[a]];
    }
    return Math.max(0, v);
  }

  private static void addColumn(double[] c, int from, int count, double factor, double[] out) {
    for (int i = 0; i < count; i++) {
      out[i] += factor * c[from + i];
    }
  }

  private void shift(double factor) {
    double[] out = projected;
    double[] m = mean;
    for (int i = 0; i < dimension; i++) {
      m[i] += factor * out[i];
    }
  }

  private void tighten(double factor) {
    double[] out = projected;
    int column = 0;
    for (int j = 0; j < dimension; j++) {
      column += j;
      double step = -factor * out[j];
      if (step != 0) {
        addTo(covariance, column, j + 1, step, out);
      }
    }
  }

  private static void addTo(double[] c, int from, int count, double factor, double[] of) {
    for (int i = 0; i < count; i++) {
      c[from + i] += factor * of[i];
    }
  }

  @Override
  public FullBelief belief() {
    float[] single = new float[covariance.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = (float) covariance[i];
    }
    return new FullBelief(
        dimension, priorVariance, Arrays.copyOf(mean, dimension), single, coordinateOfSlot);
  }

  double[] weights() {
    return Arrays.copyOf(mean, dimension);
  }

  boolean isMapped() {
    return coordinateOfSlot != null;
  }

  void write(ByteSink sink) {
    sink.float64(priorVariance);
    sink.float64(drift);
    sink.count(dimension);
    sink.doubles(Arrays.copyOf(mean, dimension));
    sink.doubles(covariance);
    sink.int8(coordinateOfSlot == null ? 0 : 1);
    if (coordinateOfSlot != null) {
      sink.ints(coordinateOfSlot);
    }
  }

  static FullLearner read(ByteSource source) {
    double priorVariance = source.float64();
    double drift = source.float64();
    int dimension = source.count();
    double[] mean = source.doubles();
    double[] covariance = source.doubles();
    int[] map = source.int8() == 0 ? null : source.ints();
    if (mean.length != dimension || covariance.length != dimension * (dimension + 1) / 2) {
      throw new IllegalArgumentException("a learner whose parts do not fit");
    }
    return new FullLearner(priorVariance, drift, dimension, mean, covariance, map);
  }
}
