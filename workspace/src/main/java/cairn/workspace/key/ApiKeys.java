package cairn.workspace.key;

import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.secret.Secret;
import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of machines. A good key is remembered for {@link #REMEMBERED_FOR}, so a busy machine
 * costs one look into the database in that time; revoking in this process forgets it at once, and
 * another process notices within that time. Safe for many threads.
 */
public final class ApiKeys {
  /** Keys in one installation, revoked ones included. */
  public static final int KEYS_MAX = 1_000;

  /** A key's name in lists. */
  public static final int NAME_MAX = 80;

  /** How long a good key is believed without looking again. */
  public static final Duration REMEMBERED_FOR = Duration.ofSeconds(5);

  /** Good keys remembered at once. */
  static final int REMEMBERED_MAX = 1_000;

  /** Uses closer together than this are not written down each. */
  static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private static final Pattern FORM = Pattern.compile("cairn_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");
  private static final int PREFIX_FROM = 6;
  private static final int PREFIX_TO = 14;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Map<String, Remembered> remembered =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };
  private long revocations;

  /** The keys kept in this database. */
  public ApiKeys(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a key without an end. */
  public NewApiKey create(Actor by, String name, Set<Scope> scopes) {
    return create(by, name, scopes, Optional.empty());
  }

  /**
   * Makes a key, good until it is revoked or its time is over.
   *
   * @throws IllegalArgumentException when the name is empty or too long, no scope is given, or
   *     there are {@link #KEYS_MAX} keys already
   */
  public NewApiKey create(Actor by, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
    var label = name.strip();
    if (label.isEmpty()
        || label.length() > NAME_MAX
        || label.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A key's name has 1 to " + NAME_MAX + " characters on one line.");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("A key has at least one scope.");
    }
    return database
        .write(transaction -> {
          if (transaction.count("SELECT COUNT(*) AS n FROM api_key") >= KEYS_MAX) {
            return Optional.<NewApiKey>empty();
          }
          var prefix = Secret.freshId().substring(0, PREFIX_TO - PREFIX_FROM);
          var secret = new Secret("cairn_" + prefix + "_" + Secret.fresh().text());
          transaction.change(
              "INSERT INTO api_key (prefix, digest, name, scopes, created_at, expires_at)"
                  + " VALUES (?, ?, ?, ?, ?, ?)",
              prefix,
              secret.digest(),
              label,
              Scope.join(scopes),
              clock.instant(),
              expiresAt.orElse(null));
          audit.write(transaction, by, "key.created", "key:" + prefix, Scope.join(scopes));
          var key =
              transaction
                  .first("SELECT * FROM api_key WHERE prefix = ?", ApiKeys::key, prefix)
                  .orElseThrow();
          return Optional.of(new NewApiKey(key, secret));
        })
        .orElseThrow(() ->
            new IllegalArgumentException(
                "There are " + KEYS_MAX + " keys already; remove revoked ones first."));
  }

  /** The key of a secret, if it is good now. */
  public Optional<ApiKey> verify(String secret) {
    if (!FORM.matcher(secret).matches()) {
      return Optional.empty();
    }
    var now = clock.instant();
    var digest = new Secret(secret).digest();
    var prefix = secret.substring(PREFIX_FROM, PREFIX_TO);
    Remembered known;
    long revocationsBefore;
    synchronized (remembered) {
      known = remembered.get(prefix);
      revocationsBefore = revocations;
    }
    if (known == null || !now.isBefore(known.until)) {
      known = look(prefix, now, revocationsBefore);
    }
    return known != null && Secret.sameDigest(known.digest, digest) && known.key.isGoodAt(now)
        ? Optional.of(known.key)
        : Optional.empty();
  }

  private @Nullable Remembered look(String prefix, Instant now, long revocationsBefore) {
    var found =
        database.read(transaction ->
            transaction.first(
                "SELECT * FROM api_key WHERE prefix = ?",
                row -> new Remembered(key(row), row.text("digest"), now.plus(REMEMBERED_FOR)),
                prefix));
    if (found.isEmpty()) {
      return null;
    }
    synchronized (remembered) {
      // What was read before a revocation must not be remembered after it.
      if (revocations == revocationsBefore) {
        remembered.put(prefix, found.get());
      }
    }
    return found.get();
  }

  /** Notes that a key was used; written at most once a minute a key, and not waited for. */
  public void touch(ApiKey key) {
    var now = clock.instant();
    if (key.usedAt().map(used -> now.isBefore(used.plus(TOUCH_EVERY))).orElse(false)) {
      return;
    }
    database.note(transaction ->
        transaction.change(
            "UPDATE api_key SET used_at = ? WHERE prefix = ? AND (used_at IS NULL OR used_at <"
                + " ?)",
            now,
            key.prefix(),
            now));
  }

  /** Ends a key at once; whether there was one to end. */
  public boolean revoke(Actor by, String prefix) {
    var revoked =
        database.write(transaction -> {
          var gone =
              transaction.change(
                      "UPDATE api_key SET revoked_at = ? WHERE prefix = ? AND revoked_at IS"
                          + " NULL",
                      clock.instant(),
                      prefix)
                  > 0;
          if (gone) {
            audit.write(transaction, by, "key.revoked", "key:" + prefix, "");
          }
          return gone;
        });
    synchronized (remembered) {
      revocations++;
      remembered.remove(prefix);
    }
    return revoked;
  }

  /** Every key, revoked ones too, in the order of making; at most {@link #KEYS_MAX}. */
  public List<ApiKey> all() {
    return database.read(transaction ->
        transaction.list(
            "SELECT * FROM api_key ORDER BY created_at, prefix LIMIT ?", ApiKeys::key, KEYS_MAX));
  }

  /** Whether any key is good now. */
  public boolean anyGood() {
    return all().stream().anyMatch(key -> key.isGoodAt(clock.instant()));
  }

  private static ApiKey key(Row row) throws SQLException {
    return new ApiKey(
        row.text("prefix"),
        row.text("name"),
        Scope.split(row.text("scopes")),
        row.instant("created_at"),
        row.instantIfAny("expires_at"),
        row.instantIfAny("revoked_at"),
        row.instantIfAny("used_at"));
  }

  private record Remembered(ApiKey key, String digest, Instant until) {}
}
