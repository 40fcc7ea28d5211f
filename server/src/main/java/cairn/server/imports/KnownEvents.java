package cairn.server.imports;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.ShippedBlueprints;
import cairn.insight.log.ObservedJourney;
import cairn.journey.Beginning;
import cairn.journey.Step;
import cairn.journey.Trigger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which events move the journeys of a blueprint, and how much of a log that covers. */
public final class KnownEvents {
  /** A blueprint fits a log if its events are at least this share of what happened. */
  public static final double FITS_SHARE_MIN = 0.5;

  private KnownEvents() {}

  /** The share of a log's main touchpoints' events that move a journey of this blueprint. */
  public static double share(Blueprint blueprint, ObservedJourney observed) {
    var known = of(blueprint);
    long all = 0;
    long met = 0;
    for (var activity : observed.activities()) {
      all += activity.events();
      met += known.contains(activity.name()) ? activity.events() : 0;
    }
    return all == 0 ? 0 : (double) met / all;
  }

  /** The shipped blueprint that fits a log best, if one fits. */
  public static Optional<Bundle> shipped(ObservedJourney observed) {
    Bundle best = null;
    double bestShare = FITS_SHARE_MIN;
    for (var name : ShippedBlueprints.names()) {
      var bundle = ShippedBlueprints.bundle(name);
      if (BlueprintCompiler.compile(bundle, null, 1) instanceof Compilation.Compiled compiled) {
        double share = share(compiled.blueprint(), observed);
        if (share >= bestShare) {
          best = bundle;
          bestShare = share;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Set<String> of(Blueprint blueprint) {
    var events = new HashSet<String>();
    for (var journey : blueprint.journeys()) {
      for (var beginning : journey.beginnings()) {
        if (beginning instanceof Beginning.OnEvent on) {
          events.add(on.trigger().event());
        }
      }
      journey.moves().forEach(move -> events.add(move.trigger().event()));
      journey.exits().forEach(exit -> events.add(exit.trigger().event()));
      journey.goals().forEach(goal -> events.add(goal.trigger().event()));
      for (var step : journey.steps()) {
        if (step instanceof Step.WaitFor wait) {
          wait.events().forEach(awaited -> events.add(awaited.trigger().event()));
        }
      }
    }
    events.removeIf(Trigger::isResponse);
    return events;
  }
}
