package cairn.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of all goings of one journey definition, for ever: enough for re-entry rules
 * and for keeping a no.
 *
 * @param begun how many times the person began it
 * @param closedByNo true from a no until the person reopens it: no contact comes from it
 */
public record JourneyRecord(
    String definition,
    int begun,
    @Nullable Instant lastEndedAt,
    @Nullable Ending lastEnding,
    boolean closedByNo) {}
