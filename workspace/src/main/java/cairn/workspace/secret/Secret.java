package cairn.workspace.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A text that opens something, random enough (256 bits) that a plain digest keeps it safe. It is
 * shown to its owner once; the database holds only {@link #digest()}.
 */
public record Secret(String text) {
  /** Longer texts are no secret of ours; they are refused before they are digested. */
  public static final int LENGTH_MAX = 200;

  private static final int RANDOM_BYTES = 32;
  private static final int ID_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  public Secret {
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("A secret has 1 to " + LENGTH_MAX + " characters.");
    }
  }

  /** A new secret of 43 characters that fit a URL, a header and a cookie. */
  public static Secret fresh() {
    return new Secret(randomText(RANDOM_BYTES));
  }

  /** Random text of so many bytes, as URL-safe base 64. */
  public static String randomText(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** A new id of 24 hexadecimal digits: not secret, and nobody guesses the next one. */
  public static String freshId() {
    var random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** A whole number from 0 to below the bound, evenly drawn. */
  public static int randomBelow(int bound) {
    return RANDOM.nextInt(bound);
  }

  /** The SHA-256 of the text in hexadecimal: what is stored and looked up. */
  public String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Whether two digests are the same, in a time that does not tell how much of them is. */
  public static boolean sameDigest(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
