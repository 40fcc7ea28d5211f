package cairn.workspace.account;

import cairn.workspace.audit.Actor;
import cairn.workspace.secret.Secret;
import java.util.regex.Pattern;

/** Names one account for ever: random, so it tells nothing about its owner. */
public record StaffId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

  public StaffId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A staff id has 24 hexadecimal digits.");
    }
  }

  static StaffId fresh() {
    return new StaffId(Secret.freshId());
  }

  /** The same member of staff as a doer. */
  public Actor actor() {
    return Actor.staff(value);
  }

  /** The same member of staff as the subject of an audit line. */
  public String subject() {
    return "staff:" + value;
  }
}
