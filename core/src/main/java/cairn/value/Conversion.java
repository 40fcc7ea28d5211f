package cairn.value;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a value for one of another type, where nothing is lost by it. */
final class Conversion {
  private Conversion() {}

  static @Nullable Value of(Value value, ValueType wanted) {
    return switch (wanted) {
      case DECIMAL -> value instanceof Value.Whole w ? Value.of((double) w.value()) : null;
      case WHOLE -> value instanceof Value.Decimal d ? whole(d.value()) : null;
      case TIME -> value instanceof Value.Text t ? time(t.value()) : null;
      case TEXT -> text(value);
      case FLAG -> value instanceof Value.Text t ? flag(t.value()) : null;
      case TEXTS -> null;
    };
  }

  /** Beyond 64 bits a whole number would become another. */
  private static @Nullable Value whole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 0x1p63
        ? Value.of((long) number)
        : null;
  }

  private static @Nullable Value text(Value value) {
    return switch (value) {
      case Value.Whole w -> Value.of(Long.toString(w.value()));
      case Value.Flag f -> Value.of(Boolean.toString(f.value()));
      case Value.Time t -> Value.of(t.value().toString());
      case Value.Decimal d -> Value.of(Double.toString(d.value()));
      case Value.Text t -> t;
      case Value.Texts _ -> null;
    };
  }

  /** What a yes-or-no question is answered with. */
  private static @Nullable Value flag(String text) {
    return switch (text) {
      case "yes", "true" -> Value.of(true);
      case "no", "false" -> Value.of(false);
      default -> null;
    };
  }

  private static @Nullable Value time(String text) {
    try {
      var time = Instant.parse(text);
      return Era.holds(time) ? Value.of(time) : null;
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
