package cairn.workspace.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey of an account.
 *
 * @param id what its device calls it, as URL-safe base 64
 * @param label what its owner calls it
 */
public record Passkey(String id, String label, Instant createdAt, Optional<Instant> usedAt) {}
