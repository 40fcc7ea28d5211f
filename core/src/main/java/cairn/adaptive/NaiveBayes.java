package cairn.adaptive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The formulas of the transparent baseline: counts of wanted and other outcomes in the bins of each
 * predictor, summed as log odds.
 *
 * <p>Our reading of formulas published with pega-datascientist-tools (Apache-2.0); a baseline of
 * the same kind, not another product's result.
 */
public final class NaiveBayes {
  private NaiveBayes() {}

  /** Bins of one predictor or classifier: wanted and other outcomes in each. */
  public record Bins(List<Double> wanted, List<Double> others) {
    public Bins {
      wanted = List.copyOf(wanted);
      others = List.copyOf(others);
      if (wanted.size() != others.size() || wanted.isEmpty()) {
        throw new IllegalArgumentException("as many wanted as other counts, and at least one");
      }
    }

    public int size() {
      return wanted.size();
    }

    double wantedTotal() {
      return wanted.stream().mapToDouble(count -> count).sum();
    }

    double othersTotal() {
      return others.stream().mapToDouble(count -> count).sum();
    }
  }

  /** How many times more often wanted than overall. */
  public static double lift(Bins bins, int bin) {
    double wanted = bins.wantedTotal();
    double all = wanted + bins.othersTotal();
    double inBin = bins.wanted.get(bin) + bins.others.get(bin);
    return bins.wanted.get(bin) * all / (inBin * wanted);
  }

  /** The z-value of the difference between wanted and others in this bin. */
  public static double zRatio(Bins bins, int bin) {
    double wanted = bins.wantedTotal();
    double others = bins.othersTotal();
    double pf = bins.wanted.get(bin) / wanted;
    double nf = bins.others.get(bin) / others;
    return (pf - nf) / Math.sqrt(pf * (1 - pf) / wanted + nf * (1 - nf) / others);
  }

  /** ln(pos + 1/n) − ln(neg + 1/n) − ln(1 + Σpos) + ln(1 + Σneg). */
  public static double contribution(Bins bins, int bin) {
    double share = 1.0 / bins.size();
    return StrictMath.log(bins.wanted.get(bin) + share)
        - StrictMath.log(bins.others.get(bin) + share)
        - StrictMath.log(1 + bins.wantedTotal())
        + StrictMath.log(1 + bins.othersTotal());
  }

  /** (ln(1 + wanted) − ln(1 + others) + Σ contributions)/(1 + their number). */
  public static double score(double wanted, double others, double[] contributions) {
    double sum = base(wanted, others) + Arrays.stream(contributions).sum();
    return sum / (1 + contributions.length);
  }

  /** ln(1 + wanted) − ln(1 + others). */
  public static double base(double wanted, double others) {
    return StrictMath.log(1 + wanted) - StrictMath.log(1 + others);
  }

  /** (0.5 + wanted)/(1 + wanted + others): 0.5 for an empty bin. */
  public static double propensity(double wanted, double others) {
    return (0.5 + wanted) / (1 + wanted + others);
  }

  /** Σ |contribution| weighted by the responses of each bin. */
  public static double importance(Bins bins) {
    double sum = 0;
    for (int bin = 0; bin < bins.size(); bin++) {
      double responses = bins.wanted.get(bin) + bins.others.get(bin);
      sum += Math.abs(contribution(bins, bin)) * responses;
    }
    return sum / (bins.wantedTotal() + bins.othersTotal());
  }

  /** The area under the curve of bins sorted by rate; 0.5 when one kind is absent; folded. */
  public static double auc(Bins bins) {
    double unfolded = unfoldedAuc(bins);
    return Math.max(unfolded, 1 - unfolded);
  }

  /** The area with the bins in their own order from last to first: below 0.5 when inverted. */
  public static double aucInOrder(Bins bins) {
    int[] order = new int[bins.size()];
    Arrays.setAll(order, i -> order.length - 1 - i);
    return area(bins, order);
  }

  private static double unfoldedAuc(Bins bins) {
    int[] order =
        IntStream.range(0, bins.size())
            .boxed()
            .sorted((one, other) -> Double.compare(rate(bins, other), rate(bins, one)))
            .mapToInt(i -> i)
            .toArray();
    return area(bins, order);
  }

  private static double area(Bins bins, int[] order) {
    double wanted = bins.wantedTotal();
    double others = bins.othersTotal();
    if (wanted == 0 || others == 0) {
      return 0.5;
    }
    double area = 0;
    double height = 0;
    for (int bin : order) {
      double rise = bins.wanted.get(bin) / wanted;
      area += bins.others.get(bin) / others * (height + rise / 2);
      height += rise;
    }
    return area;
  }

  private static double rate(Bins bins, int bin) {
    double all = bins.wanted.get(bin) + bins.others.get(bin);
    return all == 0 ? 0 : bins.wanted.get(bin) / all;
  }
}
