package cairn.engine;

/** Why a command was refused. Stable: they reach people and programs as error codes. */
public enum Reason {
  /** The record was erased; nothing is taken for it any more. */
  ERASED("This person was erased."),
  /** The record points to another; the host sends the command on. */
  SEALED("This record belongs to a known person now."),
  ALREADY_SEALED("This record already belongs to another known person."),
  UNKNOWN_JOURNEY("No journey of that name runs in the present blueprint."),
  NO_SUCH_INSTANCE("This person has no such journey."),
  JOURNEY_OVER("The journey is over; the person can reopen it."),
  JOURNEY_NOT_OVER("The journey is not over, so it cannot be reopened."),
  NOT_UNDER_WAY("The journey is paused or held."),
  NOT_AT_REST("The journey is under way already."),
  MAY_NOT_ENTER("Its re-entry rule does not let this person begin the journey now."),
  PERSON_SAID_NO("The person said no to this journey; only they can reopen it."),
  UNKNOWN_STEP("That version of the journey has no such step."),
  UNKNOWN_VERSION("No blueprint of that number is kept."),
  UNKNOWN_EFFECT("Nothing of that id is waiting for this person."),
  UNKNOWN_PURPOSE("This person stated no such purpose."),
  UNKNOWN_QUESTION("The blueprint has no such question."),
  UNFIT_ANSWER("That is no answer to this question; take one of its own form."),
  UNKNOWN_BEGINNING("The journey has no such beginning."),
  TIME_PASSED("That time has passed; choose a later one."),
  TOO_MANY("This person has as many of these as one person can have.");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /** What to tell the sender. */
  public String sentence() {
    return sentence;
  }
}
