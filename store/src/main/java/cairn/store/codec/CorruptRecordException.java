package cairn.store.codec;

/**
 * Bytes that cannot be what was written. The message names the place: what was being read and at
 * which byte, never what stands there.
 */
public final class CorruptRecordException extends RuntimeException {
  public CorruptRecordException(String message) {
    super(message);
  }

  public CorruptRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
