package cairn.blueprint;

import java.util.HashSet;
import java.util.Set;

/** Emergency switches: what is stopped now, from the next decision on. */
public record Switches(
    boolean everything, Set<String> channels, Set<String> actions, Set<String> journeys) {
  public static final Switches NONE = new Switches(false, Set.of(), Set.of(), Set.of());

  public Switches {
    channels = Set.copyOf(channels);
    actions = Set.copyOf(actions);
    journeys = Set.copyOf(journeys);
  }

  public boolean stopsChannel(String channel) {
    return everything || channels.contains(channel);
  }

  public boolean stopsJourney(String definition) {
    return everything || journeys.contains(definition);
  }

  /** The same with one action more stopped. */
  public Switches withoutAction(String action) {
    var all = new HashSet<>(actions);
    all.add(action);
    return new Switches(everything, channels, all, journeys);
  }

  /** The same with a journey stopped, or running again. */
  public Switches withJourney(String definition, boolean stopped) {
    var all = new HashSet<>(journeys);
    if (stopped) {
      all.add(definition);
    } else {
      all.remove(definition);
    }
    return new Switches(everything, channels, actions, all);
  }
}
