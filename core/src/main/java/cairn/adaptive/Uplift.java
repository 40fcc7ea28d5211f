package cairn.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a score tells whom a treatment changes, from people treated and not treated by chance.
 *
 * <p>Curves and coefficients follow the definitions of Radcliffe (2007) as scikit-uplift computes
 * them: rows ordered by falling score (equal scores in reverse order of rows), points where the
 * score changes, and (0, 0).
 */
public final class Uplift {
  private final double[] outcomes;
  private final boolean[] treated;

  /** Takes parallel rows: outcome 1 or 0, and whether the person was treated. */
  public Uplift(double[] outcomes, boolean[] treated) {
    if (outcomes.length != treated.length || outcomes.length == 0) {
      throw new IllegalArgumentException("columns of different lengths, or none");
    }
    this.outcomes = outcomes.clone();
    this.treated = treated.clone();
  }

  /** A curve over the number of people targeted. */
  public record Curve(List<Point> points) {
    /** So many targeted, so much gained. */
    public record Point(double targeted, double gain) {}

    public Curve {
      points = List.copyOf(points);
    }

    /** The area under the curve, by trapezoids. */
    public double area() {
      double area = 0;
      for (int i = 1; i < points.size(); i++) {
        Point from = points.get(i - 1);
        Point to = points.get(i);
        area += (to.targeted() - from.targeted()) * (from.gain() + to.gain()) / 2;
      }
      return area;
    }

    /** The area under the straight line from nothing to this curve's end. */
    double areaOfDiagonal() {
      Point end = points.getLast();
      return end.targeted() * end.gain() / 2;
    }
  }

  /** y_T − y_C n_T/n_C over the people with the highest scores. */
  public Curve qini(double[] scores) {
    return curve(scores, true);
  }

  /** (y_T/n_T − y_C/n_C) n over the people with the highest scores. */
  public Curve uplift(double[] scores) {
    return curve(scores, false);
  }

  /** (Qini area − diagonal)/(perfect area − diagonal): 1 is perfect, 0 is chance. */
  public double qiniCoefficient(double[] scores) {
    double[] perfect = new double[outcomes.length];
    for (int i = 0; i < perfect.length; i++) {
      perfect[i] = treated[i] ? outcomes[i] : -outcomes[i];
    }
    return coefficient(qini(scores), qini(perfect));
  }

  /** (uplift area − diagonal)/(perfect area − diagonal). */
  public double upliftCoefficient(double[] scores) {
    return coefficient(uplift(scores), uplift(perfectUplift()));
  }

  private static double coefficient(Curve curve, Curve perfect) {
    double diagonal = perfect.areaOfDiagonal();
    return (curve.area() - diagonal) / (perfect.area() - diagonal);
  }

  private double[] perfectUplift() {
    int controlResponders = 0;
    int treatedOthers = 0;
    for (int i = 0; i < outcomes.length; i++) {
      controlResponders += !treated[i] && outcomes[i] == 1 ? 1 : 0;
      treatedOthers += treated[i] && outcomes[i] == 0 ? 1 : 0;
    }
    boolean byOutcome = controlResponders > treatedOthers;
    double[] perfect = new double[outcomes.length];
    for (int i = 0; i < perfect.length; i++) {
      boolean same = (outcomes[i] == 1) == treated[i];
      double tie = byOutcome ? outcomes[i] : (treated[i] ? 1 : 0);
      perfect[i] = (same ? 2 : 0) + tie;
    }
    return perfect;
  }

  /** The difference of response rates among the ⌊share · n⌋ people with the highest scores. */
  public double upliftAt(double[] scores, double share) {
    int[] order = order(scores);
    int count = (int) (share * scores.length);
    double[] tally = new double[4];
    for (int i = 0; i < count; i++) {
      add(tally, order[i]);
    }
    return rate(tally[1], tally[0]) - rate(tally[3], tally[2]);
  }

  /** Rows by falling score, equal scores in reverse order of rows. */
  private static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((one, other) -> {
          int byScore = Double.compare(scores[other], scores[one]);
          return byScore != 0 ? byScore : Integer.compare(other, one);
        })
        .mapToInt(i -> i)
        .toArray();
  }

  private Curve curve(double[] scores, boolean qini) {
    int n = scores.length;
    int[] order = order(scores);
    List<Curve.Point> points = new ArrayList<>();
    points.add(new Curve.Point(0, 0));
    double[] tally = new double[4];
    for (int i = 0; i < n; i++) {
      add(tally, order[i]);
      if (i == n - 1 || scores[order[i]] != scores[order[i + 1]]) {
        points.add(new Curve.Point(i + 1, qini ? qiniGain(tally) : upliftGain(tally)));
      }
    }
    return new Curve(points);
  }

  /** Counts n_T, y_T, n_C, y_C. */
  private void add(double[] tally, int row) {
    int side = treated[row] ? 0 : 2;
    tally[side]++;
    tally[side + 1] += outcomes[row];
  }

  private static double qiniGain(double[] tally) {
    return tally[1] - (tally[2] == 0 ? 0 : tally[3] * tally[0] / tally[2]);
  }

  private static double upliftGain(double[] tally) {
    return (rate(tally[1], tally[0]) - rate(tally[3], tally[2])) * (tally[0] + tally[2]);
  }

  private static double rate(double wanted, double count) {
    return count == 0 ? 0 : wanted / count;
  }
}
