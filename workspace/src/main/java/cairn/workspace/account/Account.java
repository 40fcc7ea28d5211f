package cairn.workspace.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A member of staff as stored, without anything that opens the account.
 *
 * @param identityProvider the outside house that vouches for this person, when one does
 * @param disabledAt since when the account opens nothing
 */
public record Account(
    StaffId id,
    EmailAddress email,
    StaffName name,
    Set<Role> roles,
    boolean hasPassword,
    Optional<String> identityProvider,
    Instant createdAt,
    Optional<Instant> disabledAt) {
  public Account {
    roles = Set.copyOf(roles);
  }

  /** Whether the account opens anything. */
  public boolean isActive() {
    return disabledAt.isEmpty();
  }

  /** Whether the account has this role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
