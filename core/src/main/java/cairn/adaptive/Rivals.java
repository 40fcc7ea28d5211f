package cairn.adaptive;

import java.util.Arrays;

/**
 * Teaches the transparent baseline what a model is taught, and keeps score of both and of the
 * running mean. One thread.
 *
 * <p>The baseline counts words and bins; a plain number falls into a bin of half a standard
 * deviation. The constant tells it nothing and is left out.
 */
final class Rivals {
  private static final double NUMBER_BINS_PER_UNIT = 2;
  private static final long NUMBER_BIN_STEP = 0x9E3779B97F4A7C15L;

  private final NaiveBayesModel bayes;
  private final Scores model;
  private final Scores naiveBayes;
  private final Scores baseRate;
  private long outcomes;
  private long positives;

  private Rivals(NaiveBayesModel bayes, Scores model, Scores naiveBayes, Scores baseRate) {
    this.bayes = bayes;
    this.model = model;
    this.naiveBayes = naiveBayes;
    this.baseRate = baseRate;
  }

  Rivals() {
    this(NaiveBayesModel.standard(), new Scores(), new Scores(), new Scores());
  }

  /** Takes in what the model predicted and what came of it. */
  void include(ActiveFeatures x, FeatureSpace space, double chance, double outcome) {
    model.include(chance, outcome);
    naiveBayes.include(bayes.learn(bins(x, space), outcome), outcome);
    baseRate.include((positives + 0.5) / (outcomes + 1), outcome);
    outcomes++;
    positives += outcome > 0.5 ? 1 : 0;
  }

  /**
   * An outcome learned earlier turned out to be another: the baseline unlearns it as the model
   * does. The scores stay, for all three alike.
   */
  void correct(ActiveFeatures x, FeatureSpace space, double change) {
    bayes.correct(bins(x, space), change);
    positives = Math.max(0, positives + Math.round(change));
  }

  private static long[] bins(ActiveFeatures x, FeatureSpace space) {
    long[] bins = new long[x.size];
    int used = 0;
    for (int i = 0; i < x.size; i++) {
      int slot = x.slots[i];
      boolean isNumber = slot < space.size() && space.label(slot).isEmpty();
      if (!isNumber) {
        bins[used++] = x.keys[i];
      } else if (space.source(slot) != space.constantSource()) {
        long bin = Math.round(x.values[i] * NUMBER_BINS_PER_UNIT);
        bins[used++] = x.keys[i] + (bin + 1) * NUMBER_BIN_STEP;
      }
    }
    return Arrays.copyOf(bins, used);
  }

  Contest contest() {
    return outcomes == 0
        ? Contest.NONE
        : new Contest(outcomes, model.card(), naiveBayes.card(), baseRate.card());
  }

  void write(ByteSink sink) {
    sink.count(outcomes);
    sink.count(positives);
    bayes.write(sink);
    model.write(sink);
    naiveBayes.write(sink);
    baseRate.write(sink);
  }

  static Rivals read(ByteSource source) {
    long outcomes = source.longCount();
    long positives = source.longCount();
    Rivals rivals =
        new Rivals(
            NaiveBayesModel.readStandard(source),
            Scores.read(source),
            Scores.read(source),
            Scores.read(source));
    rivals.outcomes = outcomes;
    rivals.positives = positives;
    return rivals;
  }
}
