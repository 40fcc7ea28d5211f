package cairn.map;

import java.util.Optional;

/** One dot of one person on one element, in one round. */
public record Vote(ElementId id, Fields fields) implements Element {
  /** What it is given to. */
  public static final Field<Optional<ElementId>> TARGET = Field.reference("target");

  /** The round it counts in; written by the board. */
  public static final Field<Double> ROUND = Field.amount("round", 0, 1_000, 0).stamped();

  /** Whether nobody else learns whose it is; written by the board. */
  public static final Field<Boolean> ANONYMOUS = Field.flag("anonymous").stamped();

  static final Shape SHAPE = Shape.of(TARGET, ROUND, ANONYMOUS, AUTHOR, HIDDEN);

  public Vote {
    Fields.require(fields, Kind.VOTE);
  }

  /** What it is given to. */
  public Optional<ElementId> target() {
    return get(TARGET);
  }

  /** Whether nobody else learns whose it is. */
  public boolean isAnonymous() {
    return get(ANONYMOUS);
  }

  /** The round it counts in. */
  public int round() {
    return (int) Math.round(get(ROUND));
  }
}
