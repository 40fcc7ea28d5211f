package cairn.adaptive;

import java.time.Instant;
import java.util.Optional;

/**
 * How much a trainer waits for.
 *
 * @param waiting shown, without an outcome yet
 * @param answered kept for corrections
 * @param early responses to what is not known yet
 * @param earliestWindowEnd of those waiting
 */
public record Backlog(int waiting, int answered, int early, Optional<Instant> earliestWindowEnd) {}
