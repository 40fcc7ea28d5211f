package cairn.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds where all its parts hold: CEL's {@code &&}, in any order. */
public final class All extends Joined {
  /** The parts where all are clauses, which are asked without a call to the unknown; or null. */
  private final Clause @Nullable [] clauses;

  public All(List<? extends Condition> parts, String source) {
    super(parts, source);
    this.clauses =
        parts.stream().allMatch(Clause.class::isInstance)
            ? parts.stream().map(Clause.class::cast).toArray(Clause[]::new)
            : null;
  }

  @Override
  public boolean holds(Situation situation) {
    if (clauses == null) {
      return test(situation).isTrue();
    }
    var attributes = situation.person().attributes();
    for (var clause : clauses) {
      if (!clause.holds(attributes)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Truth test(Situation situation) {
    var truth = Truth.TRUE;
    for (var part : parts) {
      truth = truth.and(part.test(situation));
      if (truth == Truth.FALSE) {
        return truth;
      }
    }
    return truth;
  }
}
