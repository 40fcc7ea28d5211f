package cairn.server.publish;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.engine.Running;
import cairn.engine.World;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is published, by number; the highest runs. Changes hold from the next command on.
 * Safe for many threads.
 */
public final class Published implements World {
  private volatile Now now = new Now(new TreeMap<>(), Switches.NONE);

  /** What holds at a moment; replaced as a whole. */
  private record Now(NavigableMap<Integer, Blueprint> byNumber, Switches switches) {}

  @Override
  public @Nullable Blueprint blueprint(int number) {
    return now.byNumber.get(number);
  }

  @Override
  public Switches switches() {
    return now.switches;
  }

  /** The blueprint that runs, once there is one. */
  public Optional<Blueprint> current() {
    var newest = now.byNumber.lastEntry();
    return newest == null ? Optional.empty() : Optional.of(newest.getValue());
  }

  /** Every version kept, by number. */
  public NavigableMap<Integer, Blueprint> versions() {
    return Collections.unmodifiableNavigableMap(now.byNumber);
  }

  /** What a host stamps on commands now. */
  public Running running() {
    return new Running(this, current().map(Blueprint::number).orElse(0), 0);
  }

  /** Adds a version; it runs if it has the highest number. */
  public synchronized void add(Blueprint blueprint) {
    var more = new TreeMap<>(now.byNumber);
    more.put(blueprint.number(), blueprint);
    now = new Now(more, now.switches);
  }

  /** Puts emergency switches in force. */
  public synchronized void stop(Switches switches) {
    now = new Now(now.byNumber, switches);
  }
}
