package cairn.decision;

/** What a policy or lever covers: everything, an issue, a group or one action. */
public record Scope(Level level, String id) {
  public static final Scope ALL = new Scope(Level.ALL, "");

  /** From wide to narrow. */
  public enum Level {
    ALL,
    ISSUE,
    GROUP,
    ACTION
  }

  public boolean covers(Action action) {
    return switch (level) {
      case ALL -> true;
      case ISSUE -> id.equals(action.issue());
      case GROUP -> id.equals(action.group());
      case ACTION -> id.equals(action.id());
    };
  }

  /** The word under which times of this scope are remembered of a person. */
  public String subject(String what) {
    return switch (level) {
      case ALL -> what + ":*";
      case ISSUE -> what + ":issue:" + id;
      case GROUP -> what + ":group:" + id;
      case ACTION -> what + ":action:" + id;
    };
  }
}
