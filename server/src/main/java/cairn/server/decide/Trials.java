package cairn.server.decide;

import cairn.engine.Host;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.publish.Published;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Trials under way and those of late, in memory alone: they are gone when the process ends. Safe
 * for many threads.
 */
final class Trials implements AutoCloseable {
  /** Trials under way at once, at most: each takes every core it can get. */
  static final int UNDER_WAY_MAX = 4;

  /** Trials kept; of those that are over the oldest go first. */
  static final int KEPT_MAX = 20;

  private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

  private final Host host;
  private final Published published;
  private final InstantSource clock;
  private final Map<String, Trial> trials = new LinkedHashMap<>();

  Trials(Host host, Published published, InstantSource clock) {
    this.host = host;
    this.published = published;
    this.clock = clock;
  }

  /** Begins one, or refuses while too many are under way. */
  synchronized Trial begin(Trial.Ask ask) {
    if (trials.values().stream().filter(Trials::isUnderWay).count() >= UNDER_WAY_MAX) {
      throw HttpRefusal.later(
          Code.BUSY, UNDER_WAY_MAX + " trials are under way; cancel one, or wait.", TRY_AGAIN);
    }
    var over = trials.values().stream().filter(one -> !isUnderWay(one)).iterator();
    var gone = new ArrayList<String>();
    for (int room = KEPT_MAX - trials.size(); room < 1 && over.hasNext(); room++) {
      gone.add(over.next().id);
    }
    gone.forEach(trials::remove);
    var trial =
        new Trial(UUID.randomUUID().toString().substring(0, 13), ask, host, published, clock);
    trials.put(trial.id, trial);
    trial.start();
    return trial;
  }

  private static boolean isUnderWay(Trial trial) {
    return trial.progress().state() == Trial.State.RUNNING;
  }

  /** Of one draft or, without one, all; the newest first. */
  synchronized List<Trial> list(@Nullable String draft) {
    return new ArrayList<>(trials.values())
        .reversed().stream().filter(one -> draft == null || draft.equals(one.ask.draft())).toList();
  }

  synchronized Trial find(String id) {
    var trial = trials.get(id);
    if (trial == null) {
      throw HttpRefusal.notFound("There is no such trial any more.");
    }
    return trial;
  }

  @Override
  public void close() {
    List.copyOf(list(null)).forEach(Trial::close);
  }
}
