package cairn.value;

/** The type of a value, as declared in a profile schema and checked in rules. */
public enum ValueType {
  /** True or false. */
  FLAG,
  /** A 64-bit integer. */
  WHOLE,
  /** A double; never NaN. */
  DECIMAL,
  /** Text of at most {@link Value#TEXT_CHARS_MAX} characters. */
  TEXT,
  /** An instant, to the millisecond. */
  TIME,
  /** A list of at most {@link Value#TEXTS_MAX} texts. */
  TEXTS
}
