package cairn.map;

import java.util.List;

/**
 * One gesture of one person: it stands or falls whole.
 *
 * @param author whose gesture it is; the server compares it with who is signed in
 * @param label the gesture in words, for the history: at most {@link Bounds#NAME_MAX} characters
 * @param ops in the order in which they apply
 */
public record Batch(BatchId id, MemberId author, String label, List<Op> ops) {
  public Batch {
    ops = List.copyOf(ops);
    if (label.length() > Bounds.NAME_MAX || !Field.isWhole(label)) {
      throw new IllegalArgumentException(
          "a label has at most " + Bounds.NAME_MAX + " characters, none broken");
    }
  }

  /** The same gesture with other operations. */
  Batch withOps(List<Op> others) {
    return new Batch(id, author, label, others);
  }
}
