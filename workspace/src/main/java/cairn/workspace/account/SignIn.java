package cairn.workspace.account;

import cairn.workspace.account.SignInOutcome.NotRecognised;
import cairn.workspace.account.SignInOutcome.TooManyTries;
import cairn.workspace.account.SignInOutcome.Welcome;
import cairn.workspace.secret.Secret;
import cairn.workspace.secret.Throttle;
import cairn.workspace.sql.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Signing in by address and password. Unknown, disabled and wrong are one answer that takes one
 * time. Tries are counted in memory of this process, before the password is looked at, so parallel
 * guessing counts in full. Safe for many threads.
 */
public final class SignIn {
  /** The window in which tries are counted. */
  public static final Duration WINDOW = Duration.ofMinutes(15);

  /** Wrong tries on one account from one address in a window. */
  public static final int TRIES_PER_ACCOUNT_AND_ADDRESS_MAX = 5;

  /** Wrong tries on one account from everywhere in a window: guessing from many machines. */
  public static final int TRIES_PER_ACCOUNT_MAX = 50;

  /** Wrong tries from one address in a window: guessing many accounts from one office. */
  public static final int TRIES_PER_ADDRESS_MAX = 50;

  private final Database database;
  private final Sessions sessions;
  private final Passwords passwords;
  private final InstantSource clock;
  private final Throttle pairs = new Throttle(TRIES_PER_ACCOUNT_AND_ADDRESS_MAX, WINDOW);
  private final Throttle accounts = new Throttle(TRIES_PER_ACCOUNT_MAX, WINDOW);
  private final Throttle addresses = new Throttle(TRIES_PER_ADDRESS_MAX, WINDOW);

  SignIn(Database database, Sessions sessions, Passwords passwords, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Tries an e-mail address and a password.
   *
   * @param from the network address of whoever tries
   */
  public SignInOutcome withPassword(String email, String password, String from) {
    // Digests keep the keys small and keep addresses out of memory dumps.
    var account = new Secret("a" + cut(email.strip().toLowerCase(Locale.ROOT))).digest();
    var address = new Secret("n" + cut(from)).digest();
    var pair = account + address;
    var wait = take(pair, account, address);
    if (wait.isPositive()) {
      return new TooManyTries(wait);
    }
    var candidate = EmailAddress.parse(email).flatMap(this::candidate);
    if (!passwords.matches(password, candidate.map(Candidate::hash))) {
      return new NotRecognised();
    }
    var signedIn = begin(candidate.orElseThrow());
    if (signedIn.isEmpty()) {
      return new NotRecognised();
    }
    pairs.forget(pair);
    accounts.giveBack(account);
    addresses.giveBack(address);
    return new Welcome(signedIn.get());
  }

  private Duration take(String pair, String account, String address) {
    var now = clock.instant();
    var wait = pairs.take(pair, now);
    if (wait.isZero()) {
      wait = accounts.take(account, now);
    }
    return wait.isZero() ? addresses.take(address, now) : wait;
  }

  private Optional<Candidate> candidate(EmailAddress email) {
    return database.read(transaction ->
        transaction.first(
            "SELECT id, password_hash FROM staff WHERE email = ? AND disabled_at IS NULL"
                + " AND password_hash IS NOT NULL",
            row -> new Candidate(new StaffId(row.text("id")), row.text("password_hash")),
            email.value()));
  }

  /** Begins the session, unless the account was closed or its password changed meanwhile. */
  private Optional<SignedIn> begin(Candidate candidate) {
    return database.write(transaction ->
        transaction
            .first(
                "SELECT * FROM staff WHERE id = ? AND password_hash = ?"
                    + " AND disabled_at IS NULL",
                StaffRows::account,
                candidate.id.value(),
                candidate.hash)
            .map(account -> sessions.begin(transaction, account, "password")));
  }

  private static String cut(String text) {
    return text.length() < Secret.LENGTH_MAX ? text : text.substring(0, Secret.LENGTH_MAX - 1);
  }

  private record Candidate(StaffId id, String hash) {}
}
