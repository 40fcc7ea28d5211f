package cairn.map;

import java.util.Optional;

/** One step of the person inside a stage, and what the makers of a live journey must know of it. */
public record Step(ElementId id, Fields fields) implements Element {
  /** The stage it belongs to. */
  public static final Field<Optional<ElementId>> STAGE = Field.reference("stage");

  /** Its name, as something the person does. */
  public static final Field<String> NAME = Field.text("name", Bounds.NAME_MAX);

  /** What happens in it. */
  public static final Field<String> DESCRIPTION = Field.text("description", Bounds.TEXT_MAX);

  /** What the step is for when the map runs. */
  public static final Field<StepRole> ROLE = Field.choice("role", StepRole.class, StepRole.OPEN);

  /** The event that shows that a person has come to this step. */
  public static final Field<String> EVENT = Field.text("event", Bounds.NAME_MAX);

  /** How long a person may stay before something should happen, as an ISO-8601 duration. */
  public static final Field<String> WAIT = Field.text("wait", Bounds.NAME_MAX);

  /** Whether a journey may begin here. */
  public static final Field<Boolean> BEGINNING = Field.flag("beginning");

  /** How the journey ends here, if it does. */
  public static final Field<EndingKind> ENDING =
      Field.choice("ending", EndingKind.class, EndingKind.NONE);

  /** The id under which it runs, kept through new names; empty before it was made live. */
  public static final Field<String> LIVE = Field.text("live", Bounds.NAME_MAX).ofTheHouse();

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE =
      Shape.of(STAGE, NAME, DESCRIPTION, ROLE, EVENT, WAIT, BEGINNING, ENDING, LIVE, ORDER);

  public Step {
    Fields.require(fields, Kind.STEP);
  }

  /** The stage it belongs to. */
  public Optional<ElementId> stage() {
    return get(STAGE);
  }

  /** Its name. */
  public String name() {
    return get(NAME);
  }

  /** What happens in it. */
  public String description() {
    return get(DESCRIPTION);
  }

  /** What the step is for when the map runs. */
  public StepRole role() {
    return get(ROLE);
  }

  /** The event that shows that a person is here. */
  public String event() {
    return get(EVENT);
  }

  /** How long a person may stay, as an ISO-8601 duration. */
  public String waitFor() {
    return get(WAIT);
  }

  /** Whether a journey may begin here. */
  public boolean isBeginning() {
    return get(BEGINNING);
  }

  /** How the journey ends here, if it does. */
  public EndingKind ending() {
    return get(ENDING);
  }

  /** The id under which it runs; empty before it was made live. */
  public String live() {
    return get(LIVE);
  }

  /** The place in its stage. */
  public OrderKey order() {
    return get(ORDER);
  }
}
