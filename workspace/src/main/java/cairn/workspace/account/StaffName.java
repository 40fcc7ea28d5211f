package cairn.workspace.account;

import java.util.Optional;

/** How a member of staff is shown to the others. Personal: its text form hides it. */
public record StaffName(String value) {
  /** Longer names break every list. */
  public static final int LENGTH_MAX = 120;

  public StaffName {
    value = value.strip();
    if (value.isEmpty()
        || value.length() > LENGTH_MAX
        || value.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A name has 1 to " + LENGTH_MAX + " characters on one line.");
    }
  }

  /** The name somebody typed, or nothing when it cannot be one. */
  public static Optional<StaffName> parse(String typed) {
    try {
      return Optional.of(new StaffName(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "StaffName[hidden]";
  }
}
