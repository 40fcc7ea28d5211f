package cairn.bench.learning;

import cairn.adaptive.ActiveFeatures;
import cairn.adaptive.Candidates;
import cairn.adaptive.Choice;
import cairn.adaptive.Chooser;
import cairn.adaptive.FeatureSchema;
import cairn.adaptive.LearnerSettings;
import cairn.adaptive.ModelId;
import cairn.adaptive.ModelSnapshot;
import cairn.adaptive.Observation;
import cairn.adaptive.Outcome;
import cairn.adaptive.Prediction;
import cairn.adaptive.Trainer;
import cairn.chance.Chance;
import java.util.List;

/** One policy of ours walking through one simulated world, by the product's own front door. */
final class SimRun {
  private final NbaSim world;
  private final LearnerSettings settings;
  private final Chooser chooser;
  private final long seed;

  SimRun(NbaSim world, LearnerSettings settings, Chooser chooser, long seed) {
    this.world = world;
    this.settings = settings;
    this.chooser = chooser;
    this.seed = seed;
  }

  /** How many wanted outcomes came, when each is learned {@code delay} people later. */
  double wanted(int delay) {
    FeatureSchema schema = world.people().schema();
    Trainer trainer = new Trainer(schema, settings);
    int[] chosen = new int[world.size()];
    double sum = 0;
    for (int a = 0; a < NbaSim.ACTIONS; a++) {
      if (world.isAvailable(a, 0)) {
        trainer.fold(new Observation.Declared(id(a), group(a)));
      }
    }
    for (int i = 0; i < world.size(); i++) {
      for (int a = 0; a < NbaSim.ACTIONS; a++) {
        if (i > 0 && world.isAvailable(a, i) && !world.isAvailable(a, i - 1)) {
          trainer.fold(new Observation.Declared(id(a), group(a)));
        }
      }
      chosen[i] = choose(trainer.snapshot(), i);
      sum += world.isWanted(chosen[i], i) ? 1 : 0;
      if (i >= delay) {
        int past = i - delay;
        trainer.fold(
            new Observation.Concluded(
                List.of(id(chosen[past])),
                world.people().vector(past),
                world.isWanted(chosen[past], past) ? Outcome.WANTED : Outcome.NONE));
      }
    }
    return sum;
  }

  private int choose(ModelSnapshot snapshot, int person) {
    ActiveFeatures x = snapshot.resolve(world.people().vector(person));
    int count = snapshot.size();
    double[] logits = new double[count];
    double[] variances = new double[count];
    double[] propensities = new double[count];
    double[] weights = new double[count];
    boolean[] newcomers = new boolean[count];
    for (int slot = 0; slot < count; slot++) {
      Prediction prediction = snapshot.model(slot).predict(x);
      logits[slot] = prediction.logit();
      variances[slot] = prediction.variance();
      propensities[slot] = prediction.propensity();
      weights[slot] = 1;
      newcomers[slot] = snapshot.model(slot).newcomer();
    }
    Choice choice =
        chooser.choose(
            new Candidates(logits, variances, propensities, weights, newcomers),
            person,
            Chance.seed(seed, person));
    return Integer.parseInt(snapshot.model(choice.chosen()).id().value());
  }

  private static ModelId id(int action) {
    return new ModelId(Integer.toString(action));
  }

  private static String group(int action) {
    return "group " + action / NbaSim.GROUP_SIZE;
  }
}
