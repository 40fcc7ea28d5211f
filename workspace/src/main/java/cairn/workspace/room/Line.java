package cairn.workspace.room;

/** The way to one browser. Called from several threads, one at a time for one seat. */
public interface Line {
  /** Sends a message; never blocks for long, a line that cannot keep up closes itself. */
  void send(String text);

  /** Ends the line; the client may join again. */
  void close(String reason);
}
