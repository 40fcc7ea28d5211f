package cairn.insight.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** The value of one attribute of an event, with the type that its source gave it. */
public sealed interface AttributeValue {

  /** The value as a person would write it; times in ISO-8601, UTC. */
  String asText();

  /** Words. */
  record Text(String value) implements AttributeValue {
    /** Refuses a missing value. */
    public Text {
      requireNonNull(value);
    }

    @Override
    public String asText() {
      return value;
    }
  }

  /** A whole number. */
  record Whole(long value) implements AttributeValue {
    @Override
    public String asText() {
      return Long.toString(value);
    }
  }

  /** A number with a fraction. */
  record Real(double value) implements AttributeValue {
    @Override
    public String asText() {
      return Double.toString(value);
    }
  }

  /** True or false. */
  record Flag(boolean value) implements AttributeValue {
    @Override
    public String asText() {
      return Boolean.toString(value);
    }
  }

  /** A moment in time. */
  record Moment(Instant value) implements AttributeValue {
    /** Refuses a missing value. */
    public Moment {
      requireNonNull(value);
    }

    @Override
    public String asText() {
      return value.toString();
    }
  }
}
