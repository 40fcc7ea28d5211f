package cairn.workspace.draft;

/** What came of changing a draft. */
public sealed interface DraftChange {
  /** The draft as it is now. */
  record Changed(Draft draft) implements DraftChange {}

  /** Nothing changed, for this reason. */
  record Refused(DraftRefusal reason) implements DraftChange {}
}
