package cairn.server.intake;

import cairn.log.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids of commands made from what senders call their messages. */
final class CommandIds {
  private CommandIds() {}

  /** The id itself where it fits, else its digest, so that the same id is the same again. */
  static String of(String id) {
    return id.length() <= Entry.COMMAND_ID_CHARS_MAX ? id : digest(id);
  }

  private static String digest(String id) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return "sha256-" + HexFormat.of().formatHex(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
