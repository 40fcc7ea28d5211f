package cairn.store;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.ContactPolicy;
import cairn.decision.DecisionRequest;
import cairn.decision.Scope;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.Limits;
import cairn.person.PersonKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads decide for the same few people in three channels at once, on the store on disk. A
 * lost update or a stale count would let a cap be exceeded; afterwards every person's own log is
 * counted.
 */
final class CapsUnderConcurrencyTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final List<String> CHANNELS = List.of("web", "app", "phone");
  private static final int PEOPLE = 12;
  private static final int THREADS = 8;
  private static final int DECISIONS = 2_000;
  private static final int ALL_MAX = 7;
  private static final int WEB_MAX = 3;
  private static final int PERSONS_MAX = 5;

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(NOON);

  private static Questions world() {
    var day = Duration.ofDays(1);
    return Questions.in(
        CHANNELS,
        IntStream.range(0, 40)
            .mapToObj(i -> Questions.question("a" + i, "group", CHANNELS))
            .toList(),
        List.of(
            new ContactPolicy.Cap("all", Scope.ALL, null, ALL_MAX, day, "Enough.", "team"),
            new ContactPolicy.Cap("web", Scope.ALL, "web", WEB_MAX, day, "Enough.", "team")),
        List.of());
  }

  @Test
  void noCapIsEverExceededByDecisionsInThreeChannelsAtOnce() {
    var world = world();
    try (var host =
        EmbeddedHost.open(
            StoreSettings.in(folder).withLanes(2).withClock(clock),
            () -> new Running(world, 1, 0))) {
      for (int i = 0; i < PEOPLE; i += 2) {
        limit(host, person(host, i));
      }
      decideEverywhere(host);
      for (int i = 0; i < PEOPLE; i++) {
        check(host, person(host, i), i % 2 == 0);
      }
    }
  }

  private static PersonKey person(Host host, int number) {
    return host.key(Identifier.user("person-" + number));
  }

  private static Envelope envelope(PersonKey person, String id, Command command) {
    return new Envelope(person, null, id, Entry.Origin.LIVE, NOON, command);
  }

  private static void limit(Host host, PersonKey person) {
    var limits =
        new Limits(List.of(new Limits.Cap(null, PERSONS_MAX, Duration.ofDays(1))), null, null);
    var set = envelope(person, "limits", new Command.SetLimits(limits));
    assertThat(host.submit(set, Priority.INTERACTIVE).join()).isInstanceOf(Outcome.Taken.class);
  }

  private static void decideEverywhere(Host host) {
    var next = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int t = 0; t < THREADS; t++) {
        threads.execute(() -> {
          var waiting = new ArrayList<CompletableFuture<Outcome>>();
          for (int i = next.getAndIncrement(); i < DECISIONS; i = next.getAndIncrement()) {
            var channel = CHANNELS.get(i / PEOPLE % 3);
            var placements = List.of("one", "two");
            var request = new DecisionRequest(channel, placements, Map.of(), 2);
            waiting.add(
                host.submit(
                    envelope(
                        person(host, i % PEOPLE),
                        "d" + i,
                        new Command.RequestDecision(request, false)),
                    Priority.INTERACTIVE));
          }
          waiting.forEach(CompletableFuture::join);
        });
      }
    }
  }

  private static void check(Host host, PersonKey person, boolean hasOwnLimit) {
    int all = 0;
    int web = 0;
    for (var entry : host.history(person, Long.MAX_VALUE, 10_000)) {
      for (var fact : entry.facts()) {
        if (fact instanceof Fact.DecisionMade made) {
          var contacts = made.decision().remember();
          all += count(contacts, "contact:");
          web += count(contacts, "contact:web");
        }
      }
    }
    assertThat(all).isEqualTo(hasOwnLimit ? PERSONS_MAX : ALL_MAX);
    assertThat(web).isLessThanOrEqualTo(WEB_MAX);
  }

  private static int count(List<cairn.rule.Need> contacts, String word) {
    return (int) contacts.stream().filter(need -> need.subject().startsWith(word)).count();
  }
}
