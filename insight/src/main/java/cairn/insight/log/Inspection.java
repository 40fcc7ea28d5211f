package cairn.insight.log;

import java.util.List;

/** What a file is taken to be. */
public sealed interface Inspection {

  /** It can be read so. */
  record Understood(LogShape shape) implements Inspection {}

  /** It cannot be read, for at least one reason. */
  record NotUnderstood(List<Problem> problems) implements Inspection {
    /** Keeps an unchangeable copy. */
    public NotUnderstood {
      problems = List.copyOf(problems);
    }
  }
}
