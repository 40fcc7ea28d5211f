package cairn.workspace.board;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do on one board. */
public enum BoardRole {
  /** Leads: locks lanes, reveals, runs the agenda, lets others in. */
  FACILITATOR("facilitator"),
  /** Maps: adds, moves and changes anything that is not locked. */
  MAPPER("mapper"),
  /** Came by a link without an account: writes notes and votes. */
  GUEST("guest"),
  /** Looks. */
  VIEWER("viewer");

  private final String wireName;

  BoardRole(String wireName) {
    this.wireName = wireName;
  }

  /** The name in JSON and in the database. */
  public String wireName() {
    return wireName;
  }

  /** The role of a wire name, if there is one. */
  public static Optional<BoardRole> named(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName.equals(wireName)).findFirst();
  }

  static BoardRole stored(String wireName) {
    return named(wireName).orElse(VIEWER);
  }
}
