package cairn.sim.crowd;

import java.util.List;

/** How travellers reach the world they live in. */
public interface Wire {
  /** Tells who these people are; returns when it is safe. */
  void introduce(List<Traveller> people);

  /** Does these deeds, and tells each traveller where they stand afterwards. */
  void act(List<Deed> deeds);
}
