package cairn.decision;

import java.util.ArrayList;
import java.util.List;

/** What decisions take of volume limits: one unit of each limit on an action, for each slot. */
public final class VolumeUnits {
  private VolumeUnits() {}

  /**
   * The limits of which an action takes a unit, by id; required notices take none, nor does what
   * the catalogue does not know.
   */
  public static List<String> of(Catalogue catalogue, String action) {
    int ordinal = catalogue.ordinal(action);
    if (ordinal < 0 || catalogue.action(ordinal).kind() == ActionKind.REQUIRED) {
      return List.of();
    }
    var limits = new ArrayList<String>();
    for (int volume : catalogue.limits().volumesOf(ordinal)) {
      limits.add(catalogue.volumes().get(volume).id());
    }
    return limits;
  }
}
