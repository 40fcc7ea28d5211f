package cairn.adaptive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What every model of one trainer looks at: predictors, crosses of two of them, and a constant.
 *
 * <p>Predictors are numbered from 0; crosses follow, then the constant (the bias). Protected
 * attributes belong here only when someone declared them.
 */
public record FeatureSchema(int version, List<Predictor> predictors, List<Cross> crosses) {
  /** The most predictors a schema may have. */
  public static final int PREDICTORS_MAX = 700;

  /** Two predictors looked at together: one feature for each pair of their words or bins. */
  public record Cross(int first, int second) {}

  public FeatureSchema {
    predictors = List.copyOf(predictors);
    crosses = List.copyOf(crosses);
    if (predictors.size() + crosses.size() > PREDICTORS_MAX) {
      throw new IllegalArgumentException("more than " + PREDICTORS_MAX + " predictors");
    }
    Set<String> names = new HashSet<>();
    for (Predictor predictor : predictors) {
      if (!names.add(predictor.name())) {
        throw new IllegalArgumentException("two predictors named " + predictor.name());
      }
    }
    for (Cross cross : crosses) {
      if (Math.min(cross.first, cross.second) < 0
          || Math.max(cross.first, cross.second) >= predictors.size()) {
        throw new IllegalArgumentException("a cross of unknown predictors: " + cross);
      }
    }
  }

  /** A schema without crosses. */
  public FeatureSchema(int version, List<Predictor> predictors) {
    this(version, predictors, List.of());
  }

  /** The number of the constant; sources are numbered from 0 to this. */
  public int bias() {
    return predictors.size() + crosses.size();
  }

  /** The number of the predictor with this name, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < predictors.size(); i++) {
      if (predictors.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The name of a predictor, of a cross ("first × second"), or "base" for the constant. */
  public String nameOf(int source) {
    if (source < predictors.size()) {
      return predictors.get(source).name();
    }
    if (source == bias()) {
      return "base";
    }
    Cross cross = crosses.get(source - predictors.size());
    return nameOf(cross.first) + " × " + nameOf(cross.second);
  }

  /** The names of all sources in their order, the constant last. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i <= bias(); i++) {
      names.add(nameOf(i));
    }
    return List.copyOf(names);
  }
}
