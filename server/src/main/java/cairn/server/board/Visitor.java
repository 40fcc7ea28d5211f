package cairn.server.board;

import cairn.map.Field;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.Role;
import cairn.workspace.audit.Actor;

/**
 * Somebody on a board. The name is personal: the text form hides it.
 *
 * @param name how the others are shown them
 */
record Visitor(Actor actor, Role role, String name) {
  /** The visitor as the board knows members. */
  Member member() {
    return new Member(id(), role);
  }

  MemberId id() {
    return new MemberId(actor.text());
  }

  String roleName() {
    return Field.wireName(role);
  }

  boolean leads() {
    return role == Role.FACILITATOR;
  }

  /** Whether they may change the map itself, which guests and those who look on may not. */
  boolean maps() {
    return role == Role.FACILITATOR || role == Role.MAPPER;
  }

  @Override
  public String toString() {
    return "Visitor[" + actor.text() + "]";
  }
}
