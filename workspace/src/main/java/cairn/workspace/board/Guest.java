package cairn.workspace.board;

import cairn.map.Role;
import cairn.workspace.audit.Actor;
import java.time.Instant;

/**
 * Somebody who came on to one board by a link. The name is personal: the text form hides it.
 *
 * @param expires when the board closes for this guest
 */
public record Guest(String id, BoardId board, String name, Role role, Instant expires) {
  /** The guest as a doer. */
  public Actor actor() {
    return Actor.guest(id);
  }

  @Override
  public String toString() {
    return "Guest[" + id + "]";
  }
}
