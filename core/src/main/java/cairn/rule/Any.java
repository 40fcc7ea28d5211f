package cairn.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds where any of its parts holds: CEL's {@code ||}, in any order. */
public final class Any implements Condition {
  private final Condition[] parts;
  private final String source;

  public Any(List<? extends Condition> parts, String source) {
    this.parts = parts.toArray(Condition[]::new);
    this.source = source;
  }

  public List<Condition> parts() {
    return List.of(parts);
  }

  @Override
  public Truth test(Situation situation) {
    var truth = Truth.FALSE;
    for (var part : parts) {
      var one = part.test(situation);
      if (one == Truth.TRUE) {
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
