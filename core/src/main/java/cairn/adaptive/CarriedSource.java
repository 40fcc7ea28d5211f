package cairn.adaptive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other predictors looked at for a person, read again by the predictors of now: a word or a
 * number that both look at is what it was, everything else was not known.
 */
final class CarriedSource implements FeatureSource {
  private final FeatureVector vector;
  private final int[] places;

  CarriedSource(FeatureVector vector, FeatureSchema from, FeatureSchema to) {
    this.vector = vector;
    this.places = new int[to.predictors().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(vector, from.indexOf(to.predictors().get(i).name()));
    }
  }

  private static int place(FeatureVector vector, int source) {
    for (int i = 0; i < vector.size() && source >= 0; i++) {
      if (vector.source(i) == source) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable String symbol(int predictor) {
    int place = places[predictor];
    boolean known =
        place >= 0
            && Double.isNaN(vector.reading(place))
            && !NOT_WORDS.contains(vector.label(place));
    return known ? vector.label(place) : null;
  }

  private static final List<String> NOT_WORDS = List.of("", FeatureVector.MISSING);

  @Override
  public double number(int predictor) {
    return places[predictor] < 0 ? Double.NaN : vector.reading(places[predictor]);
  }
}
