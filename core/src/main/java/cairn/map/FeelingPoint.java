package cairn.map;

import java.util.Optional;

/** One point of a curve: how somebody feels, or how much effort they spend, at a column. */
public record FeelingPoint(ElementId id, Fields fields) implements Element {
  /** Whose it is: a persona, or a team for the staff's own. */
  public static final Field<Optional<ElementId>> SUBJECT = Field.reference("subject");

  /** The step or stage it stands at. */
  public static final Field<Optional<ElementId>> COLUMN = Field.reference("column");

  /** Whether it is so, or is wanted so. */
  public static final Field<Curve> CURVE = Field.choice("curve", Curve.class, Curve.AS_IS);

  /** Feeling or effort. */
  public static final Field<Measure> MEASURE =
      Field.choice("measure", Measure.class, Measure.FEELING);

  /** Feeling from -2 to 2, or effort from 0 to 5. */
  public static final Field<Double> VALUE =
      Field.amount("value", -Bounds.FEELING_MAX, Bounds.EFFORT_MAX, 0);

  /** Why, in their words. */
  public static final Field<String> WHY = Field.text("why", Bounds.TEXT_MAX);

  static final Shape SHAPE =
      Shape.of(SUBJECT, COLUMN, CURVE, MEASURE, VALUE, WHY, EVIDENCE, SOURCE);

  public FeelingPoint {
    Fields.require(fields, Kind.FEELING);
  }

  /** Whose it is. */
  public Optional<ElementId> subject() {
    return get(SUBJECT);
  }

  /** Where it stands. */
  public Optional<ElementId> column() {
    return get(COLUMN);
  }

  /** Whether it is so, or wanted so. */
  public Curve curve() {
    return get(CURVE);
  }

  /** Feeling or effort. */
  public Measure measure() {
    return get(MEASURE);
  }

  /** Feeling from -2 to 2, or effort from 0 to 5. */
  public double value() {
    return get(VALUE);
  }

  /** Why, in their words. */
  public String why() {
    return get(WHY);
  }

  /** How well it is known. */
  public Evidence evidence() {
    return get(EVIDENCE);
  }

  /** What a point measures. */
  public enum Measure {
    /** From -2 to 2. */
    FEELING,
    /** From 0 to 5. */
    EFFORT
  }

  /** Which of the two curves a point belongs to. */
  public enum Curve {
    /** How it is today. */
    AS_IS,
    /** How it should be. */
    TO_BE
  }

  /**
   * The only id a point may have: one point for each subject, column, curve and measure, so that
   * two people who draw at once draw the same point.
   *
   * @param subject at most {@link ElementId#SHORT_MAX} characters, as the column
   */
  public static ElementId idOf(ElementId subject, ElementId column, Curve curve, Measure measure) {
    return new ElementId(idText(subject, column, curve, measure));
  }

  /** Whether the id is the one its subject, column, curve and measure ask for. */
  boolean hasItsId() {
    return subject().isPresent()
        && column().isPresent()
        && id().text().equals(idText(subject().get(), column().get(), curve(), measure()));
  }

  /** Whether the value lies on the scale of its measure. */
  boolean isOnScale() {
    return switch (measure()) {
      case FEELING -> value() <= Bounds.FEELING_MAX;
      case EFFORT -> value() >= 0;
    };
  }

  private static String idText(ElementId subject, ElementId column, Curve curve, Measure measure) {
    return String.join(
        ":", "feel", subject.text(), column.text(), Field.wireName(curve), Field.wireName(measure));
  }
}
