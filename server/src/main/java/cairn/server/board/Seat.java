package cairn.server.board;

import cairn.map.BatchId;
import cairn.map.Verdict;
import cairn.server.http.Sockets;
import cairn.server.words.Tongue;
import cairn.workspace.map.BoardMessages;
import cairn.workspace.map.BoardMessages.Presence;
import java.util.List;
import java.util.Optional;

/** One browser on a board. Its place is written by the board's thread alone. */
final class Seat {
  static final Presence NOWHERE = new Presence(0, 0, "", List.of(), Optional.empty());

  private final Visitor visitor;
  private final Sockets.Line line;
  private final Tongue tongue;
  private boolean joined;
  private Presence presence = NOWHERE;

  Seat(Visitor visitor, Sockets.Line line, Tongue tongue) {
    this.visitor = visitor;
    this.line = line;
    this.tongue = tongue;
  }

  Visitor visitor() {
    return visitor;
  }

  void send(String message) {
    line.send(message);
  }

  /** Tells why a gesture was refused, in the language of whoever sits here. */
  void refuse(Optional<BatchId> batch, Verdict.Refused refusal) {
    send(
        BoardMessages.refused(
            batch,
            new Verdict.Refused(
                refusal.reason(),
                refusal.element(),
                refusal.field(),
                tongue.refusal(refusal.message()),
                refusal.theirs())));
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
