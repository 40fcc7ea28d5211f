package cairn.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds where its part is known not to hold: CEL's {@code !}. */
public final class Not implements Condition {
  private final Condition part;
  private final String source;

  public Not(Condition part, String source) {
    this.part = part;
    this.source = source;
  }

  public Condition part() {
    return part;
  }

  @Override
  public Truth test(Situation situation) {
    return part.test(situation).not();
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public List<Integer> slots() {
    return part.slots();
  }

  @Override
  public List<Need> needs() {
    return part.needs();
  }

  @Override
  public @Nullable Instant nextChange(Situation situation) {
    return part.nextChange(situation);
  }

  @Override
  public String toString() {
    return source;
  }
}
