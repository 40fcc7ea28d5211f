package cairn.adaptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All models of one trainer at one moment: numbered, immutable, safe for any number of threads.
 *
 * <p>A decision encodes the person once ({@link #encode}), resolves that once ({@link #resolve}),
 * and then scores as many models as it likes by slot. A model keeps its slot in every later
 * snapshot. Models that did not change are shared with the snapshot before.
 */
public final class ModelSnapshot {
  private static final int EDITION = 1;

  private final long number;
  private final FeatureSchema schema;
  private final LearnerSettings settings;
  private final FeatureSpace space;
  private final Encoder encoder;
  private final double[] averages;
  private final ActionModel[] models;
  private final Map<ModelId, Integer> slotOf;

  ModelSnapshot(
      long number,
      FeatureSchema schema,
      LearnerSettings settings,
      FeatureSpace space,
      Encoder encoder,
      double[] averages,
      ActionModel[] models,
      Map<ModelId, Integer> slotOf) {
    this.number = number;
    this.schema = schema;
    this.settings = settings;
    this.space = space;
    this.encoder = encoder;
    this.averages = averages;
    this.models = models;
    this.slotOf = slotOf;
  }

  /** A snapshot without models, number 0. */
  public static ModelSnapshot empty(FeatureSchema schema, LearnerSettings settings) {
    return new Trainer(schema, settings).snapshot();
  }

  /** Rises with every snapshot of a trainer. */
  public long number() {
    return number;
  }

  public FeatureSchema schema() {
    return schema;
  }

  public LearnerSettings settings() {
    return settings;
  }

  /** How many models there are; slots run from 0. */
  public int size() {
    return models.length;
  }

  /** The slot of a model, or -1 when there is none of this name. */
  public int slot(ModelId id) {
    return slotOf.getOrDefault(id, -1);
  }

  /** So many outcomes make a finer model (a treatment, a channel) preferable to a coarser one. */
  public static final int FINER_AFTER = 200;

  /**
   * The slot of the finest model that has learned enough, or of the coarsest there is, or -1.
   *
   * @param finestFirst for example an action in one treatment, in one channel, at all
   */
  public int slotOfFinest(List<ModelId> finestFirst) {
    int coarsest = -1;
    for (ModelId id : finestFirst) {
      int slot = slot(id);
      if (slot >= 0) {
        if (models[slot].quality().responses() >= FINER_AFTER) {
          return slot;
        }
        coarsest = slot;
      }
    }
    return coarsest;
  }

  /** The model in this slot. */
  public ActionModel model(int slot) {
    return models[slot];
  }

  public Optional<ActionModel> find(ModelId id) {
    int slot = slot(id);
    return slot < 0 ? Optional.empty() : Optional.of(models[slot]);
  }

  /** All models, by slot. */
  public List<ActionModel> models() {
    return List.of(models);
  }

  /** Looks at one person in one context; what a decision records. */
  public FeatureVector encode(FeatureSource source) {
    return encoder.encode(source);
  }

  /** Prepares a vector for scoring; fails when it belongs to another version of the schema. */
  public ActiveFeatures resolve(FeatureVector vector) {
    if (vector.schemaVersion() != schema.version()) {
      throw new IllegalArgumentException(
          "features of schema "
              + vector.schemaVersion()
              + " where models look at schema "
              + schema.version());
    }
    return ActiveFeatures.of(vector, space);
  }

  /** Mean and variance of the logit for the first {@code count} of these slots. */
  public void score(ActiveFeatures x, int[] slots, int count, double[] logits, double[] variances) {
    for (int i = 0; i < count; i++) {
      Belief belief = models[slots[i]].belief();
      logits[i] = belief.logit(x);
      variances[i] = belief.variance(x);
    }
  }

  /** The mean of the logit only, for scans that never draw. */
  public void means(ActiveFeatures x, int[] slots, int count, double[] logits) {
    for (int i = 0; i < count; i++) {
      logits[i] = models[slots[i]].belief().logit(x);
    }
  }

  /** What is said of a model nobody declared: the prior. */
  public Prediction prior(ActiveFeatures x) {
    double variance = 0;
    for (int i = 0; i < x.size; i++) {
      variance += settings.weightVariance(schema.bias() + 1) * x.values[i] * x.values[i];
    }
    double logit = settings.priorLogit();
    return new Prediction(logit, variance, Logistic.propensity(logit, variance));
  }

  /** Why the model in this slot gives this chance. */
  public Explanation explain(int slot, FeatureVector vector) {
    ActiveFeatures x = resolve(vector);
    ActionModel model = models[slot];
    Prediction prediction = model.predict(x);
    double[] bySource = new double[schema.bias() + 1];
    double[] spread = new double[schema.bias() + 1];
    String[] shown = new String[schema.bias() + 1];
    Arrays.fill(shown, FeatureVector.MISSING);
    for (int i = 0; i < vector.size(); i++) {
      long key = vector.key(i);
      int feature = space.find(key);
      int source = vector.source(i);
      int reachable = feature < 0 ? space.size() + i : feature;
      bySource[source] += vector.value(i) * model.belief().weight(reachable, key);
      spread[source] +=
          vector.value(i) * vector.value(i) * model.belief().weightVariance(reachable, key);
      shown[source] = describe(vector, i);
    }
    for (int feature = 0; feature < space.size(); feature++) {
      double weight = model.belief().weight(feature, space.key(feature));
      bySource[space.source(feature)] -= averages[feature] * weight;
    }
    return new Explanation(
        prediction, base(prediction.logit(), bySource), parts(bySource, spread, shown));
  }

  private double base(double logit, double[] bySource) {
    double base = logit;
    for (int source = 0; source < schema.bias(); source++) {
      base -= bySource[source];
    }
    return base;
  }

  private List<Explanation.Part> parts(double[] bySource, double[] spread, String[] shown) {
    List<Explanation.Part> parts = new ArrayList<>();
    for (int source = 0; source < schema.bias(); source++) {
      if (bySource[source] != 0) {
        parts.add(
            new Explanation.Part(
                schema.nameOf(source), shown[source], bySource[source], Math.sqrt(spread[source])));
      }
    }
    parts.sort(Comparator.comparingDouble(part -> -Math.abs(part.contribution())));
    return parts;
  }

  private static String describe(FeatureVector vector, int i) {
    double reading = vector.reading(i);
    if (Double.isNaN(reading)) {
      return vector.label(i);
    }
    String number =
        reading == Math.rint(reading) && Math.abs(reading) < 1e15
            ? Long.toString((long) reading)
            : Double.toString(reading);
    return vector.label(i).isEmpty() ? number : number + " (" + vector.label(i) + ")";
  }

  /** One feature of a model, for people who inspect it. */
  public record Weight(
      String predictor, String label, double mean, double deviation, double average) {}

  /** The features that move this model most, strongest first, weighed by how often they occur. */
  public List<Weight> strongest(int slot, int count) {
    Belief belief = models[slot].belief();
    List<Weight> weights = new ArrayList<>();
    for (int feature = 0; feature < space.size(); feature++) {
      long key = space.key(feature);
      weights.add(
          new Weight(
              schema.nameOf(space.source(feature)),
              space.label(feature),
              belief.weight(feature, key),
              Math.sqrt(belief.weightVariance(feature, key)),
              averages[feature]));
    }
    weights.sort(
        Comparator.comparingDouble((Weight weight) ->
            -Math.abs(weight.mean()) * Math.sqrt(Math.abs(weight.average()) + 1e-9)));
    return List.copyOf(weights.subList(0, Math.min(count, weights.size())));
  }

  /** The whole snapshot in a compact form that later releases can read. */
  public byte[] toBytes() {
    return write(-1, models, new boolean[models.length]);
  }

  /** What is needed to reach this snapshot from an earlier one: only models that changed. */
  public byte[] changesSince(ModelSnapshot earlier) {
    boolean[] same = new boolean[models.length];
    for (int i = 0; i < Math.min(models.length, earlier.models.length); i++) {
      same[i] = isSame(models[i], earlier.models[i]);
    }
    return write(earlier.number, models, same);
  }

  @SuppressWarnings("ReferenceEquality") // an unchanged model is shared between snapshots
  private static boolean isSame(ActionModel one, ActionModel other) {
    return one == other;
  }

  private byte[] write(long from, ActionModel[] written, boolean[] left) {
    ByteSink sink = new ByteSink(4096);
    sink.int8(EDITION);
    sink.count(number);
    sink.count(from + 1);
    SchemaBytes.write(schema, sink);
    settings.write(sink);
    space.write(sink);
    encoder.write(sink);
    sink.doubles(averages);
    sink.count(written.length);
    for (int i = 0; i < written.length; i++) {
      sink.int8(left[i] ? 0 : 1);
      if (!left[i]) {
        written[i].write(sink);
      }
    }
    return sink.toArray();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static ModelSnapshot fromBytes(byte[] bytes) {
    return read(bytes, -1, new ActionModel[0]);
  }

  /** Reads what {@link #changesSince} wrote for this snapshot as the earlier one. */
  public ModelSnapshot with(byte[] changes) {
    return read(changes, number, models);
  }

  private static ModelSnapshot read(byte[] bytes, long from, ActionModel[] earlier) {
    ByteSource source = new ByteSource(bytes);
    int edition = source.int8();
    if (edition != EDITION) {
      throw new IllegalArgumentException("unknown edition of a snapshot: " + edition);
    }
    long number = source.longCount();
    long base = source.longCount() - 1;
    if (base != from) {
      throw new IllegalArgumentException("changes since " + base + " applied to " + from);
    }
    FeatureSchema schema = SchemaBytes.read(source);
    LearnerSettings settings = LearnerSettings.read(source);
    FeatureSpace space = FeatureSpace.read(source);
    Encoder encoder = Encoder.read(source, schema, space);
    double[] averages = source.doubles();
    ActionModel[] models = new ActionModel[source.count()];
    Map<ModelId, Integer> slotOf = new HashMap<>();
    for (int i = 0; i < models.length; i++) {
      boolean left = source.int8() == 0;
      if (left && i >= earlier.length) {
        throw new IllegalArgumentException("a model left out that the earlier snapshot lacks");
      }
      models[i] = left ? earlier[i] : ActionModel.read(source);
      slotOf.put(models[i].id(), i);
    }
    return new ModelSnapshot(
        number, schema, settings, space, encoder, averages, models, Map.copyOf(slotOf));
  }
}
