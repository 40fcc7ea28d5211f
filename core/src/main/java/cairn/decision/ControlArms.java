package cairn.decision;

import cairn.chance.Chance;
import cairn.person.PersonKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deals people to control arms by a stable hash, so that the same person stays in the same arm for
 * as long as the salt stands.
 *
 * @param perMille the share of people in each control arm, in thousandths
 */
public record ControlArms(int perMille, String salt) {
  private static final List<Arm> CONTROLS =
      Stream.of(Arm.values()).filter(arm -> arm != Arm.FULL).toList();

  public static final ControlArms NONE = new ControlArms(0, "");

  public ControlArms {
    if (perMille < 0 || perMille * CONTROLS.size() > 500) {
      throw new IllegalArgumentException("control arms hold at most half of all people");
    }
  }

  public Arm of(PersonKey key) {
    long bits = Chance.seed(key.high() ^ salt.hashCode(), key.low());
    long drawn = Long.remainderUnsigned(bits, 1000);
    for (var arm : CONTROLS) {
      if (drawn < perMille) {
        return arm;
      }
      drawn -= perMille;
    }
    return Arm.FULL;
  }
}
