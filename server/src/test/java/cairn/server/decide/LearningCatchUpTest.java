package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.adaptive.ActionModel;
import cairn.adaptive.ModelSnapshot;
import cairn.chance.Chance;
import cairn.decision.Arm;
import cairn.decision.DecisionRequest;
import cairn.decision.Response;
import cairn.decision.measure.Rate;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.server.MemoryHost;
import cairn.server.RunningServer;
import cairn.server.publish.Published;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A learner was away while windows closed, and comes back with a long way to read.
 *
 * <p>Everybody is shown something and answers within the window, or never. Much else happens in
 * between, so that the answers lie many readings behind, and the learner comes back when even the
 * time in which an outcome may be corrected is over. The store is so slow that between two readings
 * it is time to look whose window has passed. A learner that looks at the clock instead of at what
 * it has read takes every answer it has not come to for silence, and never learns it.
 */
final class LearningCatchUpTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration AWAY = Duration.ofDays(90);
  private static final int PEOPLE = 12;

  /** More than two readings of one shard. */
  private static final int BETWEEN = 1_100;

  private volatile Instant now = MONDAY;
  private final Published published = new Published();
  private final MemoryHost host = new MemoryHost(published::running, this::now);
  private final List<Identifier> people = neighbours();
  private int commands;

  @ParameterizedTest
  @CsvSource({"1,false", "7,false", "1,true", "7,true"})
  void whatWasAnsweredInTimeIsLearnedThoughItIsReadLongAfter(
      long seed, boolean passesOver, @TempDir Path folder) {
    published.add(Shop.blueprint(1));
    var chance = new Chance(seed);
    var shown = new HashMap<Identifier, Fact.DecisionMade>();
    try (var learning = learn(host, folder)) {
      people.forEach(person -> shown.put(person, show(person)));
      RunningServer.await("they wait", () -> learning.seen().awaited() == PEOPLE);
    }
    int accepted = 0;
    var answering = new ArrayList<Identifier>();
    for (var person : people) {
      if (chance.nextInt(3) > 0) {
        answering.add(person);
      }
    }
    muchElseHappens();
    for (var person : answering) {
      boolean yes = chance.nextInt(2) == 0;
      accepted += yes ? 1 : 0;
      now = now.plus(Duration.ofHours(1 + chance.nextInt(9)));
      answer(
          person,
          Objects.requireNonNull(shown.get(person)),
          yes ? Response.Kind.ACCEPTED : Response.Kind.NO);
    }

    now = MONDAY.plus(AWAY);
    try (var learning = learn(slow(passesOver), folder)) {
      RunningServer.await("nobody is waited for", () -> learning.seen().awaited() == 0);
      RunningServer.await(
          "seed " + seed + ": the answers are learned", () -> answered(learning) == PEOPLE);
      assertThat(learning.seen().arms().get(Arm.FULL))
          .as("seed " + seed)
          .isEqualTo(new Rate(PEOPLE, accepted));
      assertThat(positives(learning)).as("seed " + seed).isEqualTo(accepted);
    }
  }

  /** The learner reads of a thousand events, of which it learns nothing, and is stopped. */
  @Test
  void aStopKeepsHowFarWasReadThoughNothingWasLearned(@TempDir Path folder) {
    published.add(Shop.blueprint(1));
    muchElseHappens();
    var asked = new AtomicLong();
    var watched =
        reading((shard, after) -> {
          asked.set(shard == 0 ? after : asked.get());
          return host.decisions(shard, after, FeedCursors.READ_MAX);
        });

    try (var _ = learn(watched, folder)) {
      RunningServer.await("all is read", () -> asked.get() == host.feedEnd(0));
    }

    var kept = Objects.requireNonNull(new LearningFile(folder.resolve("learning.bin")).read());
    assertThat(kept.cursors()[0]).isEqualTo(host.feedEnd(0));
  }

  private void muchElseHappens() {
    for (int i = 0; i < BETWEEN; i++) {
      send(people.getFirst(), new Command.TakeEvent("signed_in", null, Map.of()));
    }
  }

  private static long answered(Learning learning) {
    return models(learning).stream().mapToLong(model -> model.quality().responses()).sum();
  }

  private static long positives(Learning learning) {
    return models(learning).stream().mapToLong(model -> model.quality().positives()).sum();
  }

  private static List<ActionModel> models(Learning learning) {
    return Optional.ofNullable(learning.models()).map(ModelSnapshot::models).orElse(List.of());
  }

  private Learning learn(Host from, Path folder) {
    return Learning.start(
        from,
        published,
        this::now,
        folder,
        new HarmWatch(
            Optional.empty(),
            new HarmFile(folder.resolve("harm.bin")),
            (any, decided) -> true,
            MONDAY));
  }

  /**
   * Takes so long over each full reading that a look at the windows is due after it.
   *
   * @param passesOver whether it leaves out what tells of no decision, as a host may
   */
  private Host slow(boolean passesOver) {
    return reading((shard, after) -> {
      var items = host.decisions(shard, after, FeedCursors.READ_MAX);
      if (items.size() >= BETWEEN / 3) {
        long due = System.nanoTime() + Learning.PUBLISH_EVERY.toNanos();
        while (System.nanoTime() <= due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
      return items.stream()
          .filter(item ->
              !passesOver || item.entry().tellsOfDecisions() || item.equals(items.getLast()))
          .toList();
    });
  }

  /** Reads on in a shard's feed for learning. */
  private interface DecisionFeed {
    List<FeedItem> read(int shard, long after);
  }

  /** The host, of which learning reads the feed in another way. */
  private Host reading(DecisionFeed feed) {
    return (Host)
        Proxy.newProxyInstance(
            Host.class.getClassLoader(),
            new Class<?>[] {Host.class},
            (proxy, method, arguments) ->
                method.getName().equals("decisions")
                    ? feed.read((int) arguments[0], (long) arguments[1])
                    : method.invoke(host, arguments));
  }

  /** People of one shard: what happens to one of them lies between what happens to the others. */
  private List<Identifier> neighbours() {
    var found = new ArrayList<Identifier>();
    for (int i = 0; found.size() < PEOPLE; i++) {
      var person = Identifier.user("person-" + i);
      if (host.key(person).shard() == 0) {
        found.add(person);
      }
    }
    return found;
  }

  private Instant now() {
    return now;
  }

  private Fact.DecisionMade show(Identifier person) {
    send(person, new Command.StatePurpose("A home", "home"));
    var request = new DecisionRequest("web", List.of("tile"), Map.of(), 1);
    var entry = send(person, new Command.RequestDecision(request, false));
    var made =
        entry.facts().stream()
            .filter(Fact.DecisionMade.class::isInstance)
            .map(Fact.DecisionMade.class::cast)
            .findFirst()
            .orElseThrow();
    answer(person, made, Response.Kind.SHOWN);
    return made;
  }

  private void answer(Identifier person, Fact.DecisionMade made, Response.Kind kind) {
    var decision = made.decision();
    send(
        person,
        new Command.RecordResponse(
            decision.id() + "/0",
            decision.slots().getFirst().action(),
            "web",
            new Response(kind, null, null, 0),
            null));
  }

  private Entry send(Identifier person, Command command) {
    var envelope =
        new Envelope(host.key(person), person, "c" + commands++, Entry.Origin.LIVE, now, command);
    var outcome = host.submit(envelope, Priority.INTERACTIVE).join();
    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    return ((Outcome.Taken) outcome).entry();
  }
}
