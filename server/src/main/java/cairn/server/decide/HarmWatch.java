package cairn.server.decide;

import cairn.decision.measure.HarmAlarm;
import cairn.person.PersonKey;
import cairn.server.publish.Publisher;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stops an action, by the emergency switch, that people report as harm too often. Showings and
 * reports count where the decision was taken since this process began, and since the action was
 * stopped last, so that both are of the same decisions and nothing is stopped for what somebody
 * dealt with before. Belongs to one thread.
 */
final class HarmWatch {
  /** Who the control log names as having stopped an action. */
  static final String BY = "Cairn, for reported harm";

  private static final System.Logger LOG = System.getLogger(HarmWatch.class.getName());

  /** Places remembered, so that a showing told more than once counts once. */
  private static final int PLACES_MAX = 20_000;

  private final Optional<Publisher> publisher;
  private final Instant since;
  private final Map<String, Watched> watched = new HashMap<>();
  private final Set<String> places =
      Collections.newSetFromMap(
          new LinkedHashMap<String, Boolean>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > PLACES_MAX;
            }
          });

  /** An action's alarm; what was decided before a moment counts for nothing. */
  private record Watched(Instant since, HarmAlarm alarm) {}

  /**
   * Watches.
   *
   * @param publisher who can stop an action; without one, what is found is only logged
   * @param since what was decided before this counts for nothing
   */
  HarmWatch(Optional<Publisher> publisher, Instant since) {
    this.publisher = publisher;
    this.since = since;
  }

  /**
   * An action was shown.
   *
   * @param place the decision and slot it was shown by
   * @param decided when that decision was taken
   */
  void shown(String action, String place, Instant decided) {
    var one = watched(action);
    if (!decided.isBefore(one.since()) && places.add(place)) {
      one.alarm().shown();
    }
  }

  /**
   * Somebody reported harm of an action.
   *
   * @param decided when the decision that showed it was taken
   * @param at when the report was taken
   */
  void harmed(String action, PersonKey person, Instant decided, Instant at) {
    var one = watched(action);
    if (!decided.isBefore(one.since()) && one.alarm().harmed(person)) {
      var rate = one.alarm().rate();
      LOG.log(
          Level.WARNING,
          "{0} is stopped: {1} of {2} showings were reported as harm",
          action,
          rate.accepted(),
          rate.impressions());
      publisher.ifPresent(any -> any.stopAction(action, BY));
      // Whoever starts it again starts the count again.
      watched.put(action, new Watched(at, new HarmAlarm()));
    }
  }

  private Watched watched(String action) {
    return watched.computeIfAbsent(action, any -> new Watched(since, new HarmAlarm()));
  }
}
