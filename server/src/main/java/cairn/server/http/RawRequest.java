package cairn.server.http;

import java.util.Optional;
import java.util.function.BiConsumer;

/** A request as the HTTP library has it, before we know who asks and what for. */
public interface RawRequest {
  /** The method's name, in capitals. */
  String methodName();

  /** The path as it was sent: encoded, with repeated slashes. */
  String rawPath();

  /** The first value of a query parameter, decoded. */
  Optional<String> query(String name);

  /** The first value of a header. */
  Optional<String> header(String name);

  /** Every header, name and value, for those who cannot name what they look for. */
  void headers(BiConsumer<String, String> reader);

  /** The value of a cookie. */
  Optional<String> cookie(String name);

  /** The network address of the other end, without its port. */
  String from();

  /** Whether the other end is this machine. */
  boolean isFromHere();

  /**
   * The body, decompressed. It can be read once.
   *
   * @param bytesMax a longer one is refused as too large
   */
  byte[] body(int bytesMax);
}
