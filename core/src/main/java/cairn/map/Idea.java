package cairn.map;

import java.util.Optional;

/** Something that could be done about a moment, with the numbers it is compared by. */
public record Idea(ElementId id, Fields fields) implements Element.Placed {
  /** What would be done. */
  public static final Field<String> TITLE = Field.text("title", Bounds.NAME_MAX);

  /** How it would work. */
  public static final Field<String> DESCRIPTION = Field.text("description", Bounds.TEXT_MAX);

  /** The moment it answers. */
  public static final Field<Optional<ElementId>> MOMENT = Field.reference("moment");

  /** What became of it. */
  public static final Field<State> STATE = Field.choice("state", State.class, State.OPEN);

  /** Value for the person, in per cent. */
  public static final Field<Optional<Value.Sourced>> PERSON_VALUE =
      Field.sourced("personValue", 0, Bounds.PERCENT_MAX);

  /** Value for the organisation, in per cent. */
  public static final Field<Optional<Value.Sourced>> ORGANISATION_VALUE =
      Field.sourced("organisationValue", 0, Bounds.PERCENT_MAX);

  /** Effort, from 0 to 5. */
  public static final Field<Optional<Value.Sourced>> EFFORT =
      Field.sourced("effort", 0, Bounds.EFFORT_MAX);

  /** How important the outcome is to the person, 0 to 10. */
  public static final Field<Optional<Value.Sourced>> IMPORTANCE =
      Field.sourced("importance", 0, 10);

  /** How satisfied the person is with it today, 0 to 10. */
  public static final Field<Optional<Value.Sourced>> SATISFACTION =
      Field.sourced("satisfaction", 0, 10);

  /** People reached in a quarter. */
  public static final Field<Optional<Value.Sourced>> REACH =
      Field.sourced("reach", 0, Bounds.COUNT_MAX);

  /** Impact on each: 3, 2, 1, 0.5 or 0.25. */
  public static final Field<Optional<Value.Sourced>> IMPACT = Field.sourced("impact", 0, 3);

  /** Confidence in the numbers, in per cent. */
  public static final Field<Optional<Value.Sourced>> CONFIDENCE =
      Field.sourced("confidence", 0, Bounds.PERCENT_MAX);

  /** Work, in months of one person. */
  public static final Field<Optional<Value.Sourced>> MONTHS = Field.sourced("months", 0, 1_200);

  static final Shape SHAPE =
      Shape.of(
          TITLE,
          DESCRIPTION,
          LANE,
          COLUMN,
          ORDER,
          MOMENT,
          STATE,
          PERSON_VALUE,
          ORGANISATION_VALUE,
          EFFORT,
          IMPORTANCE,
          SATISFACTION,
          REACH,
          IMPACT,
          CONFIDENCE,
          MONTHS,
          AUTHOR,
          HIDDEN);

  public Idea {
    Fields.require(fields, Kind.IDEA);
  }

  /** What would be done. */
  public String title() {
    return get(TITLE);
  }

  /** How it would work. */
  public String description() {
    return get(DESCRIPTION);
  }

  /** The moment it answers. */
  public Optional<ElementId> moment() {
    return get(MOMENT);
  }

  /** What became of it. */
  public State state() {
    return get(STATE);
  }

  @Override
  public String words() {
    return get(TITLE);
  }

  /** What became of an idea. */
  public enum State {
    OPEN,
    CHOSEN,
    SET_ASIDE
  }
}
