package cairn.workspace.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address in lower case, as sign-in compares it. Personal: its text form hides it. */
public record EmailAddress(String value) {
  /** The longest address that mail can carry (RFC 5321). */
  public static final int LENGTH_MAX = 254;

  private static final Pattern FORM = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+");

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("This is not an e-mail address.");
    }
  }

  /** The address somebody typed, or nothing when it cannot be one. */
  public static Optional<EmailAddress> parse(String typed) {
    try {
      return Optional.of(new EmailAddress(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "EmailAddress[hidden]";
  }
}
