package cairn.rule;

import java.util.List;

/** Holds where any of its parts holds: CEL's {@code ||}, in any order. */
public final class Any extends Joined {
  public Any(List<? extends Condition> parts, String source) {
    super(parts, source);
  }

  @Override
  public Truth test(Situation situation) {
    var truth = Truth.FALSE;
    for (var part : parts) {
      truth = truth.or(part.test(situation));
      if (truth == Truth.TRUE) {
        return truth;
      }
    }
    return truth;
  }
}
