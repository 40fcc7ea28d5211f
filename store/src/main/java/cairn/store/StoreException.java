package cairn.store;

/** The store cannot do what it must; the message says what, where, and what to do next. */
public final class StoreException extends RuntimeException {
  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
