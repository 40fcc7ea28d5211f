package cairn.decision.measure;

import java.util.List;

/**
 * How much each factor moves who wins: the winners that change when a factor is left out of {@code
 * P x C x L x V}.
 */
public final class Sensitivity {
  private Sensitivity() {}

  /** The factors of one candidate. */
  public record Factors(double p, double c, double l, double v) {
    double without(Factor out) {
      return (out == Factor.P ? 1 : p)
          * (out == Factor.C ? 1 : c)
          * (out == Factor.L ? 1 : l)
          * (out == Factor.V ? 1 : v);
    }

    double product() {
      return p * c * l * v;
    }
  }

  /** One factor. */
  public enum Factor {
    P,
    C,
    L,
    V
  }

  /** In how many decisions another candidate wins without this factor; the first of equals wins. */
  public static int influence(List<List<Factors>> decisions, Factor out) {
    int changed = 0;
    for (var candidates : decisions) {
      int winner = 0;
      int other = 0;
      for (int i = 1; i < candidates.size(); i++) {
        if (candidates.get(i).product() > candidates.get(winner).product()) {
          winner = i;
        }
        if (candidates.get(i).without(out) > candidates.get(other).without(out)) {
          other = i;
        }
      }
      changed += winner == other ? 0 : 1;
    }
    return changed;
  }
}
