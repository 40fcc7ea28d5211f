package cairn.adaptive;

import cairn.chance.Chance;
import java.util.Arrays;

/**
 * What another policy would have earned, judged from what one policy logged.
 *
 * <p>Notation: p the logged probability of the logged action, π that of the other policy, w = π/p,
 * r the reward, q̂ a predicted reward of the logged action fitted on other rows, dm = Σ_a π(a)
 * q̂(a). A row without chance (p missing or 0) cannot be used. See Dudík et al. (2011), Swaminathan
 * and Joachims (2015), Wang et al. (2017), Su et al. (2020).
 */
public final class OffPolicy {
  /** From this effective sample size on, and 5 % of the rows, the doubly robust estimate stands. */
  public static final double EFFECTIVE_ROWS_SOUND = 500;

  /** Below this effective sample size nothing is said. */
  public static final double EFFECTIVE_ROWS_MIN = 50;

  /** The share of effective rows among all from which the doubly robust estimate stands. */
  public static final double EFFECTIVE_SHARE_SOUND = 0.05;

  private static final double WEIGHT_ERRORS_MAX = 3;
  private static final double Z_95 = 1.959963984540054;

  private final double[] rewards;
  private final double[] weights;
  private final double[] predictedLogged;
  private final double[] predictedPolicy;
  private final int unusable;

  /**
   * Takes parallel rows.
   *
   * @param rewards r
   * @param logged p; NaN or not above 0 marks a row that cannot be used
   * @param evaluated π of the logged action
   * @param predictedLogged q̂ of the logged action
   * @param predictedPolicy dm
   */
  public OffPolicy(
      double[] rewards,
      double[] logged,
      double[] evaluated,
      double[] predictedLogged,
      double[] predictedPolicy) {
    int n = rewards.length;
    if (logged.length != n
        || evaluated.length != n
        || predictedLogged.length != n
        || predictedPolicy.length != n) {
      throw new IllegalArgumentException("columns of different lengths");
    }
    int kept = 0;
    double[] r = new double[n];
    double[] w = new double[n];
    double[] q = new double[n];
    double[] dm = new double[n];
    for (int i = 0; i < n; i++) {
      if (logged[i] > 0) {
        r[kept] = rewards[i];
        w[kept] = evaluated[i] / logged[i];
        q[kept] = predictedLogged[i];
        dm[kept] = predictedPolicy[i];
        kept++;
      }
    }
    this.rewards = Arrays.copyOf(r, kept);
    this.weights = Arrays.copyOf(w, kept);
    this.predictedLogged = Arrays.copyOf(q, kept);
    this.predictedPolicy = Arrays.copyOf(dm, kept);
    this.unusable = n - kept;
  }

  /** Rows that can be used. */
  public int size() {
    return rewards.length;
  }

  /** Direct method: mean dm. */
  public double directMethod() {
    return mean(predictedPolicy);
  }

  /** Inverse propensity: mean w r. */
  public double inversePropensity() {
    return clippedInversePropensity(Double.POSITIVE_INFINITY);
  }

  /** Mean min(w, λ) r. */
  public double clippedInversePropensity(double lambda) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += Math.min(weights[i], lambda) * rewards[i];
    }
    return sum / size();
  }

  /** Self-normalised: Σ w r / Σ w. */
  public double selfNormalised() {
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < size(); i++) {
      top += weights[i] * rewards[i];
      bottom += weights[i];
    }
    return top / bottom;
  }

  /** Doubly robust: mean dm + w (r − q̂). */
  public double doublyRobust() {
    return switchDoublyRobust(Double.POSITIVE_INFINITY);
  }

  /** Self-normalised doubly robust: mean dm + Σ w (r − q̂) / Σ w. */
  public double selfNormalisedDoublyRobust() {
    double top = 0;
    double bottom = 0;
    for (int i = 0; i < size(); i++) {
      top += weights[i] * (rewards[i] - predictedLogged[i]);
      bottom += weights[i];
    }
    return directMethod() + top / bottom;
  }

  /** Switch: doubly robust where w ≤ λ, the direct method elsewhere. */
  public double switchDoublyRobust(double lambda) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double weight = weights[i] <= lambda ? weights[i] : 0;
      sum += predictedPolicy[i] + weight * (rewards[i] - predictedLogged[i]);
    }
    return sum / size();
  }

  /** Optimistic shrinkage: mean dm + λw/(w² + λ) (r − q̂). */
  public double shrunkDoublyRobust(double lambda) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      double weight = lambda * weights[i] / (weights[i] * weights[i] + lambda);
      sum += predictedPolicy[i] + weight * (rewards[i] - predictedLogged[i]);
    }
    return sum / size();
  }

  /** (Σ w)² / Σ w²: how many rows logged by the other policy these are worth. */
  public double effectiveRows() {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    return squares == 0 ? 0 : sum * sum / squares;
  }

  public double meanWeight() {
    return mean(weights);
  }

  public double weightMax() {
    return Arrays.stream(weights).max().orElse(0);
  }

  /** The share of rows that could not be used. */
  public double excludedShare() {
    return unusable == 0 ? 0 : (double) unusable / (unusable + size());
  }

  /** 1.96 standard errors of the doubly robust estimate. */
  public double doublyRobustMargin() {
    double[] terms = doublyRobustTerms();
    return Z_95 * deviation(terms) / Math.sqrt(terms.length);
  }

  /** The 2.5 % and 97.5 % points of the doubly robust estimate over resampled rows. */
  public double[] doublyRobustBootstrap(int resamples, long seed) {
    double[] terms = doublyRobustTerms();
    double[] estimates = new double[resamples];
    Chance chance = new Chance(seed);
    for (int b = 0; b < resamples; b++) {
      double sum = 0;
      for (int i = 0; i < terms.length; i++) {
        sum += terms[chance.nextInt(terms.length)];
      }
      estimates[b] = sum / terms.length;
    }
    Arrays.sort(estimates);
    return new double[] {
      estimates[(int) (0.025 * (resamples - 1))], estimates[(int) (0.975 * (resamples - 1))]
    };
  }

  private double[] doublyRobustTerms() {
    double[] terms = new double[size()];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = predictedPolicy[i] + weights[i] * (rewards[i] - predictedLogged[i]);
    }
    return terms;
  }

  /** What may be said of the other policy. */
  public Verdict verdict() {
    double effective = effectiveRows();
    if (unusable > 0) {
      return refused("some logged choices have no probability");
    }
    if (size() < 2 || effective < EFFECTIVE_ROWS_MIN) {
      return refused("the log holds too few choices like those of the other policy");
    }
    double error = deviation(weights) / Math.sqrt(size());
    if (Math.abs(meanWeight() - 1) > WEIGHT_ERRORS_MAX * error) {
      return refused("the logged probabilities do not fit the choices made");
    }
    double estimate = doublyRobust();
    double margin = doublyRobustMargin();
    if (effective >= EFFECTIVE_ROWS_SOUND && effective >= EFFECTIVE_SHARE_SOUND * size()) {
      return new Verdict.Sound(estimate, margin, effective, weightMax(), excludedShare());
    }
    return new Verdict.Indicative(
        estimate,
        margin,
        switchDoublyRobust(10),
        shrunkDoublyRobust(50),
        effective,
        weightMax(),
        excludedShare());
  }

  private Verdict refused(String reason) {
    return new Verdict.Refused(reason, effectiveRows(), weightMax(), excludedShare());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / values.length);
  }

  /** What may be said, always with effective rows, largest weight and excluded share. */
  public sealed interface Verdict {
    double effectiveRows();

    double weightMax();

    double excludedShare();

    /** The doubly robust estimate with its 95 % margin. */
    record Sound(
        double estimate,
        double margin,
        double effectiveRows,
        double weightMax,
        double excludedShare)
        implements Verdict {}

    /** An indication: three estimates that should agree before anyone acts on them. */
    record Indicative(
        double doublyRobust,
        double margin,
        double switched,
        double shrunk,
        double effectiveRows,
        double weightMax,
        double excludedShare)
        implements Verdict {}

    /** Nothing can be said, for this reason. */
    record Refused(String reason, double effectiveRows, double weightMax, double excludedShare)
        implements Verdict {}
  }
}
