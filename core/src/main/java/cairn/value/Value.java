package cairn.value;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One plain value: of an attribute, an event's property, a request's context. */
public sealed interface Value {
  /**
   * The longest text a value holds, in characters: room for an essay answer, not for a document.
   */
  int TEXT_CHARS_MAX = 8_192;

  /** The most texts in one list. */
  int TEXTS_MAX = 256;

  ValueType type();

  /** The same value as one of another type, or null where it does not fit without loss. */
  default @Nullable Value as(ValueType wanted) {
    return type() == wanted ? this : Conversion.of(this, wanted);
  }

  /** True or false. */
  record Flag(boolean value) implements Value {
    @Override
    public ValueType type() {
      return ValueType.FLAG;
    }
  }

  /** A whole number. */
  record Whole(long value) implements Value {
    @Override
    public ValueType type() {
      return ValueType.WHOLE;
    }
  }

  /** A number with a fraction; finite. */
  record Decimal(double value) implements Value {
    public Decimal {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a decimal is a finite number");
      }
    }

    @Override
    public ValueType type() {
      return ValueType.DECIMAL;
    }
  }

  /** A text. It may be personal data: never put it into a message of an exception or a log line. */
  record Text(String value) implements Value {
    public Text {
      if (value.length() > TEXT_CHARS_MAX) {
        throw new IllegalArgumentException(
            "a text holds at most " + TEXT_CHARS_MAX + " characters");
      }
    }

    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }
  }

  /** An instant of the {@link Era}, cut to the millisecond. */
  record Time(Instant value) implements Value {
    public Time {
      value = Era.check(value.truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public ValueType type() {
      return ValueType.TIME;
    }
  }

  /** Several texts, in order. */
  record Texts(List<String> value) implements Value {
    public Texts {
      value = List.copyOf(value);
      if (value.size() > TEXTS_MAX) {
        throw new IllegalArgumentException("a list holds at most " + TEXTS_MAX + " texts");
      }
      for (var text : value) {
        if (text.length() > TEXT_CHARS_MAX) {
          throw new IllegalArgumentException(
              "a text holds at most " + TEXT_CHARS_MAX + " characters");
        }
      }
    }

    @Override
    public ValueType type() {
      return ValueType.TEXTS;
    }
  }

  static Value of(boolean value) {
    return new Flag(value);
  }

  static Value of(long value) {
    return new Whole(value);
  }

  static Value of(double value) {
    return new Decimal(value);
  }

  static Value of(String value) {
    return new Text(value);
  }

  static Value of(Instant value) {
    return new Time(value);
  }
}
