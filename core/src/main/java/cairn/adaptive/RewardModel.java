package cairn.adaptive;

import java.util.List;

/**
 * Cross-fitted predicted rewards for off-policy evaluation: for each action one logistic model per
 * fold, so that no row is predicted by a model that learned it.
 *
 * <p>An action seen at most {@link #ROWS_MIN} times in a fold, or with one kind of outcome only,
 * gets a mean shrunk towards the fold's overall rate instead of a model.
 */
public final class RewardModel {
  private static final int ROWS_MIN = 30;
  private static final double SHRINK_ROWS = 10;

  private final ModelSnapshot[] folds;
  private final double[][] means;
  private final int actions;

  private RewardModel(ModelSnapshot[] folds, double[][] means, int actions) {
    this.folds = folds;
    this.means = means;
    this.actions = actions;
  }

  /**
   * Fits two folds: even rows and odd rows.
   *
   * @param vectors one for each row
   * @param chosen the logged action of each row, 0 to actions − 1
   * @param rewards 1 wanted, 0 not
   */
  public static RewardModel fit(
      FeatureSchema schema,
      LearnerSettings settings,
      List<FeatureVector> vectors,
      int[] chosen,
      double[] rewards,
      int actions) {
    ModelSnapshot[] folds = new ModelSnapshot[2];
    double[][] means = new double[2][actions];
    for (int fold = 0; fold < 2; fold++) {
      double[] count = new double[actions];
      double[] wanted = new double[actions];
      double all = 0;
      double allWanted = 0;
      for (int i = fold; i < chosen.length; i += 2) {
        count[chosen[i]]++;
        wanted[chosen[i]] += rewards[i];
        all++;
        allWanted += rewards[i];
      }
      double rate = (allWanted + 0.5) / (all + 1);
      Trainer trainer = new Trainer(schema, settings.withPriorLogit(Logistic.logit(rate)));
      for (int a = 0; a < actions; a++) {
        boolean modelled = count[a] > ROWS_MIN && wanted[a] > 0 && wanted[a] < count[a];
        double shrunk = (wanted[a] + SHRINK_ROWS * rate) / (count[a] + SHRINK_ROWS);
        means[fold][a] = modelled ? Double.NaN : shrunk;
        trainer.fold(new Observation.Declared(id(a), ""));
      }
      for (int i = fold; i < chosen.length; i += 2) {
        if (Double.isNaN(means[fold][chosen[i]])) {
          trainer.fold(
              new Observation.Concluded(
                  List.of(id(chosen[i])),
                  vectors.get(i),
                  rewards[i] > 0.5 ? Outcome.WANTED : Outcome.NONE));
        }
      }
      folds[fold] = trainer.snapshot();
    }
    return new RewardModel(folds, means, actions);
  }

  private static ModelId id(int action) {
    return new ModelId("action " + action);
  }

  /** q̂ of every action for this row, by the fold that did not learn it. */
  public double[] predict(int row, FeatureVector vector) {
    int fold = 1 - row % 2;
    ModelSnapshot snapshot = folds[fold];
    ActiveFeatures x = snapshot.resolve(vector);
    double[] rewards = new double[actions];
    for (int a = 0; a < actions; a++) {
      rewards[a] =
          Double.isNaN(means[fold][a])
              ? snapshot.model(snapshot.slot(id(a))).predict(x).propensity()
              : means[fold][a];
    }
    return rewards;
  }
}
