package cairn.journey;

import java.util.Set;

/**
 * An event that takes the person to a step from wherever they stand: real journeys skip steps and
 * go back.
 *
 * @param from the steps it works from; every step but endings if none is named
 */
public record Move(Trigger trigger, Set<String> from, String to) {
  public Move {
    from = Set.copyOf(from);
  }

  public boolean worksFrom(String step) {
    return from.isEmpty() || from.contains(step);
  }
}
