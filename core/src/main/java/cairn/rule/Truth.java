package cairn.rule;

/** What a condition answers. Not knowing is an answer of its own: it never counts as true. */
public enum Truth {
  TRUE,
  FALSE,
  /** Something the rule needs is not known of this person. */
  UNKNOWN;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean isTrue() {
    return this == TRUE;
  }

  /** True where both are; false where either is, known or not (CEL's {@code &&}). */
  public Truth and(Truth other) {
    return this == FALSE || other == FALSE ? FALSE : this == TRUE ? other : this;
  }

  /** True where either is, known or not (CEL's {@code ||}). */
  public Truth or(Truth other) {
    return this == TRUE || other == TRUE ? TRUE : this == FALSE ? other : this;
  }

  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
