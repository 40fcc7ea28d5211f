package cairn.bench.learning;

import cairn.adaptive.ActiveFeatures;
import cairn.adaptive.Candidates;
import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Chooser;
import cairn.adaptive.FeatureSchema;
import cairn.adaptive.FeatureSource;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.NumericSummary;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Prediction;
import cairn.adaptive.Predictor;
import cairn.adaptive.Trainer;
import cairn.chance.Chance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A classified table as a bandit: the rows come in a random order, the learner names a class for
 * each and hears only whether it was right.
 *
 * <p>A column counts as numeric when all its known cells are numbers and it has more than {@link
 * #SYMBOLS_MAX} different ones; numbers are scaled by what was seen so far, the row itself
 * included. Other columns are words. Rows whose class is not known are left out.
 */
final class ClassBandit {
  /** A column of numbers with no more different values than this counts as words. */
  static final int SYMBOLS_MAX = 8;

  /** The most classes a table may have. */
  static final int CLASSES_MAX = 1_000;

  private static final Set<String> UNKNOWN = Set.of("", "?", "NA", "NaN", "nan", "null");

  private final CsvRows table;
  private final int label;
  private final List<String> classes;
  private final FeatureSchema schema;
  private final int[] columnOf;

  ClassBandit(CsvRows all, String labelColumn) {
    this.label = all.header().indexOf(labelColumn);
    if (label < 0) {
      throw new IllegalArgumentException(
          "no column named " + labelColumn + "; there are " + all.header());
    }
    this.table =
        new CsvRows(
            all.header(),
            all.rows().stream().filter(row -> !UNKNOWN.contains(row.get(label))).toList());
    Set<String> seen = new LinkedHashSet<>();
    table.rows().forEach(row -> seen.add(row.get(label)));
    this.classes = seen.stream().sorted().toList();
    if (classes.size() < 2 || classes.size() > CLASSES_MAX) {
      throw new IllegalArgumentException(
          "a label has 2 to " + CLASSES_MAX + " classes, not " + classes.size());
    }
    List<Predictor> predictors = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int column = 0; column < table.header().size(); column++) {
      if (column != label) {
        String name = table.header().get(column) + " #" + column;
        predictors.add(isNumeric(column) ? new Predictor.Scaled(name) : new Predictor.Symbol(name));
        columns.add(column);
      }
    }
    this.schema = new FeatureSchema(1, predictors);
    this.columnOf = columns.stream().mapToInt(column -> column).toArray();
  }

  private boolean isNumeric(int column) {
    Set<String> different = new HashSet<>();
    for (List<String> row : table.rows()) {
      String cell = row.get(column);
      if (!UNKNOWN.contains(cell)) {
        if (Double.isNaN(number(cell))) {
          return false;
        }
        different.add(cell);
      }
    }
    return different.size() > SYMBOLS_MAX;
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  int actions() {
    return classes.size();
  }

  int rounds() {
    return table.rows().size();
  }

  /** The rows' order under this seed. */
  int[] order(long seed) {
    int[] order = IntStream.range(0, rounds()).toArray();
    new Chance(seed).shuffle(order);
    return order;
  }

  int classOf(int row) {
    return classes.indexOf(table.rows().get(row).get(label));
  }

  /** The rows in this order as features, each scaled by the rows up to and including itself. */
  List<FeatureVector> vectors(int[] order) {
    NumericSummary[] summaries = new NumericSummary[schema.predictors().size()];
    for (int i = 0; i < summaries.length; i++) {
      summaries[i] = new NumericSummary();
    }
    ModelSnapshot plain = ModelSnapshot.empty(schema, LearnerSettings.STANDARD);
    List<FeatureVector> vectors = new ArrayList<>();
    for (int row : order) {
      vectors.add(plain.encode(new ScaledRow(table.rows().get(row), summaries)));
    }
    return vectors;
  }

  /** One row; a number is taken into account and scaled as it is read. */
  private final class ScaledRow implements FeatureSource {
    private final List<String> cells;
    private final NumericSummary[] summaries;

    ScaledRow(List<String> cells, NumericSummary[] summaries) {
      this.cells = cells;
      this.summaries = summaries;
    }

    @Override
    public @Nullable String symbol(int predictor) {
      String cell = cells.get(columnOf[predictor]);
      return UNKNOWN.contains(cell) ? null : cell;
    }

    @Override
    public double number(int predictor) {
      double number = ClassBandit.number(cells.get(columnOf[predictor]));
      if (!Double.isFinite(number)) {
        return Double.NaN;
      }
      summaries[predictor].include(number);
      return summaries[predictor].scale(number);
    }
  }

  /** The share of rounds in which the learner named a wrong class. */
  double loss(LearnerSettings settings, ChoiceRule rule, long seed) {
    int[] order = order(seed);
    List<FeatureVector> vectors = vectors(order);
    Trainer trainer = new Trainer(schema, settings);
    List<ModelId> ids = classes.stream().map(name -> new ModelId("class " + name)).toList();
    ids.forEach(id -> trainer.fold(new Observation.Declared(id, "")));
    Chooser chooser = new Chooser(rule);
    int wrong = 0;
    for (int round = 0; round < order.length; round++) {
      ModelSnapshot snapshot = trainer.snapshot();
      ActiveFeatures x = snapshot.resolve(vectors.get(round));
      Candidates candidates = candidates(snapshot, x);
      int chosen = chooser.choose(candidates, round, Chance.seed(seed, round)).chosen();
      boolean right = chosen == classOf(order[round]);
      wrong += right ? 0 : 1;
      trainer.fold(
          new Observation.Concluded(
              List.of(ids.get(chosen)), vectors.get(round), right ? Outcome.WANTED : Outcome.NONE));
    }
    return (double) wrong / order.length;
  }

  private static Candidates candidates(ModelSnapshot snapshot, ActiveFeatures x) {
    int size = snapshot.size();
    double[] logits = new double[size];
    double[] variances = new double[size];
    double[] propensities = new double[size];
    double[] weights = new double[size];
    for (int i = 0; i < size; i++) {
      Prediction prediction = snapshot.model(i).predict(x);
      logits[i] = prediction.logit();
      variances[i] = prediction.variance();
      propensities[i] = prediction.propensity();
      weights[i] = 1;
    }
    return new Candidates(logits, variances, propensities, weights, new boolean[size]);
  }
}
