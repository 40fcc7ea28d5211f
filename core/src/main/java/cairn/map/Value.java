package cairn.map;

import java.util.List;

/** What one field of an element holds, in the few shapes that travel. */
public sealed interface Value {
  /** The absence of a value. */
  Value NOTHING = new Nothing();

  /** A text, a choice, a date, an instant, an id or an order key. */
  record Text(String text) implements Value {}

  /** A finite number; minus zero is kept as zero, so that equal numbers are equal values. */
  record Amount(double number) implements Value {
    public Amount {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("an amount is a finite number");
      }
      number = number + 0.0;
    }
  }

  /** Yes or no. */
  record Flag(boolean flag) implements Value {}

  /** Several texts in order. */
  record Texts(List<String> texts) implements Value {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /** A number with where it comes from; the two change together, so that neither can lie. */
  record Sourced(double number, NumberSource source) implements Value {
    public Sourced {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a sourced number is finite");
      }
      number = number + 0.0;
    }
  }

  /** Nothing is held. */
  record Nothing() implements Value {}

  /** A text as a value. */
  static Value of(String text) {
    return new Text(text);
  }

  /** A number as a value. */
  static Value of(double number) {
    return new Amount(number);
  }

  /** A flag as a value. */
  static Value of(boolean flag) {
    return new Flag(flag);
  }

  /** Several texts as a value. */
  static Value of(List<String> texts) {
    return new Texts(texts);
  }
}
