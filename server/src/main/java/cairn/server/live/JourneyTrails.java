package cairn.server.live;

import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.log.Fact;
import cairn.map.live.StepTally;
import cairn.map.live.Trail;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.PersonKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How all people went along every journey, kept from the feed: which ways, how long they stayed on
 * each step, where they left and what they said it felt like. Who they are stays in {@link
 * TrailFile}, of which only the rows used last are in memory. Safe for many threads.
 */
public final class JourneyTrails {
  /*
   * Shards are read one after the other, so what happened to a record before it was absorbed may be
   * read after what followed. A fact older than the row of its journey is then left out: the way
   * stays the one that was read first, and no stay is counted twice.
   */

  /** Rows kept in memory besides those that wait to be written. */
  static final int ROWS_MAX = 20_000;

  private final Host host;
  private final TrailFile file;
  private final BinaryOperator<@Nullable String> asksAfter;
  private final Map<String, TrailTree> trees = new HashMap<>();
  private final Map<String, Map<String, StepTally>> tallies = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, Set<String>> changedTallies = new HashMap<>();
  private final Map<String, TrailRow> changed = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final LinkedHashMap<String, TrailRow> rows =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TrailRow> eldest) {
          return size() > ROWS_MAX;
        }
      };

  /**
   * What all journeys of one definition show.
   *
   * @param trails each way that was gone, with how many went it
   * @param tallies by step
   */
  public record Seen(List<Trail> trails, Map<String, StepTally> tallies) {
    public Seen {
      trails = List.copyOf(trails);
      tallies = Map.copyOf(tallies);
    }
  }

  /**
   * Trails that go on from what a file holds.
   *
   * @param asksAfter the step that a question of a journey asks about once it was left, or null
   */
  JourneyTrails(Host host, TrailFile file, BinaryOperator<@Nullable String> asksAfter) {
    this.host = host;
    this.file = file;
    this.asksAfter = asksAfter;
  }

  /** What the journeys of a definition show; nothing where nobody was on it. */
  public synchronized Seen of(String journey) {
    var copies = new HashMap<String, StepTally>();
    tallies.getOrDefault(journey, Map.of()).forEach((step, each) -> copies.put(step, each.copy()));
    var tree = trees.get(journey);
    return new Seen(tree == null ? List.of() : tree.trails(), copies);
  }

  /** Changes whenever what a journey shows does. */
  public synchronized long version(String journey) {
    return versions.getOrDefault(journey, 0L);
  }

  synchronized TrailTree tree(String journey) {
    return trees.computeIfAbsent(journey, _ -> new TrailTree());
  }

  synchronized void load(String journey, String step, StepTally tally) {
    tallies.computeIfAbsent(journey, _ -> new HashMap<>()).put(step, tally);
  }

  private StepTally tally(String journey, String step) {
    changedTallies.computeIfAbsent(journey, _ -> new HashSet<>()).add(step);
    return tallies
        .computeIfAbsent(journey, _ -> new HashMap<>())
        .computeIfAbsent(step, _ -> new StepTally());
  }

  synchronized void take(FeedItem item) {
    for (var fact : item.entry().facts()) {
      if (fact instanceof Fact.StepEntered f) {
        entered(item.person(), f.instance(), f.step(), f.at(), f.from());
      } else if (fact instanceof Fact.JourneyEnded f) {
        ended(f);
      } else if (fact instanceof Fact.JourneyReopened f) {
        moved(item.person(), f.instance(), f.step(), f.at());
      } else if (fact instanceof Fact.JourneyMigrated f) {
        migrated(item.person(), f);
      } else if (fact instanceof Fact.QuestionAnswered f
          && f.instance() != null
          && f.feeling() != null) {
        felt(f.instance(), f.question(), f.feeling());
      } else if (fact instanceof Fact.RecordAbsorbed f) {
        var state = host.read(item.person());
        f.state()
            .journeys()
            .forEach(journey ->
                absorbed(item.person(), journey, state.journey(journey.instance()).isPresent()));
      } else if (fact instanceof Fact.Baseline f) {
        f.state().journeys().forEach(journey -> absorbed(item.person(), journey, true));
      } else if (fact instanceof Fact.Erased) {
        erased(item.person());
      }
    }
  }

  private void entered(
      PersonKey person, String instance, String step, Instant at, @Nullable String from) {
    var row = row(instance);
    if (row != null && at.isBefore(row.entered())) {
      return;
    }
    if (row != null && row.ending() == null && row.step().equals(from)) {
      tally(row.journey(), row.step()).stayed(Duration.between(row.entered(), at));
    }
    moved(person, instance, step, at);
  }

  /** Stands on another step from now on, and is under way. */
  private void moved(PersonKey person, String instance, String step, Instant at) {
    var row = row(instance);
    var tree = tree(Journey.definitionOf(instance));
    if (row != null) {
      tree.count(row.node(), row.ending(), -1);
    }
    int node = tree.on(row == null ? TrailTree.ROOT : row.node(), step);
    tree.count(node, null, 1);
    put(new TrailRow(instance, person, node, step, row == null ? "" : row.step(), at, null));
  }

  private void ended(Fact.JourneyEnded f) {
    var row = row(f.instance());
    if (row == null || row.ending() != null || f.at().isBefore(row.entered())) {
      return;
    }
    var tree = tree(row.journey());
    tree.count(row.node(), null, -1);
    tree.count(row.node(), f.ending(), 1);
    String last = row.step().equals(f.step()) ? row.before() : row.step();
    if (f.ending() != Ending.ACHIEVED && !last.isEmpty()) {
      tally(row.journey(), last).departed();
    }
    put(row.ended(f.ending()));
  }

  /** Coming to the same step of another version is no movement. */
  private void migrated(PersonKey person, Fact.JourneyMigrated f) {
    var row = row(f.instance());
    if (row == null || !row.step().equals(f.step())) {
      moved(person, f.instance(), f.step(), f.at());
    }
  }

  private void felt(String instance, String question, int feeling) {
    var journey = Journey.definitionOf(instance);
    var row = row(instance);
    var asked = asksAfter.apply(journey, question);
    var step = asked != null || row == null ? asked : row.step();
    if (step != null) {
      tally(journey, step).felt(feeling);
      versions.merge(journey, 1L, Long::sum);
    }
  }

  private void absorbed(PersonKey known, Journey journey, boolean cameAlong) {
    var row = row(journey.instance());
    if (row != null && cameAlong) {
      put(row.of(known));
    } else if (row != null) {
      remove(row);
    } else if (cameAlong) {
      moved(known, journey.instance(), journey.step(), journey.enteredAt());
      var now = row(journey.instance());
      if (journey.ending() != null && now != null) {
        tree(now.journey()).count(now.node(), null, -1);
        tree(now.journey()).count(now.node(), journey.ending(), 1);
        put(now.ended(journey.ending()));
      }
    }
  }

  /** What others can see of an erased journey that was over stays, as a number. */
  private void erased(PersonKey person) {
    var instances = new HashSet<>(file.instances(person));
    changed.values().stream()
        .filter(row -> row.person().equals(person))
        .forEach(row -> instances.add(row.instance()));
    for (var instance : instances) {
      var row = row(instance);
      if (row != null && row.person().equals(person)) {
        remove(row);
      }
    }
  }

  private void remove(TrailRow row) {
    if (row.ending() == null) {
      tree(row.journey()).count(row.node(), null, -1);
      versions.merge(row.journey(), 1L, Long::sum);
    }
    changed.remove(row.instance());
    rows.remove(row.instance());
    gone.add(row.instance());
  }

  private @Nullable TrailRow row(String instance) {
    var waiting = changed.get(instance);
    if (waiting != null || gone.contains(instance)) {
      return waiting;
    }
    var known = rows.get(instance);
    if (known == null) {
      known = file.row(instance);
      if (known != null) {
        rows.put(instance, known);
      }
    }
    return known;
  }

  private void put(TrailRow row) {
    gone.remove(row.instance());
    changed.put(row.instance(), row);
    versions.merge(row.journey(), 1L, Long::sum);
  }

  /** Writes what changed into the transaction under way. */
  synchronized void write() {
    file.write(changed.values(), gone);
    trees.forEach((journey, tree) -> file.write(journey, tree));
    changedTallies.forEach(
        (journey, steps) -> steps.forEach(step -> file.write(journey, step, tally(journey, step))));
  }

  /** That transaction is durable. */
  synchronized void written() {
    rows.putAll(changed);
    changed.clear();
    gone.clear();
    trees.values().forEach(tree -> tree.changed().clear());
    changedTallies.clear();
  }
}
