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
 * @param recorded an earlier decision whose features and scores stand in for those of models, so
 *     that it comes out again after its models are gone; or null
 * @param edition by which rules of deciding: {@link Edition#NOW} but for what is made again or
 *     looked back at
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
    @Nullable String consent,
    @Nullable DecisionRecord recorded,
    int edition) {

  /** The same at another moment. */
  public Asked at(Instant moment) {
    return but(person, moment, balances, edition);
  }

  /** The same with other units left of volume limits. */
  public Asked with(Balances other) {
    return but(person, now, other, edition);
  }

  /** The same by the rules of another edition: of the one that made what is looked back at. */
  public Asked by(int other) {
    return but(person, now, balances, other);
  }

  /** The same of the person as they would stand otherwise. */
  public Asked of(PersonState other) {
    return but(other, now, balances, edition);
  }

  private Asked but(PersonState person, Instant now, Balances balances, int edition) {
    return new Asked(
        person,
        now,
        seed,
        zone,
        schema,
        models,
        decisions,
        balances,
        stoppedActions,
        channelStopped,
        consent,
        recorded,
        edition);
  }
}
