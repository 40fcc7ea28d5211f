package cairn.map.score;

import cairn.map.NumberSource;
import cairn.map.Value;
import java.util.List;

/**
 * A computed number with what it was computed from.
 *
 * @param inputs in the order of the formula
 */
public record Score(double value, List<Input> inputs) {
  /** One number of the formula. */
  public record Input(String name, double number, NumberSource source) {
    /** An input from a sourced value. */
    public static Input of(String name, Value.Sourced sourced) {
      return new Input(name, sourced.number(), sourced.source());
    }
  }

  public Score {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("a score comes from something");
    }
  }

  /** The label of the whole: a score is only as well known as the weakest of its inputs. */
  public NumberSource source() {
    var weakest = NumberSource.MEASURED;
    for (Input input : inputs) {
      if (input.source().compareTo(weakest) > 0) {
        weakest = input.source();
      }
    }
    return weakest;
  }
}
