package cairn.engine;

import cairn.blueprint.Question;
import cairn.value.Value;
import cairn.value.ValueType;
import org.jspecify.annotations.Nullable;

/** Takes what a person answers as the form of its question has it. */
final class Answers {
  private Answers() {}

  /** The answer as rules and attributes know it, or null where it does not fit the question. */
  static @Nullable Value fit(Question question, Value answer) {
    return switch (question.kind()) {
      case TEXT -> answer.as(ValueType.TEXT);
      case NUMBER -> answer.as(ValueType.DECIMAL);
      case YES_NO -> answer.as(ValueType.FLAG);
      case CHOICE ->
          answer.as(ValueType.TEXT) instanceof Value.Text choice
                  && question.choices().contains(choice.value())
              ? choice
              : null;
      case FEELING -> between(-2, answer, 2);
      case EFFORT -> between(1, answer, 7);
    };
  }

  private static @Nullable Value between(long min, Value answer, long max) {
    return answer.as(ValueType.WHOLE) instanceof Value.Whole whole
            && whole.value() >= min
            && whole.value() <= max
        ? whole
        : null;
  }
}
