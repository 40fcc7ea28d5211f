package cairn.workspace.account;

import java.time.Instant;

/**
 * A proof of who somebody is, good until it expires.
 *
 * @param account whose it is, with the roles of this moment
 * @param expires when it ends unless it is used before; uses move this on, up to a fixed end
 */
public record Session(Account account, Instant expires) {}
