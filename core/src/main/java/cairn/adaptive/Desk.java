package cairn.adaptive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one model is taught, and watched beside its rivals. One thread. */
final class Desk {
  private final ModelId id;
  private final String group;

  /** Whether it was there before any model was taught enough: then it is no newcomer. */
  private final boolean founder;

  private final Watch watch;
  private final Rivals rivals;
  private int version;
  private Learner learner;

  /** The model as it was asked for last; null once it was taught since. */
  private @Nullable ActionModel published;

  Desk(ModelId id, String group, boolean founder, Learner learner) {
    this(id, group, founder, new Watch(), new Rivals(), 1, learner);
  }

  private Desk(
      ModelId id,
      String group,
      boolean founder,
      Watch watch,
      Rivals rivals,
      int version,
      Learner learner) {
    this.id = id;
    this.group = group;
    this.founder = founder;
    this.watch = watch;
    this.rivals = rivals;
    this.version = version;
    this.learner = learner;
  }

  ModelId id() {
    return id;
  }

  String group() {
    return group;
  }

  Learner learner() {
    return learner;
  }

  long responses() {
    return watch.responses();
  }

  Quality quality() {
    return watch.quality();
  }

  List<Calibration> calibration() {
    return watch.calibration();
  }

  Contest contest() {
    return rivals.contest();
  }

  /**
   * Teaches what came of what was shown.
   *
   * @param target 1 wanted, 0 not
   * @return the chance that was predicted before
   */
  double teach(ActiveFeatures x, double target, FeatureSpace space, LearnerSettings settings) {
    double chance = learner.learn(x, target);
    watch.include(chance, target);
    rivals.include(x, space, chance, target);
    if (learner instanceof DiagonalLearner diagonal
        && settings.promotionResponses() <= watch.responses()) {
      learner = diagonal.promote(settings, space);
      version++;
    }
    published = null;
    return chance;
  }

  /**
   * What was taught turned out to be another outcome.
   *
   * @param chance that this model predicted before it was taught
   */
  void correct(ActiveFeatures x, double chance, double change, FeatureSpace space) {
    learner.correct(x, change);
    watch.correct(chance, change);
    rivals.correct(x, space, change);
    published = null;
  }

  void refused() {
    watch.refused();
    published = null;
  }

  /** The model as it is now; the same object again while nothing was taught. */
  ActionModel published(LearnerSettings settings) {
    ActionModel model = published;
    if (model == null) {
      boolean newcomer = !founder && watch.responses() < settings.newcomerResponses();
      model =
          new ActionModel(
              id, group, version, learner.belief(), watch.quality(), newcomer, watch.map());
      published = model;
    }
    return model;
  }

  void write(ByteSink sink) {
    sink.text(id.value());
    sink.text(group);
    sink.int8(founder ? 1 : 0);
    sink.count(version);
    watch.write(sink);
    rivals.write(sink);
    switch (learner) {
      case FullLearner full -> {
        sink.int8(0);
        full.write(sink);
      }
      case DiagonalLearner diagonal -> {
        sink.int8(1);
        diagonal.write(sink);
      }
    }
  }

  /**
   * Resumes what {@link #write} wrote.
   *
   * @param withRivals whether rivals were written; else theirs begin to count now
   */
  static Desk read(ByteSource source, boolean withRivals) {
    ModelId id = new ModelId(source.text());
    String group = source.text();
    boolean founder = source.int8() == 1;
    int version = source.count();
    Watch watch = Watch.read(source);
    Rivals rivals = withRivals ? Rivals.read(source) : new Rivals();
    Learner learner = source.int8() == 0 ? FullLearner.read(source) : DiagonalLearner.read(source);
    return new Desk(id, group, founder, watch, rivals, version, learner);
  }
}
