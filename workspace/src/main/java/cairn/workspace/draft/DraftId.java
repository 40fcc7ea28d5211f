package cairn.workspace.draft;

import cairn.workspace.secret.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names one draft for ever. */
public record DraftId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

  public DraftId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A draft id has 24 hexadecimal digits.");
    }
  }

  /** The id somebody sent, or nothing when it cannot be one. */
  public static Optional<DraftId> parse(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new DraftId(sent)) : Optional.empty();
  }

  static DraftId fresh() {
    return new DraftId(Secret.freshId());
  }

  /** The draft as the subject of an audit line. */
  public String subject() {
    return "draft:" + value;
  }
}
