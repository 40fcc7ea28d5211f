package cairn.bench.learning;

import cairn.adaptive.FeatureSchema;
import cairn.adaptive.FeatureSource;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Predictor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bank's telephone contacts (Moro, Cortez and Rita 2014) in time order, as tokens.
 *
 * <p>The length of the call is left out: it is known only when the call is over.
 */
final class BankRows {
  private static final String FILE = "bank-marketing/bank-additional-full.csv";
  private static final List<String> NAMES =
      List.of(
          "job",
          "marital",
          "education",
          "default",
          "housing",
          "loan",
          "contact",
          "month",
          "day_of_week",
          "poutcome",
          "age",
          "campaign",
          "pdays",
          "previous",
          "emp.var.rate",
          "cons.price.idx",
          "euribor3m",
          "cons.conf.idx",
          "nr.employed");

  private final FeatureSchema schema;
  private final List<FeatureVector> vectors;
  private final double[] outcomes;

  private BankRows(FeatureSchema schema, List<FeatureVector> vectors, double[] outcomes) {
    this.schema = schema;
    this.vectors = vectors;
    this.outcomes = outcomes;
  }

  /** Whether the file lies in this data folder. */
  static boolean isIn(Path data) {
    return Files.isRegularFile(data.resolve(FILE));
  }

  /** Reads the first {@code rowsMax} rows. */
  static BankRows read(Path data, int rowsMax) throws IOException {
    FeatureSchema schema =
        new FeatureSchema(
            1, NAMES.stream().map(name -> (Predictor) new Predictor.Symbol(name)).toList());
    ModelSnapshot snapshot = ModelSnapshot.empty(schema, LearnerSettings.STANDARD);
    List<FeatureVector> vectors = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(data.resolve(FILE))) {
      List<String> header = cells(reader.readLine());
      String line = reader.readLine();
      while (line != null && vectors.size() < rowsMax) {
        List<String> cells = cells(line);
        vectors.add(snapshot.encode(new Tokens(header, cells)));
        outcomes.add(cells.get(header.indexOf("y")).equals("yes") ? 1.0 : 0.0);
        line = reader.readLine();
      }
    }
    return new BankRows(
        schema, List.copyOf(vectors), outcomes.stream().mapToDouble(y -> y).toArray());
  }

  private static List<String> cells(@Nullable String line) {
    if (line == null) {
      throw new IllegalArgumentException("an empty file");
    }
    return List.of(line.replace("\"", "").split(";", -1));
  }

  FeatureSchema schema() {
    return schema;
  }

  int size() {
    return outcomes.length;
  }

  FeatureVector vector(int row) {
    return vectors.get(row);
  }

  double outcome(int row) {
    return outcomes[row];
  }

  double[] outcomes() {
    return outcomes.clone();
  }

  /** One row as words. */
  private record Tokens(List<String> header, List<String> cells) implements FeatureSource {
    @Override
    public String symbol(int predictor) {
      String name = NAMES.get(predictor);
      String cell = cells.get(header.indexOf(name));
      return switch (name) {
        case "age" -> Integer.toString(Integer.parseInt(cell) / 5);
        case "campaign" ->
            Integer.toString(31 - Integer.numberOfLeadingZeros(Integer.parseInt(cell)));
        case "pdays" -> cell.equals("999") ? "never" : "before";
        case "previous" -> Integer.toString(Math.min(3, Integer.parseInt(cell)));
        case "emp.var.rate", "cons.price.idx", "euribor3m" ->
            Double.toString(Math.rint(Double.parseDouble(cell) * 10) / 10);
        case "cons.conf.idx", "nr.employed" ->
            Long.toString((long) Math.rint(Double.parseDouble(cell)));
        default -> cell;
      };
    }

    @Override
    public double number(int predictor) {
      return Double.NaN;
    }
  }
}
