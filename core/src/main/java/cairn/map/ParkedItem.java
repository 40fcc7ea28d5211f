package cairn.map;

/** Something that matters but not now: an entry of the parking lot. */
public record ParkedItem(ElementId id, Fields fields) implements Element {
  /** What it says. */
  public static final Field<String> TEXT = Field.text("text", Bounds.TEXT_MAX);

  /** Whether it is settled. */
  public static final Field<Boolean> RESOLVED = Field.flag("resolved");

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE = Shape.of(TEXT, RESOLVED, ORDER, AUTHOR, HIDDEN);

  public ParkedItem {
    Fields.require(fields, Kind.PARKED);
  }

  /** What it says. */
  public String text() {
    return get(TEXT);
  }

  /** Whether it is settled. */
  public boolean isResolved() {
    return get(RESOLVED);
  }

  /** The place in the lot. */
  public OrderKey order() {
    return get(ORDER);
  }
}
