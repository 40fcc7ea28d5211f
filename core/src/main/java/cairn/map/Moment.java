package cairn.map;

import java.util.Optional;

/** A moment that matters: where the person, or the organisation, wins or loses. */
public record Moment(ElementId id, Fields fields) implements Element.Placed {
  /** What it is called. */
  public static final Field<String> TITLE = Field.text("title", Bounds.NAME_MAX);

  /** Whose moment it is. */
  public static final Field<Optional<ElementId>> PERSONA = Field.reference("persona");

  /** For whom it matters. */
  public static final Field<Matters> MATTERS =
      Field.choice("matters", Matters.class, Matters.PERSON);

  /** Why it matters. */
  public static final Field<String> WHY = Field.text("why", Bounds.TEXT_MAX);

  /** What it does to the organisation. */
  public static final Field<String> IMPACT = Field.text("impact", Bounds.TEXT_MAX);

  /** The need that is met or missed here. */
  public static final Field<String> NEED = Field.text("need", Bounds.TEXT_MAX);

  static final Shape SHAPE =
      Shape.of(TITLE, LANE, COLUMN, ORDER, PERSONA, MATTERS, WHY, IMPACT, NEED, EVIDENCE, SOURCE);

  public Moment {
    Fields.require(fields, Kind.MOMENT);
  }

  /** What it is called. */
  public String title() {
    return get(TITLE);
  }

  /** Whose moment it is. */
  public Optional<ElementId> persona() {
    return get(PERSONA);
  }

  /** For whom it matters. */
  public Matters matters() {
    return get(MATTERS);
  }

  /** Why it matters. */
  public String why() {
    return get(WHY);
  }

  /** What it does to the organisation. */
  public String impact() {
    return get(IMPACT);
  }

  /** The need that is met or missed here. */
  public String need() {
    return get(NEED);
  }

  /** How well it is known. */
  public Evidence evidence() {
    return get(EVIDENCE);
  }

  @Override
  public String words() {
    return get(TITLE);
  }

  /** For whom a moment matters. */
  public enum Matters {
    PERSON,
    ORGANISATION,
    BOTH
  }
}
