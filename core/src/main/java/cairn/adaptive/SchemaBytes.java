package cairn.adaptive;

import java.util.ArrayList;
import java.util.List;

/** The byte form of a schema. */
final class SchemaBytes {
  private static final int SYMBOL = 0;
  private static final int SCALED = 1;
  private static final int BINNED = 2;
  private static final int QUANTILES = 3;

  private SchemaBytes() {}

  static void write(FeatureSchema schema, ByteSink sink) {
    sink.count(schema.version());
    sink.count(schema.predictors().size());
    for (Predictor predictor : schema.predictors()) {
      sink.text(predictor.name());
      switch (predictor) {
        case Predictor.Symbol symbol -> sink.int8(SYMBOL);
        case Predictor.Scaled scaled -> sink.int8(SCALED);
        case Predictor.Binned(String name, List<Double> edges) -> {
          sink.int8(BINNED);
          sink.doubles(edges.stream().mapToDouble(edge -> edge).toArray());
        }
        case Predictor.Quantiles(String name, int bins) -> {
          sink.int8(QUANTILES);
          sink.count(bins);
        }
      }
    }
    sink.count(schema.crosses().size());
    for (FeatureSchema.Cross cross : schema.crosses()) {
      sink.count(cross.first());
      sink.count(cross.second());
    }
  }

  static FeatureSchema read(ByteSource source) {
    int version = source.count();
    List<Predictor> predictors = new ArrayList<>();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      String name = source.text();
      int kind = source.int8();
      predictors.add(
          switch (kind) {
            case SYMBOL -> new Predictor.Symbol(name);
            case SCALED -> new Predictor.Scaled(name);
            case BINNED -> new Predictor.Binned(name, edges(source));
            case QUANTILES -> new Predictor.Quantiles(name, source.count());
            default -> throw new IllegalArgumentException("unknown kind of predictor: " + kind);
          });
    }
    List<FeatureSchema.Cross> crosses = new ArrayList<>();
    int crossCount = source.count();
    for (int i = 0; i < crossCount; i++) {
      crosses.add(new FeatureSchema.Cross(source.count(), source.count()));
    }
    return new FeatureSchema(version, predictors, crosses);
  }

  private static List<Double> edges(ByteSource source) {
    List<Double> edges = new ArrayList<>();
    for (double edge : source.doubles()) {
      edges.add(edge);
    }
    return edges;
  }
}
