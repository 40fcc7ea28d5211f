package cairn.decision;

import java.util.List;

/**
 * One filled placement.
 *
 * @param action what is proposed and in which treatment, by name
 * @param survivor which survivor, by its index in the record
 * @param among the survivors the draw was made among, the best by means first, and their exact
 *     probabilities in that order
 * @param draw the number drawn in [0, 1); -1 where nothing was drawn
 * @param explored true where another than the best by means was drawn; {@link
 *     DecisionRecord#exploration} says why
 * @param mandatory true where it came without weighing
 */
public record Slot(
    String placement,
    String action,
    String treatment,
    int survivor,
    List<Integer> among,
    List<Double> probabilities,
    double draw,
    boolean explored,
    boolean mandatory) {
  public Slot {
    among = List.copyOf(among);
    probabilities = List.copyOf(probabilities);
  }

  /** The exact probability with which it was chosen. */
  public double probability() {
    int place = among.indexOf(survivor);
    return place < 0 ? 1 : probabilities.get(place);
  }
}
