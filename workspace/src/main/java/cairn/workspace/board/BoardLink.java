package cairn.workspace.board;

import cairn.map.Role;
import cairn.workspace.audit.Actor;
import java.time.Instant;

/**
 * A way on to a board without an account, without its secret.
 *
 * @param id names it for closing
 * @param code what people in the room type; works as long as the link
 */
public record BoardLink(
    String id, BoardId board, String code, Role role, Actor createdBy, Instant expires) {
  @Override
  public String toString() {
    return "BoardLink[" + id + "]";
  }
}
