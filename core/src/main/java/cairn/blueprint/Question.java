package cairn.blueprint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to a person.
 *
 * @param choices what can be answered, or none where any text can
 * @param keep the attribute that keeps the answer wherever it was asked, or null; a journey's step
 *     may name another
 */
public record Question(
    String id, String text, Kind kind, List<String> choices, @Nullable String keep) {
  /** The form of an answer. */
  public enum Kind {
    CHOICE,
    TEXT,
    NUMBER,
    YES_NO,
    /** -2 to +2. */
    FEELING,
    /** 1 to 7. */
    EFFORT
  }

  /** A question whose answer no attribute keeps. */
  public Question(String id, String text, Kind kind, List<String> choices) {
    this(id, text, kind, choices, null);
  }

  public Question {
    choices = List.copyOf(choices);
  }
}
