package cairn.workspace.sql;

import org.jspecify.annotations.Nullable;

/**
 * The database under the workspace failed, in a way the caller cannot decide about. The message
 * names the place and what to do next, and never a bound value.
 */
public final class WorkspaceException extends RuntimeException {
  /** What kind of failure it was, so that a caller may answer "later" or stop. */
  public enum Kind {
    /** More work is waiting than the bound allows, or another process holds the lock: try again. */
    BUSY,
    /** What lies at the place is not a workspace, is damaged, or was changed by another hand. */
    UNFIT,
    /** A newer edition of the product wrote the place. */
    NEWER,
    /** The place cannot be reached, read or written now. */
    UNAVAILABLE,
    /** The workspace was closed. */
    CLOSED
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** A failure of this kind, with a message for the operator. */
  public WorkspaceException(Kind kind, String message) {
    this(kind, message, null);
  }

  /** A failure of this kind with what lay under it. */
  public WorkspaceException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What kind of failure it was. */
  public Kind kind() {
    return kind;
  }
}
