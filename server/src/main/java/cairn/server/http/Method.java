package cairn.server.http;

/** What a request wants done with a resource. */
public enum Method {
  GET(true),
  POST(false),
  PUT(false),
  DELETE(false);

  private final boolean safe;

  Method(boolean safe) {
    this.safe = safe;
  }

  /** Whether it changes nothing, so that a browser may send it without our header. */
  public boolean isSafe() {
    return safe;
  }
}
