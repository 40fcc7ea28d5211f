package cairn.server.seal;

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
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs texts under HMAC-SHA256 with a key that stays in the store's folder. A token holds the text
 * for everybody to read; only whoever has the key can make one. Safe for many threads.
 */
public final class Seal {
  /** The longest token read, in characters. */
  public static final int CHARS_MAX = 1_000;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 16;

  private final SecretKeySpec key;

  private Seal(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Opens the key in a file, or makes one. Without the file, tokens made before are void. */
  public static Seal open(Path file) {
    try {
      if (Files.exists(file)) {
        return new Seal(Files.readAllBytes(file));
      }
      var fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, fresh);
      return new Seal(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException("the key in " + file.getFileName(), e);
    }
  }

  public String sign(String text) {
    var said = text.getBytes(StandardCharsets.UTF_8);
    var token = Arrays.copyOf(signature(said), SIGNATURE_BYTES + said.length);
    System.arraycopy(said, 0, token, SIGNATURE_BYTES, said.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The text of a token, if it is one of ours. */
  public Optional<String> read(String token) {
    if (token.length() > CHARS_MAX) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length > SIGNATURE_BYTES) {
        var said = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        var signed = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        if (MessageDigest.isEqual(signed, signature(said))) {
          return Optional.of(new String(said, StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    return Optional.empty();
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
