package cairn.workspace.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A link that lets one person in once: to a new account, or back into one whose password is lost.
 *
 * @param staff the account it leads back to; absent when it makes a new one
 */
public record Invitation(
    EmailAddress email, StaffName name, Set<Role> roles, Optional<StaffId> staff, Instant expires) {
  public Invitation {
    roles = Set.copyOf(roles);
  }
}
