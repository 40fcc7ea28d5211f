package cairn.map;

/** A stretch of the journey as the person would name it. */
public record Stage(ElementId id, Fields fields) implements Element {
  /** Its name. */
  public static final Field<String> NAME = Field.text("name", Bounds.NAME_MAX);

  /** What the person is after in it. */
  public static final Field<String> DESCRIPTION = Field.text("description", Bounds.TEXT_MAX);

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE = Shape.of(NAME, DESCRIPTION, ORDER);

  public Stage {
    Fields.require(fields, Kind.STAGE);
  }

  /** Its name. */
  public String name() {
    return get(NAME);
  }

  /** What the person is after in it. */
  public String description() {
    return get(DESCRIPTION);
  }

  /** The place among the stages. */
  public OrderKey order() {
    return get(ORDER);
  }
}
