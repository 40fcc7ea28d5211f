package cairn.server.http;

/** Takes WebSockets: decides who may come in, and hears what they say. */
@FunctionalInterface
public interface Sockets {
  /** One open line to a browser. Safe for many threads; sending never waits. */
  interface Line {
    /** Says something; where the other end is too slow, the line is closed instead. */
    void send(String text);

    /**
     * Ends the line after what was said before.
     *
     * @param code 1000 to 4999, as RFC 6455 has it
     */
    void close(int code, String why);
  }

  /** Hears one line, on the line's own thread. */
  interface Hearer {
    /** A whole message came. */
    void heard(String text);

    /** The line is gone; called once. */
    void closed();
  }

  /**
   * Takes a line.
   *
   * @throws HttpRefusal where whoever asks may not; the line is closed with 4000 and the status
   */
  Hearer open(RawRequest request, Line line);
}
