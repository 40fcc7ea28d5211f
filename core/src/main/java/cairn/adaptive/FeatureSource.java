package cairn.adaptive;

import org.jspecify.annotations.Nullable;

/** Where the values of predictors come from: one person in one context, by predictor number. */
public interface FeatureSource {
  /** The word of a symbol predictor, or null when it is not known. */
  @Nullable String symbol(int predictor);

  /** The number of a numeric predictor, or NaN when it is not known. */
  double number(int predictor);
}
