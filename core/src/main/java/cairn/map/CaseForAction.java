package cairn.map;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A case for action: the one-page story that asks for a decision, with the source of every number.
 */
public record CaseForAction(ElementId id, Fields fields) implements Element {
  /** What it is called. */
  public static final Field<String> TITLE = Field.text("title", Bounds.NAME_MAX);

  /** The moment it is about. */
  public static final Field<Optional<ElementId>> MOMENT = Field.reference("moment");

  /** For whom. */
  public static final Field<Optional<ElementId>> PERSONA = Field.reference("persona");

  /** The person, told. */
  public static final Field<String> PERSON = Field.text("person", Bounds.TEXT_MAX);

  /** The moment, told. */
  public static final Field<String> STORY = Field.text("story", Bounds.TEXT_MAX);

  /** The need that is missed today. */
  public static final Field<String> NEED = Field.text("need", Bounds.TEXT_MAX);

  /** How the person feels today, -2 to 2. */
  public static final Field<OptionalDouble> FEELING_NOW =
      Field.optionalAmount("feelingNow", -Bounds.FEELING_MAX, Bounds.FEELING_MAX);

  /** How the person should feel, -2 to 2. */
  public static final Field<OptionalDouble> FEELING_WANTED =
      Field.optionalAmount("feelingWanted", -Bounds.FEELING_MAX, Bounds.FEELING_MAX);

  /** What is known, one line each with its source. */
  public static final Field<List<String>> EVIDENCE_LINES =
      Field.texts("evidenceLines", Bounds.ITEMS_MAX, Bounds.ITEM_MAX);

  /** What doing nothing costs. */
  public static final Field<String> COST_OF_NOTHING = Field.text("costOfNothing", Bounds.TEXT_MAX);

  /** If we change this, */
  public static final Field<String> CHANGE = Field.text("change", Bounds.TEXT_MAX);

  /** then this measure moves */
  public static final Field<String> MEASURE = Field.text("measure", Bounds.NAME_MAX);

  /** from here */
  public static final Field<Optional<Value.Sourced>> FROM =
      Field.sourced("from", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** to there */
  public static final Field<Optional<Value.Sourced>> TO =
      Field.sourced("to", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** in this unit, */
  public static final Field<String> MEASURE_UNIT = Field.text("measureUnit", Bounds.NAME_MAX);

  /** by that date, */
  public static final Field<Optional<LocalDate>> BY = Field.date("by");

  /** because of this. */
  public static final Field<String> BECAUSE = Field.text("because", Bounds.TEXT_MAX);

  /** What changes for the person. */
  public static final Field<String> PERSON_EFFECT = Field.text("personEffect", Bounds.TEXT_MAX);

  /** Low end of the effect on the person. */
  public static final Field<Optional<Value.Sourced>> PERSON_LOW =
      Field.sourced("personLow", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** High end of the effect on the person. */
  public static final Field<Optional<Value.Sourced>> PERSON_HIGH =
      Field.sourced("personHigh", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** What the effect on the person is counted in. */
  public static final Field<String> PERSON_UNIT = Field.text("personUnit", Bounds.NAME_MAX);

  /** What changes for the staff. */
  public static final Field<String> STAFF_EFFECT = Field.text("staffEffect", Bounds.TEXT_MAX);

  /** Low end of the effect on staff. */
  public static final Field<Optional<Value.Sourced>> STAFF_LOW =
      Field.sourced("staffLow", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** High end of the effect on staff. */
  public static final Field<Optional<Value.Sourced>> STAFF_HIGH =
      Field.sourced("staffHigh", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** What the effect on staff is counted in. */
  public static final Field<String> STAFF_UNIT = Field.text("staffUnit", Bounds.NAME_MAX);

  /** What changes for the organisation. */
  public static final Field<String> ORGANISATION_EFFECT =
      Field.text("organisationEffect", Bounds.TEXT_MAX);

  /** Low end of the effect on the organisation. */
  public static final Field<Optional<Value.Sourced>> ORGANISATION_LOW =
      Field.sourced("organisationLow", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** High end of the effect on the organisation. */
  public static final Field<Optional<Value.Sourced>> ORGANISATION_HIGH =
      Field.sourced("organisationHigh", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** What the effect on the organisation is counted in. */
  public static final Field<String> ORGANISATION_UNIT =
      Field.text("organisationUnit", Bounds.NAME_MAX);

  /** Work, in months of one person. */
  public static final Field<Optional<Value.Sourced>> EFFORT =
      Field.sourced("effort", 0, Bounds.COUNT_MAX);

  /** The teams it takes. */
  public static final Field<List<String>> TEAM_NAMES =
      Field.texts("teamNames", Bounds.ITEMS_MAX, Bounds.ITEM_MAX);

  /** Who answers for it. */
  public static final Field<String> OWNER = Field.text("owner", Bounds.NAME_MAX);

  /** What happens first. */
  public static final Field<String> FIRST_STEP = Field.text("firstStep", Bounds.TEXT_MAX);

  /** When that is done. */
  public static final Field<Optional<LocalDate>> FIRST_STEP_BY = Field.date("firstStepBy");

  /** The decision asked. */
  public static final Field<String> ASK = Field.text("ask", Bounds.TEXT_MAX);

  /** What was decided. */
  public static final Field<Decision> DECISION =
      Field.choice("decision", Decision.class, Decision.OPEN);

  /** Who decided. */
  public static final Field<String> DECIDED_BY = Field.text("decidedBy", Bounds.NAME_MAX);

  /** When. */
  public static final Field<Optional<LocalDate>> DECIDED_ON = Field.date("decidedOn");

  /** Why. */
  public static final Field<String> DECISION_REASON = Field.text("decisionReason", Bounds.TEXT_MAX);

  /** When to ask again, after a not now. */
  public static final Field<Optional<LocalDate>> NOT_BEFORE = Field.date("notBefore");

  /** What the measure came to. */
  public static final Field<Optional<Value.Sourced>> RESULT =
      Field.sourced("result", -Bounds.COUNT_MAX, Bounds.COUNT_MAX);

  /** What came of it, told. */
  public static final Field<String> RESULT_WORDS = Field.text("resultWords", Bounds.TEXT_MAX);

  /** When that was measured. */
  public static final Field<Optional<LocalDate>> RESULT_ON = Field.date("resultOn");

  /** What each part was written from, so that a stale part is seen; made by the story writer. */
  public static final Field<List<String>> BASIS = Field.texts("basis", 200, 200);

  static final Shape SHAPE =
      Shape.of(
          TITLE,
          MOMENT,
          PERSONA,
          PERSON,
          STORY,
          NEED,
          FEELING_NOW,
          FEELING_WANTED,
          EVIDENCE_LINES,
          COST_OF_NOTHING,
          CHANGE,
          MEASURE,
          FROM,
          TO,
          MEASURE_UNIT,
          BY,
          BECAUSE,
          PERSON_EFFECT,
          PERSON_LOW,
          PERSON_HIGH,
          PERSON_UNIT,
          STAFF_EFFECT,
          STAFF_LOW,
          STAFF_HIGH,
          STAFF_UNIT,
          ORGANISATION_EFFECT,
          ORGANISATION_LOW,
          ORGANISATION_HIGH,
          ORGANISATION_UNIT,
          EFFORT,
          TEAM_NAMES,
          OWNER,
          FIRST_STEP,
          FIRST_STEP_BY,
          ASK,
          DECISION,
          DECIDED_BY,
          DECIDED_ON,
          DECISION_REASON,
          NOT_BEFORE,
          RESULT,
          RESULT_WORDS,
          RESULT_ON,
          BASIS,
          AUTHOR);

  public CaseForAction {
    Fields.require(fields, Kind.CASE);
  }

  /** What it is called. */
  public String title() {
    return get(TITLE);
  }

  /** The moment it is about. */
  public Optional<ElementId> moment() {
    return get(MOMENT);
  }

  /** For whom. */
  public Optional<ElementId> persona() {
    return get(PERSONA);
  }

  /** What was decided. */
  public Decision decision() {
    return get(DECISION);
  }

  /** What each part was written from. */
  public List<String> basis() {
    return get(BASIS);
  }

  /** What was decided about a case; a no is an answer and is kept. */
  public enum Decision {
    OPEN,
    YES,
    NOT_NOW,
    NO
  }
}
