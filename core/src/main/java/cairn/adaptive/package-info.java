/**
 * Learning which action is wanted by whom, one outcome at a time, and choosing so that learning can
 * go on and be judged.
 *
 * <p>A {@link cairn.adaptive.FeatureSchema} says what is looked at; a {@link
 * cairn.adaptive.ModelSnapshot} turns a person and their context into one {@link
 * cairn.adaptive.FeatureVector} and answers with mean and variance for any number of actions; a
 * {@link cairn.adaptive.Chooser} draws one of them with exactly known probabilities. A {@link
 * cairn.adaptive.Trainer} folds {@link cairn.adaptive.Observation}s in one recorded order and
 * publishes the next snapshot. {@link cairn.adaptive.OffPolicy}, {@link cairn.adaptive.Uplift} and
 * {@link cairn.adaptive.Fairness} judge what came of it; {@link cairn.adaptive.NaiveBayes} is the
 * transparent baseline beside it.
 *
 * <p>Nothing here reads a clock, draws its own seed, touches a file or starts a thread. Whatever
 * feeds a decision that may be replayed uses only arithmetic that is the same on every machine.
 */
@org.jspecify.annotations.NullMarked
package cairn.adaptive;
