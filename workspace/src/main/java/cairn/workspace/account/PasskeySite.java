package cairn.workspace.account;

import java.util.Set;

/**
 * The site for which passkeys are made; a passkey of another site never opens this one.
 *
 * @param host the domain that passkeys are bound to, such as {@code cairn.example.org}
 * @param name how the browser names the site
 * @param origins the addresses that pages may have, such as {@code https://cairn.example.org}
 */
public record PasskeySite(String host, String name, Set<String> origins) {
  public PasskeySite {
    origins = Set.copyOf(origins);
    if (host.isBlank() || name.isBlank() || origins.isEmpty()) {
      throw new IllegalArgumentException("A site for passkeys has a host, a name and an origin.");
    }
  }
}
