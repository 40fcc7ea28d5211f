package cairn.server.live;

import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.log.Fact;
import cairn.person.Journey;
import cairn.person.PersonKey;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many people are on which step of which journey, kept from the feed. Adding and taking away
 * commute, so it does not matter in which order shards are read. Safe for many threads.
 */
public final class JourneyCounts {
  /** How far back a person's log is read to find the step a migration left. */
  private static final int LOOK_BACK_MAX = 500;

  /** Erasures announced and not yet seen in the feed. */
  private static final int FORGETTING_MAX = 10_000;

  private final Host host;
  private final InstantSource clock;
  private final Map<String, JourneyTally> tallies = new HashMap<>();
  private final Map<PersonKey, List<Journey>> forgetting = new HashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();

  JourneyCounts(Host host, InstantSource clock) {
    this.host = host;
    this.clock = clock;
  }

  /** The counts of a journey; all zero where nobody has been on it. */
  public synchronized CountsBody of(String journey) {
    var tally = tallies.get(journey);
    return (tally == null ? new JourneyTally(journey) : tally).body(clock.instant());
  }

  /** Changes whenever a count of the journey does. */
  public synchronized long version(String journey) {
    var tally = tallies.get(journey);
    return tally == null ? 0 : tally.version();
  }

  /** Who arrived at a step lately, the latest first; they may have left since. */
  public synchronized List<PersonKey> recent(String journey, String step) {
    var tally = tallies.get(journey);
    return tally == null ? List.of() : tally.recent(step);
  }

  /**
   * Tells which journeys an erasure is about to forget, because the fact of it must not say.
   * Without it, after a crash between the two, a count stays one too high until it is rebuilt.
   */
  public synchronized void forgetting(PersonKey person, List<Journey> journeys) {
    if (forgetting.size() < FORGETTING_MAX) {
      forgetting.put(person, List.copyOf(journeys));
    }
  }

  synchronized void take(FeedItem item) {
    for (var fact : item.entry().facts()) {
      take(item, fact);
    }
  }

  private void take(FeedItem item, Fact fact) {
    switch (fact) {
      case Fact.StepEntered f -> {
        var tally = changing(f.instance());
        if (f.from() != null) {
          tally.leave(f.from(), f.at());
          tally.way(f.from(), f.step());
        }
        tally.arrive(f.step(), item.person(), f.at());
      }
      case Fact.JourneyEnded f -> {
        var tally = changing(f.instance());
        tally.leave(f.step(), f.at());
        tally.end(f.step());
      }
      case Fact.JourneyReopened f -> changing(f.instance()).arrive(f.step(), item.person(), f.at());
      case Fact.JourneyMigrated f -> {
        var tally = changing(f.instance());
        var from = stepBefore(item, f.instance());
        if (from != null) {
          tally.leave(from, f.at());
        }
        tally.arrive(f.step(), item.person(), f.at());
      }
      case Fact.RecordAbsorbed f -> absorbed(item.person(), f);
      case Fact.Baseline f -> {
        for (var journey : f.state().journeys()) {
          if (!journey.isOver()) {
            changing(journey.instance()).arrive(journey.step(), item.person(), journey.enteredAt());
          }
        }
      }
      case Fact.Erased f -> erased(item.person());
      case Fact.EventOccurred _,
          Fact.AttributesSet _,
          Fact.IdentifierAdded _,
          Fact.RecordSealed _,
          Fact.PurposeStated _,
          Fact.PurposeClosed _,
          Fact.ConsentRecorded _,
          Fact.ObjectionRaised _,
          Fact.ObjectionLifted _,
          Fact.LimitsSet _,
          Fact.QuestionAnswered _,
          Fact.JourneyBegun _,
          Fact.ArmDrawn _,
          Fact.GoalMet _,
          Fact.JourneyHeld _,
          Fact.JourneyPaused _,
          Fact.JourneyResumed _,
          Fact.JourneyStuck _,
          Fact.SegmentEntered _,
          Fact.SegmentLeft _,
          Fact.TimerPlanted _,
          Fact.TimerDropped _,
          Fact.TimerFired _,
          Fact.EffectQueued _,
          Fact.EffectReleased _,
          Fact.EffectWithheld _,
          Fact.EffectDeferred _,
          Fact.EffectSettled _,
          Fact.DecisionMade _,
          Fact.ResponseRecorded _ -> {}
    }
  }

  /** Journeys that did not come along with an absorbed record are left. */
  private void absorbed(PersonKey known, Fact.RecordAbsorbed f) {
    var state = host.read(known);
    for (var journey : f.state().journeys()) {
      if (!journey.isOver() && state.journey(journey.instance()).isEmpty()) {
        changing(journey.instance()).leave(journey.step(), clock.instant());
      }
    }
  }

  private void erased(PersonKey person) {
    var journeys = forgetting.remove(person);
    if (journeys != null) {
      for (var journey : journeys) {
        if (!journey.isOver()) {
          changing(journey.instance()).leave(journey.step(), clock.instant());
        }
      }
    }
  }

  /** The step an instance stood on before an entry, or null where the log does not reach it. */
  private @Nullable String stepBefore(FeedItem item, String instance) {
    for (var entry : host.history(item.person(), item.entry().number(), LOOK_BACK_MAX)) {
      for (var fact : entry.facts().reversed()) {
        if (fact instanceof Fact.StepEntered f && f.instance().equals(instance)) {
          return f.step();
        }
        if (fact instanceof Fact.JourneyMigrated f && f.instance().equals(instance)) {
          return f.step();
        }
        if (fact instanceof Fact.JourneyReopened f && f.instance().equals(instance)) {
          return f.step();
        }
      }
    }
    return null;
  }

  private JourneyTally changing(String instance) {
    var journey = Journey.definitionOf(instance);
    changed.add(journey);
    return tally(journey);
  }

  JourneyTally tally(String journey) {
    return tallies.computeIfAbsent(journey, JourneyTally::new);
  }

  /** The journeys whose counts changed since they were last written. */
  synchronized Map<String, JourneyTally> changed() {
    var those = new HashMap<String, JourneyTally>();
    for (var journey : changed) {
      those.put(journey, tally(journey));
    }
    return those;
  }

  /** What changed is written down. */
  synchronized void written() {
    changed.clear();
  }
}
