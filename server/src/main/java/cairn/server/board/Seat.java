package cairn.server.board;

import cairn.server.http.Sockets;
import cairn.workspace.map.BoardMessages.Presence;
import java.util.List;
import java.util.Optional;

/** One browser on a board. Its place is written by the board's thread alone. */
final class Seat {
  static final Presence NOWHERE = new Presence(0, 0, "", List.of(), Optional.empty());

  private final Visitor visitor;
  private final Sockets.Line line;
  private boolean joined;
  private Presence presence = NOWHERE;

  Seat(Visitor visitor, Sockets.Line line) {
    this.visitor = visitor;
    this.line = line;
  }

  Visitor visitor() {
    return visitor;
  }

  void send(String message) {
    line.send(message);
  }

  void close(int code, String why) {
    line.close(code, why);
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

  void moveTo(Presence place) {
    presence = place;
  }
}
