package cairn.decision;

import cairn.rule.Condition;
import java.util.Set;

/**
 * One way to put an action to a person.
 *
 * @param treatment the words and their form, by name in the blueprint
 * @param placements the slots it fits; any slot of the channel if none is named
 */
public record Rendering(String treatment, String channel, Set<String> placements, Condition when) {
  public Rendering {
    placements = Set.copyOf(placements);
  }

  public boolean fits(String otherChannel, String placement) {
    return channel.equals(otherChannel) && (placements.isEmpty() || placements.contains(placement));
  }
}
