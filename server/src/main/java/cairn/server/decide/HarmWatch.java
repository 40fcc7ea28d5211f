package cairn.server.decide;

import cairn.chance.Chance;
import cairn.decision.measure.HarmAlarm;
import cairn.person.PersonKey;
import cairn.server.publish.Publisher;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Stops an action, by the emergency switch, that people report as harm too often. A report needs
 * the token of a decision, so nobody reports what was not put to them. Showings and reports count
 * where the decision was taken since the watch began, and since the action was stopped last, so
 * that both are of the same decisions and nothing is stopped for what somebody dealt with before.
 * What is counted is kept, and goes on after a restart; what is read a second time after a crash
 * counts once. Safe for many threads.
 */
final class HarmWatch {
  /** Who the control log names as having stopped an action. */
  static final String BY = "system:reported-harm";

  private static final System.Logger LOG = System.getLogger(HarmWatch.class.getName());

  /** Places remembered, so that a showing told more than once counts once. */
  static final int PLACES_MAX = 20_000;

  /** For so long showings are counted in memory alone; each report is kept at once. */
  private static final Duration KEEP_EVERY = Duration.ofSeconds(5);

  private final Optional<Publisher> publisher;
  private final HarmFile file;
  private final BiPredicate<PersonKey, Instant> isKnown;
  private final Instant since;
  private final TreeMap<String, Watched> watched = new TreeMap<>();

  /** Showings told lately, each by a number of its own, the oldest first. */
  private final LinkedHashSet<Long> places = new LinkedHashSet<>();

  private long keptAt = System.nanoTime();

  /**
   * An action's alarm; what was decided before a moment counts for nothing.
   *
   * @param last what stopped it last, or null
   */
  private record Watched(Instant since, HarmAlarm alarm, @Nullable Stop last) {}

  /** What an action was stopped for: so many reports of so many showings. */
  record Stop(Instant at, int known, int visitors, int shown) {}

  /**
   * What was reported of one action.
   *
   * @param last what stopped it last, or null
   */
  record Told(String action, HarmAlarm.Counts counts, @Nullable Stop last) {}

  /**
   * Watches.
   *
   * @param publisher who can stop an action; without one, what is found is only logged
   * @param file what was counted before, to go on from
   * @param isKnown whether somebody was known when the decision was taken that they report, by more
   *     than a visit
   * @param since what was decided before this counts for nothing, where nothing was counted before
   */
  HarmWatch(
      Optional<Publisher> publisher,
      HarmFile file,
      BiPredicate<PersonKey, Instant> isKnown,
      Instant since) {
    this.publisher = publisher;
    this.file = file;
    this.isKnown = isKnown;
    var kept = file.read();
    this.since = kept == null ? since : kept.since();
    if (kept != null) {
      for (var one : kept.actions()) {
        var alarm = new HarmAlarm(one.counts());
        watched.put(one.action(), new Watched(one.since(), alarm, one.last()));
      }
      places.addAll(kept.places());
    }
  }

  /**
   * An action was shown.
   *
   * @param place the decision and slot it was shown by
   * @param decided when that decision was taken
   */
  synchronized void shown(String action, String place, Instant decided) {
    var one = watched(action);
    if (!decided.isBefore(one.since()) && places.add(number(place))) {
      one.alarm().shown();
      if (places.size() > PLACES_MAX) {
        places.removeFirst();
      }
      keepIfDue();
    }
  }

  /**
   * Somebody reported harm of an action that was put to them.
   *
   * @param decided when the decision that showed it was taken
   * @param at when the report was taken
   */
  synchronized void harmed(String action, PersonKey person, Instant decided, Instant at) {
    var one = watched(action);
    if (decided.isBefore(one.since())) {
      return;
    }
    if (one.alarm().harmed(person.scrambled(), isKnown.test(person, decided))) {
      var counts = one.alarm().counts();
      var stop = new Stop(at, counts.known(), counts.visitors(), counts.shown());
      LOG.log(
          Level.WARNING,
          "{0} is stopped: {1} people and {2} visitors reported harm of {3} showings",
          action,
          stop.known(),
          stop.visitors(),
          stop.shown());
      publisher.ifPresent(any -> any.stopAction(action, BY));
      // Whoever starts it again starts the count again.
      watched.put(action, new Watched(at, new HarmAlarm(), stop));
    }
    keep();
  }

  private static long number(String place) {
    long number = 0;
    for (int i = 0; i < place.length(); i++) {
      number = Chance.mix(number + place.charAt(i));
    }
    return number;
  }

  private Watched watched(String action) {
    return watched.computeIfAbsent(action, any -> new Watched(since, new HarmAlarm(), null));
  }

  /** Every action of which harm was reported, by id. */
  synchronized List<Told> told() {
    var told = new ArrayList<Told>();
    watched.forEach((action, one) -> {
      var counts = one.alarm().counts();
      if (one.last() != null || counts.known() + counts.visitors() > 0) {
        told.add(new Told(action, counts, one.last()));
      }
    });
    return told;
  }

  /** Keeps what is counted; what cannot be kept now is kept with what comes next. */
  synchronized void keep() {
    var actions = new ArrayList<HarmFile.Kept>();
    watched.forEach((action, one) ->
        actions.add(new HarmFile.Kept(action, one.since(), one.alarm().counts(), one.last())));
    try {
      file.write(new HarmFile.All(since, actions, places));
    } catch (UncheckedIOException failure) {
      LOG.log(Level.ERROR, "reports of harm are counted in memory alone", failure);
    }
    keptAt = System.nanoTime();
  }

  private void keepIfDue() {
    if (System.nanoTime() - keptAt > KEEP_EVERY.toNanos()) {
      keep();
    }
  }
}
