package cairn.blueprint.rule;

import cairn.rule.Condition;
import cairn.rule.Need;
import cairn.rule.Situation;
import cairn.rule.Truth;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compiled condition that is not made of others. */
record Leaf(String source, Reads reads, Test test, Term.Steps steps) implements Condition {
  @FunctionalInterface
  interface Test {
    Truth of(Situation situation);
  }

  static Leaf still(String source, Reads reads, Test test) {
    return new Leaf(source, reads, test, Term.NONE);
  }

  @Override
  public Truth test(Situation situation) {
    return test.of(situation);
  }

  @Override
  public List<Integer> slots() {
    return reads.slots();
  }

  @Override
  public List<Need> needs() {
    return reads.needs();
  }

  @Override
  public @Nullable Instant nextChange(Situation situation) {
    long next = steps.after(situation);
    return next == Term.NEVER ? null : Instant.ofEpochMilli(next);
  }

  @Override
  public String toString() {
    return source;
  }
}
