package cairn.server.people;

import cairn.value.Value;

/** Values as JSON has them. */
final class Plain {
  private Plain() {}

  static Object of(Value value) {
    return switch (value) {
      case Value.Flag(var flag) -> flag;
      case Value.Whole(var whole) -> whole;
      case Value.Decimal(var decimal) -> decimal;
      case Value.Text(var text) -> text;
      case Value.Time(var time) -> time;
      case Value.Texts(var texts) -> texts;
    };
  }
}
