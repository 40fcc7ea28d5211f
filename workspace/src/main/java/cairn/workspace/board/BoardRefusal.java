package cairn.workspace.board;

/** Why something about a board's people was not done; the message says what to do next. */
public enum BoardRefusal {
  UNKNOWN_BOARD("There is no such board."),
  UNKNOWN_MEMBER("This person has no role on the board."),
  LAST_FACILITATOR("Somebody must stay facilitator; make another one first."),
  TOO_MANY_MEMBERS("The board has " + BoardMembers.MEMBERS_MAX + " members; remove one first."),
  TOO_MANY_LINKS("The board has " + BoardLinks.LINKS_MAX + " open links; close one first."),
  TOO_MANY_GUESTS("The board has " + BoardLinks.GUESTS_MAX + " guests; it is full."),
  LINK_NOT_VALID("The link or code was closed or is too old; ask for a new one."),
  NAME_INVALID("Give a name of 1 to " + BoardLinks.NAME_MAX + " characters.");

  private final String message;

  BoardRefusal(String message) {
    this.message = message;
  }

  /** What to do next, in a sentence. */
  public String message() {
    return message;
  }
}
