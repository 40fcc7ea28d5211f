package cairn.workspace.room;

import cairn.map.Member;
import cairn.workspace.map.BoardMessages.Presence;
import java.util.List;
import java.util.Optional;

/** One open browser at a board. A person with two windows has two seats. */
public final class Seat {
  private final BoardRoom room;
  private final Member member;
  private final String name;
  private final Line line;
  // Guarded by the room.
  private boolean joined;
  private Presence presence = new Presence(0, 0, "", List.of(), Optional.empty());

  Seat(BoardRoom room, Member member, String name, Line line) {
    this.room = room;
    this.member = member;
    this.name = name;
    this.line = line;
  }

  /** Takes a message from the browser; answers come over the line. */
  public void receive(String text) {
    room.receive(this, text);
  }

  /** The browser is gone. */
  public void leave() {
    room.leave(this);
  }

  /** Whose seat it is. */
  public Member member() {
    return member;
  }

  String name() {
    return name;
  }

  Line line() {
    return line;
  }

  boolean hasJoined() {
    return joined;
  }

  void join() {
    joined = true;
  }

  Presence presence() {
    return presence;
  }

  void isAt(Presence where) {
    presence = where;
  }
}
