package cairn.adaptive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Learns from observations in one recorded order and publishes numbered snapshots.
 *
 * <p>The same observations in the same order give the same snapshots, bit by bit. One thread owns a
 * trainer; snapshots may go anywhere. Nothing is learned from a response but with the features that
 * were recorded when the decision was made.
 */
public final class Trainer {
  /**
   * The most outcomes awaited or kept for correction. At the bound the oldest answered one is let
   * go; when all are awaited, showing is not learned from.
   */
  public static final int WAITING_MAX = 200_000;

  /** The most models of one trainer. */
  public static final int MODELS_MAX = 20_000;

  private static final int EDITION = 3;

  /** The edition in which one model's chance stood for that of all that were taught. */
  private static final int EDITION_WITH_ONE_CHANCE = 2;

  /** The edition before models had rivals: theirs begin to count when it is read. */
  private static final int EDITION_WITHOUT_RIVALS = 1;

  private final FeatureSchema schema;
  private final LearnerSettings settings;
  private final FeatureSpace space;
  private final NumericSummary[] summaries;
  private final List<Desk> desks = new ArrayList<>();
  private final PendingOutcomes pending;
  private Map<ModelId, Integer> slotOf = new HashMap<>();
  private Map<ModelId, Integer> publishedSlots = Map.of();
  private double[] featureSums = new double[64];
  private long vectorsSeen;
  private long number;
  private boolean changed;
  private @Nullable ModelSnapshot last;

  /** A trainer without models. */
  public Trainer(FeatureSchema schema, LearnerSettings settings) {
    this.schema = schema;
    this.settings = settings;
    this.space = new FeatureSpace(schema.bias() + 1);
    this.summaries = new NumericSummary[schema.predictors().size()];
    Arrays.setAll(summaries, i -> new NumericSummary());
    this.pending = new PendingOutcomes();
    space.add(constantKey(), schema.bias(), "");
  }

  private Trainer(
      FeatureSchema schema,
      LearnerSettings settings,
      FeatureSpace space,
      NumericSummary[] summaries,
      PendingOutcomes pending) {
    this.schema = schema;
    this.settings = settings;
    this.space = space;
    this.summaries = summaries;
    this.pending = pending;
  }

  /**
   * What models with other predictors looked at, as these would have seen it: what both look at
   * stays, what nobody looked at then is missing.
   *
   * @param from the schema of the vector
   */
  public FeatureVector carry(FeatureVector vector, FeatureSchema from) {
    return encoder(space.share()).encode(new CarriedSource(vector, from, schema));
  }

  /** Takes in one observation and says what came of it. */
  public Lesson fold(Observation observation) {
    return switch (observation) {
      case Observation.Declared(ModelId model, String group) -> {
        slot(model, group);
        yield Lesson.DECLARED;
      }
      case Observation.Shown shown -> shown(shown);
      case Observation.Responded(String decision, Outcome outcome, Instant at) ->
          responded(decision, outcome, at);
      case Observation.Concluded concluded -> concluded(concluded);
      case Observation.Passed(Instant now) -> passed(now);
    };
  }

  /** A model's like predictions beside what came of them; none where it has no outcome. */
  public List<Calibration> calibration(ModelId model) {
    Integer slot = slotOf.get(model);
    return slot == null ? List.of() : desks.get(slot).calibration();
  }

  /** A model beside the transparent baseline and the running mean, on the same outcomes. */
  public Contest contest(ModelId model) {
    Integer slot = slotOf.get(model);
    return slot == null ? Contest.NONE : desks.get(slot).contest();
  }

  /** How well a model did so far; cheaper than a snapshot. */
  public Quality quality(ModelId model) {
    Integer slot = slotOf.get(model);
    return slot == null ? Quality.NONE : desks.get(slot).quality();
  }

  private Lesson shown(Observation.Shown shown) {
    if (shown.features().schemaVersion() != schema.version()) {
      return Lesson.WRONG_SCHEMA;
    }
    if (pending.knows(shown.decision())) {
      return Lesson.REPEATED;
    }
    if (pending.size() >= WAITING_MAX && !pending.dropOldestAnswered()) {
      return Lesson.FULL;
    }
    ActiveFeatures x = look(shown.features());
    PendingOutcomes.Entry entry =
        pending.open(shown.decision(), slots(shown.models()), x, shown.windowEnd());
    PendingOutcomes.Early early = pending.takeEarly(shown.decision());
    return early == null ? Lesson.WAITING : answer(entry, early.outcome(), early.at());
  }

  private Lesson responded(String decision, Outcome outcome, Instant at) {
    PendingOutcomes.Entry entry = pending.find(decision);
    if (entry == null) {
      pending.keepEarly(decision, outcome, at);
      return Lesson.EARLY;
    }
    return answer(entry, outcome, at);
  }

  private Lesson answer(PendingOutcomes.Entry entry, Outcome outcome, Instant at) {
    if (!entry.isNews(outcome, at)) {
      return Lesson.REPEATED;
    }
    boolean refusal = outcome.isRefusal() && !entry.isRefused();
    Double before = entry.target();
    if (before == null) {
      teach(entry, outcome.target());
    } else if (before != outcome.target()) {
      correct(entry, outcome.target() - before);
    }
    if (refusal) {
      for (int slot : entry.slots()) {
        desks.get(slot).refused();
        changed = true;
      }
    }
    pending.answered(entry, outcome, at);
    if (before == null) {
      return Lesson.LEARNED;
    }
    return before == outcome.target() ? Lesson.NOTED : Lesson.CORRECTED;
  }

  private Lesson concluded(Observation.Concluded concluded) {
    if (concluded.features().schemaVersion() != schema.version()) {
      return Lesson.WRONG_SCHEMA;
    }
    ActiveFeatures x = look(concluded.features());
    for (int slot : slots(concluded.models())) {
      Desk desk = desks.get(slot);
      desk.teach(x, concluded.outcome().target(), space, settings);
      if (concluded.outcome().isRefusal()) {
        desk.refused();
      }
    }
    return Lesson.LEARNED;
  }

  private Lesson passed(Instant now) {
    boolean learned = false;
    PendingOutcomes.Entry due = pending.nextDue(now);
    while (due != null) {
      teach(due, Outcome.NONE.target());
      pending.closed(due);
      learned = true;
      due = pending.nextDue(now);
    }
    pending.forget(now);
    return learned ? Lesson.LEARNED : Lesson.NOTHING;
  }

  private void teach(PendingOutcomes.Entry entry, double target) {
    int[] slots = entry.slots();
    double[] chances = new double[slots.length];
    for (int i = 0; i < slots.length; i++) {
      chances[i] = desks.get(slots[i]).teach(entry.features(), target, space, settings);
      changed = true;
    }
    entry.learned(target, chances);
  }

  private void correct(PendingOutcomes.Entry entry, double change) {
    int[] slots = entry.slots();
    for (int i = 0; i < slots.length; i++) {
      desks.get(slots[i]).correct(entry.features(), entry.chances()[i], change, space);
      changed = true;
    }
    entry.corrected(change);
  }

  /** Takes a vector into the running means and gives its new features their slots. */
  private ActiveFeatures look(FeatureVector vector) {
    ActiveFeatures x = ActiveFeatures.learning(vector, space);
    if (featureSums.length < space.size()) {
      featureSums = Arrays.copyOf(featureSums, Math.max(space.size(), 2 * featureSums.length));
    }
    vectorsSeen++;
    for (int i = 0; i < x.size; i++) {
      if (x.slots[i] < featureSums.length) {
        featureSums[x.slots[i]] += x.values[i];
      }
    }
    for (int i = 0; i < vector.size(); i++) {
      if (!Double.isNaN(vector.reading(i)) && vector.source(i) < summaries.length) {
        summaries[vector.source(i)].include(vector.reading(i));
      }
    }
    changed = true;
    return x;
  }

  private int[] slots(List<ModelId> models) {
    int[] slots = new int[models.size()];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = slot(models.get(i), "");
    }
    return slots;
  }

  private int slot(ModelId id, String group) {
    Integer known = slotOf.get(id);
    if (known != null) {
      return known;
    }
    if (desks.size() >= MODELS_MAX) {
      throw new IllegalStateException("more than " + MODELS_MAX + " models");
    }
    boolean founder =
        desks.stream().noneMatch(desk -> desk.responses() >= settings.newcomerResponses());
    desks.add(new Desk(id, group, founder, newLearner(id, group)));
    slotOf.put(id, desks.size() - 1);
    changed = true;
    return desks.size() - 1;
  }

  /**
   * A finer model starts from the nearest coarser one that there is; any other from the mean
   * weights of its taught siblings, else of all models.
   */
  private Learner newLearner(ModelId id, String group) {
    for (var coarser = id.coarser(); coarser.isPresent(); coarser = coarser.get().coarser()) {
      Integer slot = slotOf.get(coarser.get());
      if (slot != null) {
        return desks.get(slot).learner().finer();
      }
    }
    List<Desk> taught =
        desks.stream()
            .filter(desk -> desk.responses() > 0 && desk.id().coarser().isEmpty())
            .toList();
    List<Desk> siblings = taught.stream().filter(desk -> desk.group().equals(group)).toList();
    List<Learner> models =
        (siblings.isEmpty() ? taught : siblings).stream().map(Desk::learner).toList();
    return switch (settings.kind()) {
      case FULL -> {
        double[] mean = Weights.meanOfFull(models);
        yield mean.length == 0
            ? new FullLearner(settings, sources())
            : new FullLearner(settings, sources(), mean);
      }
      case DIAGONAL -> {
        double[] mean = Weights.meanOfDiagonal(models);
        yield mean.length == 0
            ? DiagonalLearner.fresh(settings, sources(), constantKey())
            : new DiagonalLearner(settings, sources(), mean);
      }
    };
  }

  private int sources() {
    return schema.bias() + 1;
  }

  private long constantKey() {
    return FeatureVector.key(schema.bias(), "");
  }

  /** How many models there are. */
  public int size() {
    return desks.size();
  }

  /** Whether there is a model of this name. */
  public boolean knows(ModelId model) {
    return slotOf.containsKey(model);
  }

  /** How much is awaited. */
  public Backlog backlog() {
    return pending.backlog();
  }

  /** The models as they are; the same object again while nothing was learned. */
  public ModelSnapshot snapshot() {
    ModelSnapshot current = last;
    if (current != null && !changed) {
      return current;
    }
    if (publishedSlots.size() != slotOf.size()) {
      publishedSlots = Map.copyOf(slotOf);
    }
    ActionModel[] models = new ActionModel[desks.size()];
    for (int i = 0; i < models.length; i++) {
      models[i] = desks.get(i).published(settings);
    }
    FeatureSpace shared = space.share();
    ModelSnapshot next =
        new ModelSnapshot(
            number++,
            schema,
            settings,
            shared,
            encoder(shared),
            averages(),
            models,
            publishedSlots);
    last = next;
    changed = false;
    return next;
  }

  private Encoder encoder(FeatureSpace shared) {
    int count = summaries.length;
    double[] means = new double[count];
    double[] spreads = new double[count];
    double[][] edges = new double[count][];
    for (int i = 0; i < count; i++) {
      means[i] = summaries[i].mean();
      spreads[i] = summaries[i].spread();
      edges[i] =
          switch (schema.predictors().get(i)) {
            case Predictor.Symbol symbol -> NO_EDGES;
            case Predictor.Scaled scaled -> NO_EDGES;
            case Predictor.Binned binned ->
                binned.edges().stream().mapToDouble(edge -> edge).toArray();
            case Predictor.Quantiles quantiles -> summaries[i].edges(quantiles.bins());
          };
    }
    return new Encoder(schema, shared, means, spreads, edges);
  }

  private static final double[] NO_EDGES = new double[0];

  private double[] averages() {
    double[] averages = new double[space.size()];
    for (int i = 0; i < averages.length; i++) {
      averages[i] = vectorsSeen == 0 ? 0 : featureSums[i] / vectorsSeen;
    }
    return averages;
  }

  /** Everything this trainer knows, so that {@link #fromBytes} goes on without a difference. */
  public byte[] toBytes() {
    ByteSink sink = new ByteSink(1 << 16);
    sink.int8(EDITION);
    SchemaBytes.write(schema, sink);
    settings.write(sink);
    space.write(sink);
    for (NumericSummary summary : summaries) {
      summary.write(sink);
    }
    pending.write(sink);
    sink.count(number);
    sink.count(vectorsSeen);
    sink.doubles(Arrays.copyOf(featureSums, space.size()));
    sink.count(desks.size());
    for (Desk desk : desks) {
      desk.write(sink);
    }
    return sink.toArray();
  }

  /** Resumes what {@link #toBytes} wrote. */
  public static Trainer fromBytes(byte[] bytes) {
    ByteSource source = new ByteSource(bytes);
    int edition = source.int8();
    if (edition < EDITION_WITHOUT_RIVALS || edition > EDITION) {
      throw new IllegalArgumentException("unknown edition of a trainer: " + edition);
    }
    FeatureSchema schema = SchemaBytes.read(source);
    LearnerSettings settings = LearnerSettings.read(source);
    FeatureSpace space = FeatureSpace.read(source);
    NumericSummary[] summaries = new NumericSummary[schema.predictors().size()];
    for (int i = 0; i < summaries.length; i++) {
      summaries[i] = NumericSummary.read(source);
    }
    PendingOutcomes pending = PendingOutcomes.read(source, edition > EDITION_WITH_ONE_CHANCE);
    Trainer trainer = new Trainer(schema, settings, space, summaries, pending);
    trainer.number = source.longCount();
    trainer.vectorsSeen = source.longCount();
    trainer.featureSums = source.doubles();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      Desk desk = Desk.read(source, edition != EDITION_WITHOUT_RIVALS);
      trainer.desks.add(desk);
      trainer.slotOf.put(desk.id(), i);
    }
    trainer.changed = true;
    return trainer;
  }
}
