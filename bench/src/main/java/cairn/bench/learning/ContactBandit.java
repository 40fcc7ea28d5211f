package cairn.bench.learning;

import cairn.adaptive.Candidates;
import cairn.adaptive.Choice;
import cairn.adaptive.ChoiceRule;
import cairn.adaptive.Chooser;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.Logistic;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Prediction;
import cairn.adaptive.Trainer;
import cairn.chance.Chance;
import java.util.List;

/**
 * Call this person, at a cost of 0.15, or leave them alone? Only calls are learned from.
 *
 * <p>Leaving alone is the second candidate, worth exactly what a call costs.
 */
final class ContactBandit {
  static final double COST = 0.15;

  private static final ModelId CALL = new ModelId("call");

  private ContactBandit() {}

  /** The profit per person over all rows. */
  static double profit(BankRows rows, LearnerSettings settings, ChoiceRule rule, long seed) {
    Trainer trainer = new Trainer(rows.schema(), settings);
    trainer.fold(new Observation.Declared(CALL, ""));
    Chooser chooser = new Chooser(rule);
    double sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      ModelSnapshot snapshot = trainer.snapshot();
      Prediction call = snapshot.model(0).predict(snapshot.resolve(rows.vector(i)));
      Choice choice = chooser.choose(candidates(call), i, Chance.seed(seed, i));
      if (choice.chosen() == 0) {
        sum += rows.outcome(i) - COST;
        trainer.fold(
            new Observation.Concluded(
                List.of(CALL),
                rows.vector(i),
                rows.outcome(i) == 1 ? Outcome.WANTED : Outcome.NONE));
      }
    }
    return sum / rows.size();
  }

  private static Candidates candidates(Prediction call) {
    return new Candidates(
        new double[] {call.logit(), Logistic.logit(COST)},
        new double[] {call.variance(), 0},
        new double[] {call.propensity(), COST},
        new double[] {1, 1},
        new boolean[2]);
  }
}
