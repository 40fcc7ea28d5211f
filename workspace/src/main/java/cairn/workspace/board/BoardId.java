package cairn.workspace.board;

import cairn.workspace.secret.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names one board for ever. */
public record BoardId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

  public BoardId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A board id has 24 hexadecimal digits.");
    }
  }

  /** The id somebody sent, or nothing when it cannot be one. */
  public static Optional<BoardId> parse(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new BoardId(sent)) : Optional.empty();
  }

  static BoardId fresh() {
    return new BoardId(Secret.freshId());
  }

  /** The board as the subject of an audit line. */
  public String subject() {
    return "board:" + value;
  }
}
