package cairn.blueprint;

import java.util.List;

/**
 * A question to a person.
 *
 * @param choices what can be answered, or none where any text can
 */
public record Question(String id, String text, Kind kind, List<String> choices) {
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

  public Question {
    choices = List.copyOf(choices);
  }
}
