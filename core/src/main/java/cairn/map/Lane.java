package cairn.map;

/** A row of the map; its role says what lies in it. */
public record Lane(ElementId id, Fields fields) implements Element {
  /** What lies in it. */
  public static final Field<LaneRole> ROLE = Field.choice("role", LaneRole.class, LaneRole.FREE);

  /** Its name. */
  public static final Field<String> NAME = Field.text("name", Bounds.NAME_MAX);

  /** Whether only facilitators may change what lies in it. */
  public static final Field<Boolean> LOCKED = Field.flag("locked");

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE = Shape.of(ROLE, NAME, LOCKED, ORDER);

  public Lane {
    Fields.require(fields, Kind.LANE);
  }

  /** What lies in it. */
  public LaneRole role() {
    return get(ROLE);
  }

  /** Its name. */
  public String name() {
    return get(NAME);
  }

  /** Whether only facilitators may change what lies in it. */
  public boolean isLocked() {
    return get(LOCKED);
  }

  /** The place among the lanes. */
  public OrderKey order() {
    return get(ORDER);
  }

  /** The only id of a lane of that role, so that a board has one of each; free lanes take any. */
  public static ElementId standardId(LaneRole role) {
    return new ElementId("lane-" + Field.wireName(role));
  }
}
