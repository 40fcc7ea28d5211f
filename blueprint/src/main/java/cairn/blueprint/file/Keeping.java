package cairn.blueprint.file;

import cairn.blueprint.Question;
import cairn.rule.Schema;
import cairn.value.ValueType;

/** Whether an attribute can keep what a question is answered with. */
final class Keeping {
  private Keeping() {}

  /** Adds a problem where the attribute named has another type than the answer. */
  static void check(FileReading reading, Schema schema, Tree.Scalar keep, Question.Kind question) {
    var attribute = schema.attribute(keep.text());
    var type = answer(question);
    boolean number =
        attribute != null
            && type != ValueType.TEXT
            && type != ValueType.FLAG
            && (attribute.type() == ValueType.DECIMAL || attribute.type() == type);
    if (attribute != null && attribute.type() != type && !number) {
      reading.problem(
          keep.place(),
          keep.text() + " cannot keep this answer.",
          "The answer is of type "
              + DeclaredFiles.word(type)
              + ", the attribute of "
              + DeclaredFiles.word(attribute.type())
              + ".");
    }
  }

  /** The type of what a question is answered with. */
  static ValueType answer(Question.Kind question) {
    return switch (question) {
      case CHOICE, TEXT -> ValueType.TEXT;
      case NUMBER -> ValueType.DECIMAL;
      case YES_NO -> ValueType.FLAG;
      case FEELING, EFFORT -> ValueType.WHOLE;
    };
  }
}
