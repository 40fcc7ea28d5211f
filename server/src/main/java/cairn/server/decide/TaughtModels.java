package cairn.server.decide;

import cairn.adaptive.Calibration;
import cairn.adaptive.Contest;
import cairn.adaptive.FeatureSchema;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.Lesson;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Trainer;
import cairn.blueprint.Blueprint;
import cairn.decision.Catalogue;
import cairn.server.publish.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of the blueprint that runs, as they are being taught. Where it lets them look at other
 * things, they begin anew, and what was recorded for the ones before is carried over. For one
 * thread.
 */
final class TaughtModels {
  /**
   * With so many models no finer ones begin: one takes up to a quarter of a megabyte, and all are
   * kept together, every few seconds while they learn.
   */
  private static final int FINER_UNTIL = 1_000;

  private final KnownSchemas schemas;
  private Trainer trainer;
  private FeatureSchema schema;
  private List<ModelId> models = List.of();
  private Catalogue catalogue = Catalogue.EMPTY;

  TaughtModels(Published published) {
    this.schemas = new KnownSchemas(published);
    this.schema = published.plan().features();
    this.trainer = new Trainer(schema, LearnerSettings.STANDARD);
  }

  /**
   * Goes on from what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException where it cannot be read; nothing has changed then
   */
  void resume(byte[] kept) {
    trainer = Trainer.fromBytes(kept);
    schema = trainer.snapshot().schema();
  }

  byte[] toBytes() {
    return trainer.toBytes();
  }

  /**
   * Gives every action of a blueprint its model.
   *
   * @return whether models begin anew
   */
  boolean follow(Blueprint running) {
    var wanted = running.catalogue().notes().models().features();
    boolean anew = !wanted.equals(schema);
    if (anew) {
      schema = wanted;
      trainer = new Trainer(schema, LearnerSettings.STANDARD);
    }
    declare(running);
    return anew;
  }

  private void declare(Blueprint running) {
    catalogue = running.catalogue();
    var declared = new ArrayList<ModelId>();
    for (int i = 0; i < catalogue.actions().size(); i++) {
      var model = catalogue.model(i);
      declared.add(model);
      trainer.fold(new Observation.Declared(model, catalogue.actions().get(i).group()));
    }
    models = List.copyOf(declared);
  }

  /**
   * The models that an action in a treatment by a channel teaches, the finest first. A finer one
   * begins, from what the coarser one knows by then, once that has learnt enough to be divided.
   */
  List<ModelId> of(String action, String channel, String treatment) {
    int ordinal = catalogue.ordinal(action);
    if (ordinal < 0) {
      return List.of(new ModelId(action));
    }
    var finestFirst = catalogue.models(ordinal, channel, treatment);
    var taught = new ArrayList<ModelId>();
    for (int i = 0; i < finestFirst.size(); i++) {
      var model = finestFirst.get(i);
      boolean isOfAction = i == finestFirst.size() - 1;
      if (isOfAction || trainer.knows(model) || begins(finestFirst.get(i + 1))) {
        taught.add(model);
      }
    }
    return taught;
  }

  /** Whether a finer model may begin below one. */
  private boolean begins(ModelId coarser) {
    return trainer.size() < FINER_UNTIL
        && trainer.quality(coarser).responses() >= ModelSnapshot.FINER_AFTER;
  }

  Lesson fold(Observation observation) {
    return trainer.fold(observation);
  }

  /**
   * What the models of now would have seen: a decision may be older than what they look at, or have
   * been made in the moment before models that look at it run.
   *
   * @return null where that cannot be said any more
   */
  @Nullable FeatureVector carry(@Nullable FeatureVector features) {
    if (features == null || features.schemaVersion() == schema.version()) {
      return features;
    }
    var from = schemas.find(features.schemaVersion());
    return from == null ? null : trainer.carry(features, from);
  }

  /** Has it noted how well models did up to a moment; false where it is too early to look. */
  boolean note(Instant at, LearningNotes notes) {
    return notes.look(at, trainer, models);
  }

  ModelSnapshot snapshot() {
    return trainer.snapshot();
  }

  /** By model with an outcome, like predictions beside what came of them. */
  Map<String, List<Calibration>> calibration() {
    var all = new HashMap<String, List<Calibration>>();
    for (var model : snapshot().models()) {
      if (model.quality().responses() > 0) {
        all.put(model.id().value(), trainer.calibration(model.id()));
      }
    }
    return Map.copyOf(all);
  }

  /** By model, what it predicted beside simpler ways to. */
  Map<String, Contest> contests() {
    var all = new HashMap<String, Contest>();
    for (var model : snapshot().models()) {
      all.put(model.id().value(), trainer.contest(model.id()));
    }
    return Map.copyOf(all);
  }

  /** Outcomes awaited. */
  int awaited() {
    return trainer.backlog().waiting();
  }
}
