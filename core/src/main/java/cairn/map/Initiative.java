package cairn.map;

import java.time.LocalDate;
import java.util.Optional;

/** What a workshop decided to change: an idea with an owner, a first step and a date. */
public record Initiative(ElementId id, Fields fields) implements Element {
  /** The idea it came from. */
  public static final Field<Optional<ElementId>> IDEA = Field.reference("idea");

  /** What is changed. */
  public static final Field<String> TITLE = Field.text("title", Bounds.NAME_MAX);

  /** Who answers for it. */
  public static final Field<String> OWNER = Field.text("owner", Bounds.NAME_MAX);

  /** The team that does it. */
  public static final Field<Optional<ElementId>> TEAM = Field.reference("team");

  /** What happens first. */
  public static final Field<String> FIRST_STEP = Field.text("firstStep", Bounds.TEXT_MAX);

  /** When that is done. */
  public static final Field<Optional<LocalDate>> DUE = Field.date("due");

  /** How far it is. */
  public static final Field<State> STATE = Field.choice("state", State.class, State.PLANNED);

  /** What came of it. */
  public static final Field<String> RESULT = Field.text("result", Bounds.TEXT_MAX);

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE =
      Shape.of(IDEA, TITLE, OWNER, TEAM, FIRST_STEP, DUE, STATE, RESULT, ORDER);

  public Initiative {
    Fields.require(fields, Kind.INITIATIVE);
  }

  /** The idea it came from. */
  public Optional<ElementId> idea() {
    return get(IDEA);
  }

  /** What is changed. */
  public String title() {
    return get(TITLE);
  }

  /** Who answers for it. */
  public String owner() {
    return get(OWNER);
  }

  /** What happens first. */
  public String firstStep() {
    return get(FIRST_STEP);
  }

  /** When the first step is done. */
  public Optional<LocalDate> due() {
    return get(DUE);
  }

  /** How far it is. */
  public State state() {
    return get(STATE);
  }

  /** The place among the initiatives. */
  public OrderKey order() {
    return get(ORDER);
  }

  /** How far an initiative is. */
  public enum State {
    PLANNED,
    RUNNING,
    DONE,
    DROPPED
  }
}
