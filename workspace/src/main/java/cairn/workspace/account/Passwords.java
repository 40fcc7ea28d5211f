package cairn.workspace.account;

import cairn.workspace.secret.Secret;
import cairn.workspace.sql.WorkspaceException;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords by Argon2id with 19 MiB, two passes and one lane: the least that OWASP's
 * password storage cheat sheet advises. The stored text carries its own parameters, so they may
 * rise later.
 */
final class Passwords {
  /** Shorter ones are guessed. */
  static final int LENGTH_MIN = 10;

  /** Longer ones only cost us work. */
  static final int LENGTH_MAX = 200;

  /** Different characters a password must have. */
  static final int DIFFERENT_MIN = 5;

  /** Hashes computed at once, so that a flood of sign-ins takes neither memory nor every core. */
  static final int HASHES_AT_ONCE_MAX = 2;

  /** How long a sign-in waits for its turn before it is told that we are busy. */
  static final Duration WAIT_MAX = Duration.ofSeconds(10);

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function function =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
  private final Semaphore turns = new Semaphore(HASHES_AT_ONCE_MAX, true);
  private @Nullable String nobody;

  /** Why this password will not do for this address, if so. */
  static Optional<Refusal> objection(String password, EmailAddress email) {
    if (password.length() < LENGTH_MIN) {
      return Optional.of(Refusal.PASSWORD_TOO_SHORT);
    }
    if (password.length() > LENGTH_MAX) {
      return Optional.of(Refusal.PASSWORD_TOO_LONG);
    }
    if (password.codePoints().distinct().count() < DIFFERENT_MIN
        || password.toLowerCase(Locale.ROOT).equals(email.value())) {
      return Optional.of(Refusal.PASSWORD_TOO_PLAIN);
    }
    return Optional.empty();
  }

  /** The text to store for a password. */
  String hash(String password) {
    var salt = Base64.getUrlDecoder().decode(Secret.randomText(SALT_BYTES));
    takeTurn();
    try {
      return function.hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
    } finally {
      turns.release();
    }
  }

  /**
   * Whether the password is the stored one. An absent hash costs as much time as a present one, so
   * the answer's time does not tell whether there is an account.
   */
  boolean matches(String password, Optional<String> stored) {
    var typed = password.length() > LENGTH_MAX ? "" : password;
    var against = stored.orElseGet(this::nobody);
    takeTurn();
    try {
      return Argon2Function.getInstanceFromHash(against).check(typed, against)
          && stored.isPresent();
    } finally {
      turns.release();
    }
  }

  private void takeTurn() {
    try {
      if (turns.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new WorkspaceException(
        WorkspaceException.Kind.BUSY, "Too many sign-ins are waiting; try again in a moment.");
  }

  /** The hash of a password that nobody has, made when it is first needed. */
  private synchronized String nobody() {
    var hash = nobody;
    if (hash == null) {
      hash = hash(Secret.randomText(HASH_BYTES));
      nobody = hash;
    }
    return hash;
  }
}
