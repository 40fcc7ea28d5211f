package cairn.map;

/** A team of the organisation, or of another, that works on the journey. */
public record Team(ElementId id, Fields fields) implements Element {
  /** Its name. */
  public static final Field<String> NAME = Field.text("name", Bounds.NAME_MAX);

  /** Its colour in the silo view, by a name of the palette. */
  public static final Field<String> COLOUR = Field.text("colour", Bounds.NAME_MAX);

  /** Who speaks for it. */
  public static final Field<String> CONTACT = Field.text("contact", Bounds.NAME_MAX);

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE = Shape.of(NAME, COLOUR, CONTACT, ORDER);

  public Team {
    Fields.require(fields, Kind.TEAM);
  }

  /** Its name. */
  public String name() {
    return get(NAME);
  }

  /** Its colour in the silo view. */
  public String colour() {
    return get(COLOUR);
  }

  /** The place among the teams. */
  public OrderKey order() {
    return get(ORDER);
  }
}
