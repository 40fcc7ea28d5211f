package cairn.server.decide;

import cairn.adaptive.ModelId;
import cairn.adaptive.Trainer;
import cairn.blueprint.Blueprint;
import cairn.decision.DecisionRecord;
import cairn.person.PersonState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is noted beside learning: how well was predicted over time, of all models and of each, and
 * whom actions are chosen for. Kept with what was learnt, and counted again from the feed where
 * that is lost. For one thread.
 */
final class LearningNotes {
  /** Points of all models together. */
  static final int POINTS_MAX = 240;

  /** Points of one model. */
  static final int MODEL_POINTS_MAX = 60;

  private static final int MODELS_MAX = Trainer.MODELS_MAX;

  private final History all = new History(POINTS_MAX);
  private final Map<String, History> each = new TreeMap<>();
  private final FairnessWatch fairness = new FairnessWatch();

  /**
   * Notes how well models did up to a moment of the log.
   *
   * @return false where it is too early to look
   */
  boolean look(Instant at, Trainer trainer, List<ModelId> models) {
    if (!all.isDue(at)) {
      return false;
    }
    var sum = new History.Total(at, 0, 0, 0, 0);
    for (var model : models) {
      var quality = trainer.quality(model);
      long responses = quality.responses();
      var total =
          new History.Total(
              at,
              responses,
              quality.positives(),
              quality.logLoss() * responses,
              quality.baselineLogLoss() * responses);
      sum = sum.plus(total);
      if (responses > 0) {
        each.computeIfAbsent(model.value(), any -> new History(MODEL_POINTS_MAX)).add(total);
      }
    }
    all.add(sum);
    return true;
  }

  /** Forgets how well was predicted, because other models learn from what was. */
  void beginHistoriesAnew() {
    all.clear();
    each.clear();
  }

  /** Notes whom a decision chose what for. */
  void look(Blueprint by, PersonState person, DecisionRecord record) {
    fairness.look(by, person, record);
  }

  /** Notes that an action was put to somebody, with this chance foretold. */
  void shown(Blueprint by, PersonState person, String action, double chance) {
    fairness.shown(by, person, action, chance);
  }

  /**
   * Notes that somebody wanted what was put to them with this probability, or did not after all.
   */
  void wanted(Blueprint by, PersonState person, String action, double probability, int people) {
    fairness.wanted(by, person, action, probability, people);
  }

  List<History.Point> history() {
    return all.points();
  }

  Map<String, List<History.Point>> histories() {
    var points = new HashMap<String, List<History.Point>>();
    each.forEach((model, history) -> points.put(model, history.points()));
    return Map.copyOf(points);
  }

  List<FairnessWatch.Told> fairness() {
    return fairness.told();
  }

  byte[] toBytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      all.write(out);
      out.writeInt(each.size());
      for (var one : each.entrySet()) {
        out.writeUTF(one.getKey());
        one.getValue().write(out);
      }
      fairness.write(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory takes every byte", impossible);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote; no bytes are no notes. */
  static LearningNotes of(byte[] bytes) throws IOException {
    var notes = new LearningNotes();
    if (bytes.length > 0) {
      var in = new DataInputStream(new ByteArrayInputStream(bytes));
      notes.all.read(in);
      int models = in.readInt();
      if (models < 0 || models > MODELS_MAX) {
        throw new IOException("a count out of bounds");
      }
      for (int i = 0; i < models; i++) {
        var history = new History(MODEL_POINTS_MAX);
        notes.each.put(in.readUTF(), history);
        history.read(in);
      }
      notes.fairness.read(in);
    }
    return notes;
  }
}
