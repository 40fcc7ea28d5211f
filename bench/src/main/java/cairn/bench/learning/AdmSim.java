package cairn.bench.learning;

import cairn.adaptive.FeatureVector;
import cairn.adaptive.NaiveBayesModel;
import cairn.chance.Chance;

/**
 * The naive-Bayes baseline in a simulated world: a draw from each action's evidence, the best wins.
 */
final class AdmSim {
  private AdmSim() {}

  /** Wanted outcomes with each learned {@code delay} people later. */
  static double wanted(NbaSim world, int delay, long seed) {
    NaiveBayesModel[] models = new NaiveBayesModel[NbaSim.ACTIONS];
    for (int a = 0; a < models.length; a++) {
      models[a] = new NaiveBayesModel(60, 10, 1, 0.9995);
    }
    Chance chance = new Chance(seed);
    int[] chosen = new int[world.size()];
    double sum = 0;
    for (int i = 0; i < world.size(); i++) {
      FeatureVector x = world.people().vector(i);
      double top = -1;
      for (int a = 0; a < models.length; a++) {
        if (world.isAvailable(a, i)) {
          double[] evidence = models[a].evidence(x);
          double drawn = chance.nextBeta(0.5 + evidence[0], 0.5 + evidence[1]);
          if (drawn > top) {
            top = drawn;
            chosen[i] = a;
          }
        }
      }
      sum += world.isWanted(chosen[i], i) ? 1 : 0;
      if (i >= delay) {
        int past = i - delay;
        models[chosen[past]].learn(
            world.people().vector(past), world.isWanted(chosen[past], past) ? 1 : 0);
      }
    }
    return sum;
  }
}
