package cairn.server.live;

import cairn.person.PersonKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of one journey, while they change. It belongs to whoever holds its lock. */
final class JourneyTally {
  /** The most people remembered as having arrived at a step lately. */
  static final int RECENT_MAX = 200;

  /** One step's counts, while they change. */
  static final class StepTally {
    long now;
    long arrived;
    private final MinuteWindow arrivedLately = new MinuteWindow();
    private final MinuteWindow leftLately = new MinuteWindow();
    private final ArrayDeque<PersonKey> recent = new ArrayDeque<>();
  }

  private final String journey;
  final Map<String, StepTally> steps = new HashMap<>();
  final Map<String, Long> endings = new HashMap<>();
  final Map<String, Long> ways = new HashMap<>();
  private long version;

  JourneyTally(String journey) {
    this.journey = journey;
  }

  /** Changes whenever a count does. */
  long version() {
    return version;
  }

  StepTally step(String id) {
    return steps.computeIfAbsent(id, any -> new StepTally());
  }

  void arrive(String step, PersonKey person, Instant at) {
    var tally = step(step);
    tally.now++;
    tally.arrived++;
    tally.arrivedLately.add(at);
    tally.recent.remove(person);
    tally.recent.addLast(person);
    if (tally.recent.size() > RECENT_MAX) {
      tally.recent.removeFirst();
    }
    version++;
  }

  void leave(String step, Instant at) {
    var tally = step(step);
    tally.now--;
    tally.leftLately.add(at);
    version++;
  }

  void way(String from, String to) {
    ways.merge(from + ">" + to, 1L, Long::sum);
  }

  void end(String step) {
    endings.merge(step, 1L, Long::sum);
    version++;
  }

  long people() {
    long people = 0;
    for (var step : steps.values()) {
      people += step.now;
    }
    return Math.max(0, people);
  }

  long ended() {
    return endings.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Who arrived at a step lately, the latest first. */
  List<PersonKey> recent(String step) {
    var tally = steps.get(step);
    if (tally == null) {
      return List.of();
    }
    var recent = new ArrayList<PersonKey>(tally.recent.size());
    tally.recent.descendingIterator().forEachRemaining(recent::add);
    return recent;
  }

  CountsBody body(Instant now) {
    var bySteps = new LinkedHashMap<String, CountsBody.StepBody>();
    new TreeMap<>(steps)
        .forEach((id, tally) ->
            bySteps.put(
                id,
                new CountsBody.StepBody(
                    Math.max(0, tally.now),
                    tally.arrivedLately.sum(now),
                    tally.leftLately.sum(now),
                    tally.arrived)));
    return new CountsBody(
        journey, now, people(), ended(), bySteps, new TreeMap<>(endings), new TreeMap<>(ways));
  }
}
