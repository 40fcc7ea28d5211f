package cairn.server.decide;

import cairn.server.http.HttpRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what was shown, so that a response proves what it answers: person, decision, slot, action,
 * channel, under HMAC-SHA256 with a key that stays in the store's folder. Safe for many threads.
 */
final class Tokens {
  /** The longest token taken, in characters. */
  static final int CHARS_MAX = 1_000;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 16;
  private static final String SEPARATOR = "\n";

  private final SecretKeySpec key;

  /** What a token says. */
  record Shown(DecisionId decision, int slot, String action, String channel) {
    /** The slot as the engine names it. */
    String place() {
      return decision.name() + "/" + slot;
    }
  }

  private Tokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Opens the key in a file, or makes one. */
  static Tokens open(Path file) {
    try {
      if (Files.exists(file)) {
        return new Tokens(Files.readAllBytes(file));
      }
      var fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, fresh);
      return new Tokens(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException("the key of response tokens", e);
    }
  }

  String sign(Shown shown) {
    var said =
        String.join(
                SEPARATOR,
                shown.decision().text(),
                Integer.toString(shown.slot()),
                shown.action(),
                shown.channel())
            .getBytes(StandardCharsets.UTF_8);
    var token = Arrays.copyOf(signature(said), SIGNATURE_BYTES + said.length);
    System.arraycopy(said, 0, token, SIGNATURE_BYTES, said.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Reads a token.
   *
   * @throws HttpRefusal where it is not one of ours
   */
  Shown read(String token) {
    try {
      var bytes = Base64.getUrlDecoder().decode(token);
      if (token.length() <= CHARS_MAX && bytes.length > SIGNATURE_BYTES) {
        var said = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        var signed = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        if (MessageDigest.isEqual(signed, signature(said))) {
          var parts = new String(said, StandardCharsets.UTF_8).split(SEPARATOR, 4);
          return new Shown(
              DecisionId.parse(parts[0]), Integer.parseInt(parts[1]), parts[2], parts[3]);
        }
      }
    } catch (IllegalArgumentException e) {
      // Told below.
    }
    throw HttpRefusal.invalid("token", "Send the token exactly as the decision gave it.");
  }

  private byte[] signature(byte[] said) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(said), SIGNATURE_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
