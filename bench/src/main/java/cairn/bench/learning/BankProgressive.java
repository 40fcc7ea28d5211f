package cairn.bench.learning;

import cairn.adaptive.Accuracy;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Trainer;
import java.util.List;

/** Predict each row of the bank, then learn an earlier one: one model through the front door. */
final class BankProgressive {
  private static final ModelId MODEL = new ModelId("contact");
  private static final int WINDOW = 1_000;

  private BankProgressive() {}

  /** What came of it: over all rows, the last third, and within windows of 1,000 rows. */
  record Result(
      double auc,
      double aucLastThird,
      double aucWindow,
      double logLoss,
      double logLossLastThird,
      double calibrationErrorLastThird,
      double brier) {}

  /** Learns each row {@code delay} rows after it was predicted. */
  static Result run(BankRows rows, LearnerSettings settings, int delay) {
    Trainer trainer = new Trainer(rows.schema(), settings);
    trainer.fold(new Observation.Declared(MODEL, ""));
    double[] chances = new double[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      ModelSnapshot snapshot = trainer.snapshot();
      chances[i] = snapshot.model(0).predict(snapshot.resolve(rows.vector(i))).propensity();
      if (i >= delay) {
        int past = i - delay;
        trainer.fold(
            new Observation.Concluded(
                List.of(MODEL),
                rows.vector(past),
                rows.outcome(past) == 1 ? Outcome.WANTED : Outcome.NONE));
      }
    }
    return measure(chances, rows.outcomes());
  }

  static Result measure(double[] chances, double[] outcomes) {
    int n = chances.length;
    int third = 2 * n / 3;
    double windows = 0;
    int count = 0;
    for (int from = 0; from + WINDOW <= n; from += WINDOW) {
      windows +=
          Accuracy.auc(
              Accuracy.slice(chances, from, from + WINDOW),
              Accuracy.slice(outcomes, from, from + WINDOW));
      count++;
    }
    double[] late = Accuracy.slice(chances, third, n);
    double[] lateOutcomes = Accuracy.slice(outcomes, third, n);
    return new Result(
        Accuracy.auc(chances, outcomes),
        Accuracy.auc(late, lateOutcomes),
        count == 0 ? 0.5 : windows / count,
        Accuracy.logLoss(chances, outcomes),
        Accuracy.logLoss(late, lateOutcomes),
        Accuracy.calibrationError(late, lateOutcomes),
        Accuracy.brier(chances, outcomes));
  }
}
