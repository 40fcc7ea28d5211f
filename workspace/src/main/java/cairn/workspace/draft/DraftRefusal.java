package cairn.workspace.draft;

/** Why something about a draft was not done; the message says what to do next. */
public enum DraftRefusal {
  UNKNOWN_DRAFT("There is no such draft."),
  UNKNOWN_PUBLICATION("There is no such publication to begin with."),
  UNKNOWN_FILE("The draft has no such file."),
  CHANGED_MEANWHILE("Somebody changed the draft meanwhile; look at it again."),
  NOT_NOW("The draft is not in a state for this; look at its history."),
  OWN_DRAFT("You wrote in this draft; somebody else must approve it."),
  NO_FILES("The draft has no files; add one first."),
  FILES_INVALID("The files are too many, too large or badly named."),
  TOO_MANY_DRAFTS("There are " + Drafts.OPEN_MAX + " open drafts; discard one first.");

  private final String message;

  DraftRefusal(String message) {
    this.message = message;
  }

  /** What to do next, in a sentence. */
  public String message() {
    return message;
  }
}
