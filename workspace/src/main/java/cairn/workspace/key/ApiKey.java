package cairn.workspace.key;

import cairn.workspace.audit.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key without its secret.
 *
 * @param prefix eight hexadecimal digits that name it in lists and in the audit
 * @param usedAt when it was last used, to within a minute
 */
public record ApiKey(
    String prefix,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> usedAt) {
  public ApiKey {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the key may do this. */
  public boolean allows(Scope scope) {
    return scopes.contains(Scope.ADMIN) || scopes.contains(scope);
  }

  /** Whether the key opens anything at this moment. */
  public boolean isGoodAt(Instant now) {
    return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
  }

  /** The machine behind the key as a doer. */
  public Actor actor() {
    return Actor.key(prefix);
  }
}
