package cairn.map;

/** One entry of the agenda: what the room does, for how long. */
public record Activity(ElementId id, Fields fields) implements Element {
  /** What it is called. */
  public static final Field<String> NAME = Field.text("name", Bounds.NAME_MAX);

  /** What the facilitator says. */
  public static final Field<String> GUIDANCE = Field.text("guidance", Bounds.TEXT_MAX);

  /** How long it takes. */
  public static final Field<Double> MINUTES = Field.amount("minutes", 0, 480, 10);

  /** How the room works in it. */
  public static final Field<Mode> MODE = Field.choice("mode", Mode.class, Mode.TALK);

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE = Shape.of(NAME, GUIDANCE, MINUTES, MODE, ORDER);

  public Activity {
    Fields.require(fields, Kind.ACTIVITY);
  }

  /** What it is called. */
  public String name() {
    return get(NAME);
  }

  /** What the facilitator says. */
  public String guidance() {
    return get(GUIDANCE);
  }

  /** How long it takes. */
  public double minutes() {
    return get(MINUTES);
  }

  /** How the room works in it. */
  public Mode mode() {
    return get(MODE);
  }

  /** The place in the agenda. */
  public OrderKey order() {
    return get(ORDER);
  }

  /** How the room works during an activity. */
  public enum Mode {
    /** Everybody talks and changes the board. */
    TALK,
    /** Everybody writes alone, unseen by the others, until the reveal. */
    WRITE_SILENTLY,
    /** Everybody gives dots. */
    VOTE,
    /** Nothing is asked of the board. */
    PAUSE
  }
}
