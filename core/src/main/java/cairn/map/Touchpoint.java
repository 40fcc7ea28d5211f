package cairn.map;

import java.util.List;

/** One atomic contact or activity: who starts it, who receives it, by which channel. */
public record Touchpoint(ElementId id, Fields fields) implements Element.Placed {
  /** What happens. */
  public static final Field<String> NAME = Field.text("name", Bounds.NAME_MAX);

  /** The means it comes by. */
  public static final Field<String> CHANNEL = Field.text("channel", Bounds.NAME_MAX);

  /** Who starts it. */
  public static final Field<String> INITIATOR = Field.text("initiator", Bounds.NAME_MAX);

  /** Who receives it; empty for an activity of one. */
  public static final Field<String> RECEIVER = Field.text("receiver", Bounds.NAME_MAX);

  /** Whether the person sees it. */
  public static final Field<Side> SIDE = Field.choice("side", Side.class, Side.ON_STAGE);

  static final Shape SHAPE =
      Shape.of(
          NAME, LANE, COLUMN, ORDER, CHANNEL, INITIATOR, RECEIVER, SIDE, TEAMS, EVIDENCE, SOURCE);

  public Touchpoint {
    Fields.require(fields, Kind.TOUCHPOINT);
  }

  /** What happens. */
  public String name() {
    return get(NAME);
  }

  /** The means it comes by. */
  public String channel() {
    return get(CHANNEL);
  }

  /** Who starts it. */
  public String initiator() {
    return get(INITIATOR);
  }

  /** Who receives it. */
  public String receiver() {
    return get(RECEIVER);
  }

  /** Whether the person sees it. */
  public Side side() {
    return get(SIDE);
  }

  /** The teams it takes. */
  public List<ElementId> teams() {
    return get(TEAMS);
  }

  @Override
  public String words() {
    return get(NAME);
  }

  /** Which side of the line of visibility it lies on. */
  public enum Side {
    /** The person sees it. */
    ON_STAGE,
    /** Only the organisation sees it. */
    BACK_STAGE
  }
}
