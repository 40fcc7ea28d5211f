package cairn.server.publish;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.blueprint.Switches;
import cairn.decision.Catalogue;
import cairn.decision.ModelPlan;
import cairn.engine.Running;
import cairn.engine.World;
import cairn.person.Pending;
import cairn.rule.Schema;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is published, by number; the highest runs. Before the first one an empty
 * blueprint of number 0 runs, under which events are kept and move nobody. Older versions are made
 * when they are first asked for. Changes hold from the next command on. Safe for many threads.
 */
public final class Published implements World {
  private static final Blueprint EMPTY =
      new Blueprint(
          new Blueprint.About("none", 0, "Nothing published yet", ZoneOffset.UTC, -1, -1),
          new Schema(List.of()),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Catalogue.EMPTY,
          Map.of());

  /** Snapshots kept for commands that were stamped and wait: some seconds' worth. */
  public static final int SCORINGS_KEPT = 16;

  private volatile TreeMap<Long, Scoring> scorings = new TreeMap<>();
  private volatile Now now = new Now(new TreeMap<>(), Switches.NONE);

  /** What holds at a moment; replaced as a whole. */
  private record Now(TreeMap<Integer, Version> byNumber, Switches switches) {
    private Now {
      byNumber = new TreeMap<>(byNumber);
    }
  }

  /** One version, made at most once. */
  private static final class Version {
    private @Nullable Supplier<@Nullable Blueprint> maker;
    private @Nullable Blueprint made;

    Version(Supplier<@Nullable Blueprint> maker) {
      this.maker = maker;
    }

    synchronized @Nullable Blueprint get() {
      if (maker != null) {
        made = maker.get();
        maker = null;
      }
      return made;
    }
  }

  @Override
  public @Nullable Blueprint blueprint(int number) {
    if (number == 0) {
      return EMPTY;
    }
    var version = now.byNumber.get(number);
    return version == null ? null : version.get();
  }

  @Override
  public Switches switches() {
    return now.switches;
  }

  /** The blueprint that runs, once one was published. */
  public Optional<Blueprint> current() {
    var newest = now.byNumber.lastEntry();
    return newest == null ? Optional.empty() : Optional.ofNullable(newest.getValue().get());
  }

  /** The numbers of all versions kept. */
  public NavigableSet<Integer> numbers() {
    return new TreeSet<>(now.byNumber.keySet());
  }

  /** Whether something waits for a colleague: a task, or a word to be said at a desk. */
  public boolean isForColleagues(Pending effect) {
    var channel = current().map(b -> b.channel(effect.channel())).orElse(null);
    return effect.kind() == Pending.Kind.TASK
        || (channel != null && channel.kind() == Channel.Kind.ASSISTED);
  }

  /** The step of a running journey that a question asks about once it was left, or null. */
  public @Nullable String asksAfter(String journey, String question) {
    var definition = current().map(b -> b.journey(journey)).orElse(null);
    var step = definition == null ? null : definition.asksAfter(question);
    return step == null ? null : step.id();
  }

  /** What a host stamps on commands now. */
  public Running running() {
    var newest = now.byNumber.lastEntry();
    var models = scorings.isEmpty() ? 0 : scorings.lastKey();
    return new Running(this, newest == null ? 0 : newest.getKey(), models);
  }

  @Override
  public @Nullable Scoring scoring(long models) {
    return scorings.get(models);
  }

  /** Puts a model snapshot in force; the last {@link #SCORINGS_KEPT} stay readable. */
  public synchronized void score(long number, Scoring scoring) {
    var more = new TreeMap<>(scorings);
    more.put(number, scoring);
    while (more.size() > SCORINGS_KEPT) {
      more.pollFirstEntry();
    }
    scorings = more;
  }

  /** What models of the running blueprint look at. */
  public ModelPlan plan() {
    return current().map(b -> b.catalogue().notes().models()).orElse(ModelPlan.STANDARD);
  }

  /** Adds a version; it runs if it has the highest number. */
  public void add(Blueprint blueprint) {
    add(blueprint.number(), () -> blueprint);
  }

  /** Adds a version that is made when it is first asked for; null where it cannot be any more. */
  synchronized void add(int number, Supplier<@Nullable Blueprint> maker) {
    var more = new TreeMap<>(now.byNumber);
    more.put(number, new Version(maker));
    now = new Now(more, now.switches);
  }

  /** Puts emergency switches in force. */
  synchronized void stop(Switches switches) {
    now = new Now(now.byNumber, switches);
  }
}
