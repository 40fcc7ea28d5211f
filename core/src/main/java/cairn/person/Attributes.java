package cairn.person;

import cairn.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A person's declared attributes, by slot of the profile schema. Slots are given out once and never
 * reused, so that a value keeps its meaning over all versions of a blueprint.
 */
public final class Attributes {
  public static final Attributes NONE = new Attributes(new Value[0]);

  private final @Nullable Value[] bySlot;

  private Attributes(@Nullable Value[] bySlot) {
    this.bySlot = bySlot;
  }

  /** Attributes with these values, one for each slot from 0 on; null where nothing is known. */
  public static Attributes of(@Nullable Value... bySlot) {
    return bySlot.length == 0 ? NONE : new Attributes(bySlot.clone());
  }

  /** The value in a slot, or null where nothing is known. */
  public @Nullable Value get(int slot) {
    return slot >= 0 && slot < bySlot.length ? bySlot[slot] : null;
  }

  /** The same attributes with one slot changed; null forgets the value. */
  public Attributes with(int slot, @Nullable Value value) {
    var copy = Arrays.copyOf(bySlot, Math.max(bySlot.length, slot + 1));
    copy[slot] = value;
    return new Attributes(copy);
  }

  /** One more than the highest slot that was ever set. */
  public int slots() {
    return bySlot.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && same(that);
  }

  /** Trailing empty slots make no difference. */
  private boolean same(Attributes that) {
    for (int slot = Math.max(slots(), that.slots()) - 1; slot >= 0; slot--) {
      var mine = get(slot);
      var theirs = that.get(slot);
      if (mine == null ? theirs != null : !mine.equals(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int slot = 0; slot < bySlot.length; slot++) {
      var value = bySlot[slot];
      hash += value == null ? 0 : (slot + 1) * value.hashCode();
    }
    return hash;
  }

  /** Says how many are known, never which. */
  @Override
  public String toString() {
    return "Attributes[" + Arrays.stream(bySlot).filter(v -> v != null).count() + " known]";
  }
}
