package cairn.engine;

import cairn.person.Identifier;
import cairn.person.PersonKey;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keys and chance from one secret. A person's key is the first half of HMAC-SHA256 of an
 * identifier, so that nobody without the secret can tell who a key stands for, or try names.
 * Thread-safe.
 */
public final class Keyring {
  /** The length of a secret, in bytes. */
  public static final int SECRET_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  /** Prepared calculators kept for reuse; more callers than this at once make their own. */
  private static final int READY_MAX = 64;

  private final SecretKeySpec secret;
  private final SipHash hash;
  private final BlockingQueue<Mac> ready = new ArrayBlockingQueue<>(READY_MAX);

  public Keyring(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("a secret has " + SECRET_BYTES + " bytes");
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
    var derived = calculate("cairn chance".getBytes(StandardCharsets.UTF_8));
    hash = new SipHash(derived.high(), derived.low());
  }

  /** The key of an identifier. */
  public PersonKey key(Identifier identifier) {
    return calculate(
        (identifier.kind().word() + ":" + identifier.value()).getBytes(StandardCharsets.UTF_8));
  }

  /** 64 bits that stand for a command id. */
  public long hash(String commandId) {
    return hash.of(commandId);
  }

  /** The chance a command gets: the same whenever it is taken again for the same person. */
  public long seed(PersonKey person, long commandHash) {
    return hash.of(person.high(), person.low(), commandHash);
  }

  private PersonKey calculate(byte[] text) {
    var mac = ready.poll();
    if (mac == null) {
      mac = make();
    }
    var key = PersonKey.of(mac.doFinal(text), 0);
    ready.offer(mac);
    return key;
  }

  private Mac make() {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
