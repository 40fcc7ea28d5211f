package cairn.map;

import java.util.Optional;

/** A drawn line between two elements; between steps it is a way the person may take. */
public record Link(ElementId id, Fields fields) implements Element {
  /** Where it begins. */
  public static final Field<Optional<ElementId>> FROM = Field.reference("from");

  /** Where it ends. */
  public static final Field<Optional<ElementId>> TO = Field.reference("to");

  /** What is written on it. */
  public static final Field<String> LABEL = Field.text("label", Bounds.NAME_MAX);

  /** What it means. */
  public static final Field<Meaning> MEANING =
      Field.choice("meaning", Meaning.class, Meaning.RELATES);

  static final Shape SHAPE = Shape.of(FROM, TO, LABEL, MEANING);

  public Link {
    Fields.require(fields, Kind.LINK);
  }

  /** Where it begins. */
  public Optional<ElementId> from() {
    return get(FROM);
  }

  /** Where it ends. */
  public Optional<ElementId> to() {
    return get(TO);
  }

  /** What is written on it. */
  public String label() {
    return get(LABEL);
  }

  /** What it means. */
  public Meaning meaning() {
    return get(MEANING);
  }

  /** What a line means. */
  public enum Meaning {
    /** The two belong together. */
    RELATES,
    /** From one step the person may go on to the other. */
    NEXT,
    /** From one step some people go back or aside to the other. */
    DETOUR,
    /** One team hands the person or the work over to another. */
    HANDS_OVER
  }
}
