package cairn.server.decide;

import cairn.decision.measure.HarmAlarm;
import cairn.server.publish.Publisher;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stops an action, by the emergency switch, that people report as harm too often. Only what was
 * taken since this process began counts, so that nothing is stopped for what somebody dealt with
 * before. Belongs to one thread.
 */
final class HarmWatch {
  /** Who the control log names as having stopped an action. */
  static final String BY = "Cairn, for reported harm";

  private static final System.Logger LOG = System.getLogger(HarmWatch.class.getName());

  private final Optional<Publisher> publisher;
  private final Instant since;
  private final Map<String, HarmAlarm> alarms = new HashMap<>();

  /**
   * Watches.
   *
   * @param publisher who can stop an action; without one, what is found is only logged
   * @param since what was taken before this counts for nothing
   */
  HarmWatch(Optional<Publisher> publisher, Instant since) {
    this.publisher = publisher;
    this.since = since;
  }

  /** An action was shown, taken at a moment. */
  void shown(String action, Instant at) {
    if (!at.isBefore(since)) {
      alarm(action).shown();
    }
  }

  /** Somebody reported harm of an action, taken at a moment. */
  void harmed(String action, Instant at) {
    if (!at.isBefore(since) && alarm(action).harmed()) {
      var rate = alarm(action).rate();
      LOG.log(
          Level.WARNING,
          "{0} is stopped: {1} of {2} showings were reported as harm",
          action,
          rate.accepted(),
          rate.impressions());
      publisher.ifPresent(one -> one.stopAction(action, BY));
      alarms.remove(action); // Whoever starts it again starts the count again.
    }
  }

  private HarmAlarm alarm(String action) {
    return alarms.computeIfAbsent(action, any -> new HarmAlarm());
  }
}
