package cairn.adaptive;

import java.util.Arrays;
import java.util.List;

/** Turns the values of one person and context into features, by the numbers of one snapshot. */
final class Encoder {
  private static final String[] BIN_LABELS = binLabels();

  private final FeatureSchema schema;
  private final FeatureSpace space;
  private final double[] means;
  private final double[] spreads;
  private final double[][] edges;

  Encoder(
      FeatureSchema schema,
      FeatureSpace space,
      double[] means,
      double[] spreads,
      double[][] edges) {
    this.schema = schema;
    this.space = space;
    this.means = means;
    this.spreads = spreads;
    this.edges = edges;
  }

  private static String[] binLabels() {
    String[] labels = new String[51];
    Arrays.setAll(labels, bin -> "bin " + (bin + 1));
    return labels;
  }

  FeatureVector encode(FeatureSource source) {
    FeatureVector.Builder builder = FeatureVector.builder(schema.version());
    List<Predictor> predictors = schema.predictors();
    boolean crossed = !schema.crosses().isEmpty();
    String[] labels = crossed ? new String[predictors.size()] : NO_LABELS;
    for (int i = 0; i < predictors.size(); i++) {
      String label = add(builder, i, predictors.get(i), source);
      if (crossed) {
        labels[i] = label;
      }
    }
    for (int i = 0; i < schema.crosses().size(); i++) {
      FeatureSchema.Cross cross = schema.crosses().get(i);
      if (!labels[cross.first()].isEmpty() && !labels[cross.second()].isEmpty()) {
        String both = labels[cross.first()] + " × " + labels[cross.second()];
        int number = predictors.size() + i;
        builder.token(number, known(number, both));
      }
    }
    return builder.token(schema.bias(), "").build();
  }

  private static final String[] NO_LABELS = new String[0];

  private String add(
      FeatureVector.Builder builder, int i, Predictor predictor, FeatureSource source) {
    return switch (predictor) {
      case Predictor.Symbol symbol -> {
        String word = source.symbol(i);
        String label = word == null ? FeatureVector.MISSING : known(i, cut(word));
        builder.token(i, label);
        yield label;
      }
      case Predictor.Scaled scaled -> addScaled(builder, i, source.number(i));
      case Predictor.Binned binned -> addBin(builder, i, edges[i], source.number(i));
      case Predictor.Quantiles quantiles ->
          edges[i].length == 0
              ? addScaled(builder, i, source.number(i))
              : addBin(builder, i, edges[i], source.number(i));
    };
  }

  private String addScaled(FeatureVector.Builder builder, int i, double number) {
    if (!Double.isFinite(number)) {
      builder.token(i, FeatureVector.MISSING);
      return FeatureVector.MISSING;
    }
    builder.add(i, "", NumericSummary.scale(number, means[i], spreads[i]), number);
    return "";
  }

  private static String addBin(
      FeatureVector.Builder builder, int i, double[] edges, double number) {
    if (!Double.isFinite(number)) {
      builder.token(i, FeatureVector.MISSING);
      return FeatureVector.MISSING;
    }
    int bin = 0;
    while (bin < edges.length && number >= edges[bin]) {
      bin++;
    }
    String label = bin < BIN_LABELS.length ? BIN_LABELS[bin] : "bin " + (bin + 1);
    builder.add(i, label, 1, number);
    return label;
  }

  private String known(int source, String label) {
    if (space.isCrowded(source) && space.find(FeatureVector.key(source, label)) < 0) {
      return FeatureVector.OTHER;
    }
    return label;
  }

  private static String cut(String word) {
    return word.length() > FeatureVector.LABEL_MAX
        ? word.substring(0, FeatureVector.LABEL_MAX)
        : word;
  }

  void write(ByteSink sink) {
    sink.doubles(means);
    sink.doubles(spreads);
    sink.count(edges.length);
    for (double[] each : edges) {
      sink.doubles(each);
    }
  }

  static Encoder read(ByteSource source, FeatureSchema schema, FeatureSpace space) {
    double[] means = source.doubles();
    double[] spreads = source.doubles();
    double[][] edges = new double[source.count()][];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = source.doubles();
    }
    return new Encoder(schema, space, means, spreads, edges);
  }
}
