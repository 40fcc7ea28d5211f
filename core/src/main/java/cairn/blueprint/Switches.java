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

  /** The same with a channel stopped, or let run again. */
  public Switches withChannel(String channel, boolean stopped) {
    return new Switches(everything, with(channels, channel, stopped), actions, journeys);
  }

  /** The same with an action stopped, or let run again. */
  public Switches withAction(String action, boolean stopped) {
    return new Switches(everything, channels, with(actions, action, stopped), journeys);
  }

  /** The same with a journey stopped, or let run again. */
  public Switches withJourney(String definition, boolean stopped) {
    return new Switches(everything, channels, actions, with(journeys, definition, stopped));
  }

  private static Set<String> with(Set<String> names, String name, boolean stopped) {
    var all = new HashSet<>(names);
    if (stopped) {
      all.add(name);
    } else {
      all.remove(name);
    }
    return all;
  }
}
