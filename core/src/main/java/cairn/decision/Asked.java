package cairn.decision;

import cairn.adaptive.ModelSnapshot;
import cairn.person.PersonState;
import cairn.rule.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision depends on besides the catalogue and the request, fixed when it is taken.
 *
 * @param person where the person stands
 * @param models the snapshot that scores, or null before there is one
 * @param decisions how many decisions the snapshot's choice rule counts
 * @param stoppedActions by emergency switch
 * @param channelStopped whether the request's channel is stopped
 * @param consent the consent the channel needs, or null
 */
public record Asked(
    PersonState person,
    Instant now,
    long seed,
    ZoneId zone,
    Schema schema,
    @Nullable ModelSnapshot models,
    long decisions,
    Balances balances,
    Set<String> stoppedActions,
    boolean channelStopped,
    @Nullable String consent) {}
