package cairn.adaptive;

import java.util.List;

/** One thing a model looks at, and how its value becomes features. */
public sealed interface Predictor {
  /** The name people know it by, unique within a schema. */
  String name();

  /** A word such as a channel or a region: one feature for each different word. */
  record Symbol(String name) implements Predictor {}

  /** A number used as it is, centred and scaled by what was seen so far, clipped to ±4. */
  record Scaled(String name) implements Predictor {}

  /** A number cut at fixed edges: bin i holds edge i-1 <= number < edge i. */
  record Binned(String name, List<Double> edges) implements Predictor {
    public Binned {
      edges = List.copyOf(edges);
      for (int i = 1; i < edges.size(); i++) {
        if (!(edges.get(i - 1) < edges.get(i))) {
          throw new IllegalArgumentException("edges must rise: " + edges);
        }
      }
    }
  }

  /**
   * A number cut at quantiles. Until {@link NumericSummary#QUANTILES_AFTER} values were seen it is
   * treated as {@link Scaled}; then the edges are taken once and stay.
   */
  record Quantiles(String name, int bins) implements Predictor {
    public Quantiles {
      if (bins < 2 || bins > 50) {
        throw new IllegalArgumentException("between 2 and 50 bins, not " + bins);
      }
    }
  }
}
