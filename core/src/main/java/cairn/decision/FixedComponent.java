package cairn.decision;

/** The rules that are no policy of anybody's: they come with Cairn. Their ordinals come first. */
enum FixedComponent {
  NOT_VALID_NOW("not-valid-now", Stage.VALIDITY, "This is not offered at this time."),
  NOT_HERE("not-here", Stage.CHANNEL, "This is not offered here."),
  NUDGE_EXPIRED(
      "nudge-expired",
      Stage.VALIDITY,
      "This steers a choice, and nobody looked again at whether it should."),
  STOPPED("stopped", Stage.CHANNEL, "This is stopped for the moment."),
  RENDERING_RULE("rendering-rule", Stage.CHANNEL, "This form of it does not fit the situation."),
  NO_PURPOSE(
      "no-purpose",
      Stage.PURPOSE,
      "You have not said what you want to achieve, so nothing is promoted to you."),
  PERSON_SILENCE(
      "person-silence", Stage.PERSONS_LIMITS, "You asked not to be contacted for a while."),
  PERSON_CAP(
      "person-cap", Stage.PERSONS_LIMITS, "You set how often we may come to you; that is reached."),
  OBJECTION("objection", Stage.PERSONS_LIMITS, "You said you do not want this."),
  NOT_NOW("not-now", Stage.PERSONS_LIMITS, "You said not now, and the date has not come."),
  NO_CONSENT("no-consent", Stage.PERSONS_LIMITS, "You have not agreed to hear from us this way."),
  JOURNEY_CLOSED("journey-closed", Stage.JOURNEY, "You said no to this journey."),
  JOURNEY_HELD("journey-held", Stage.JOURNEY, "This journey rests until the date you chose."),
  NO_PERSON_VALUE("no-person-value", Stage.FLOOR, "This would bring you nothing."),
  OUTRANKED("outranked", Stage.ARBITRATION, "Something else suits you better now."),
  NO_ROOM("no-room", Stage.PLACEMENT, "There was no room left for it.");

  private final Component component;

  FixedComponent(String id, Stage stage, String sentence) {
    component = new Component(id, stage, sentence, "Cairn");
  }

  Component component() {
    return component;
  }
}
