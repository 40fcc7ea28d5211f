package cairn.person;

/** A name under which a person is known somewhere. Personal data. */
public record Identifier(Kind kind, String value) {
  /** The longest identifier, in characters. */
  public static final int CHARS_MAX = 512;

  /** How firmly an identifier names a person. */
  public enum Kind {
    /** Given by a device or a browser before the person said who they are. */
    ANONYMOUS("anon"),
    /** Given by an organisation to a person it knows. */
    USER("user");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word used in addresses and files: {@code anon} or {@code user}. */
    public String word() {
      return word;
    }
  }

  public Identifier {
    if (value.isBlank() || value.length() > CHARS_MAX) {
      throw new IllegalArgumentException(
          "an identifier has 1 to " + CHARS_MAX + " characters, not all blank");
    }
  }

  public static Identifier user(String value) {
    return new Identifier(Kind.USER, value);
  }

  public static Identifier anonymous(String value) {
    return new Identifier(Kind.ANONYMOUS, value);
  }

  /** Says the kind alone, so that no log line or exception can hold the value by accident. */
  @Override
  public String toString() {
    return kind.word() + ":…";
  }
}
