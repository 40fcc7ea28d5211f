package cairn.server.http;

import java.util.Locale;

/** The stable codes of errors, with their HTTP status. */
public enum Code {
  /** What was sent cannot be understood or is out of bounds. */
  INVALID(400),
  /** Who is asking is not known. */
  UNAUTHORISED(401),
  /** Who is asking is known and may not. */
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  /** What is asked does not fit how things stand. */
  CONFLICT(409),
  /** It was erased and does not come back. */
  ERASED(410),
  /** The body is larger than the route takes. */
  TOO_LARGE(413),
  /** Too much at once; try again after the time told. */
  BUSY(429),
  /** A fault of ours; it is in our log. */
  FAILED(500),
  /** Not able to answer now; try again after the time told. */
  UNAVAILABLE(503);

  private final int status;

  Code(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The code as it goes over the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
