package cairn.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds where all its parts hold: CEL's {@code &&}, in any order. */
public final class All implements Condition {
  private final Condition[] parts;

  /** The parts where all are clauses, which are asked without a call to the unknown; or null. */
  private final Clause @Nullable [] clauses;

  private final String source;

  public All(List<? extends Condition> parts, String source) {
    this.parts = parts.toArray(Condition[]::new);
    this.clauses =
        parts.stream().allMatch(Clause.class::isInstance)
            ? parts.stream().map(Clause.class::cast).toArray(Clause[]::new)
            : null;
    this.source = source;
  }

  public List<Condition> parts() {
    return List.of(parts);
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
      var one = part.test(situation);
      if (one == Truth.FALSE) {
        return one;
      }
      if (one == Truth.UNKNOWN) {
        truth = one;
      }
    }
    return truth;
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<Integer> slots() {
    return Parts.slots(parts);
  }

  @Override
  public List<Need> needs() {
    return Parts.needs(parts);
  }

  @Override
  public @Nullable Instant nextChange(Situation situation) {
    return Parts.nextChange(parts, situation);
  }

  @Override
  public String toString() {
    return source;
  }
}
