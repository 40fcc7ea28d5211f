package cairn.store;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.ContactPolicy;
import cairn.decision.DecisionRequest;
import cairn.decision.Response;
import cairn.decision.Scope;
import cairn.decision.VolumeLimit;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.engine.Running;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads decide for many people at once, on the store on disk, where two things are limited
 * over all people. Afterwards every person's own log is counted. {@code -Dcairn.decisions=1000000}
 * makes it a million.
 */
final class VolumesUnderConcurrencyTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int DECISIONS = Integer.getInteger("cairn.decisions", 6_000);
  private static final int PEOPLE = Math.max(200, DECISIONS / 8);
  private static final int THREADS = 8;
  private static final int IN_FLIGHT = 512;
  private static final int VOUCHERS = Math.max(100, DECISIONS / 40);
  private static final int CALLS = Math.max(60, DECISIONS / 60);
  private static final int CONTACTS_MAX = 4;

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(NOON);
  private final AtomicInteger sent = new AtomicInteger();

  private EmbeddedHost open() {
    var world = world();
    return EmbeddedHost.open(
        StoreSettings.in(folder)
            .withLanes(2)
            .withClock(clock)
            .withWaits(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5)),
        () -> new Running(world, 1, 0));
  }

  @Test
  void nothingLimitedIsPutToMorePeopleThanThereIs() throws InterruptedException {
    try (var host = open()) {
      decide(host, DECISIONS);
      var counted = count(host);

      // More is asked for than there is, so everything is given out, and no more.
      assertThat(counted.units()).containsEntry("vouchers", VOUCHERS).containsEntry("calls", CALLS);
      assertThat(counted.mostContacts()).isLessThanOrEqualTo(CONTACTS_MAX);
    }
    try (var host = open()) {
      decide(host, PEOPLE);
      var again = count(host);

      assertThat(again.units()).containsEntry("vouchers", VOUCHERS).containsEntry("calls", CALLS);
    }
    clock.move(Duration.ofDays(2));
    try (var host = open()) {
      decide(host, DECISIONS);

      assertThat(count(host).units())
          .containsEntry("vouchers", 2 * VOUCHERS)
          .containsEntry("calls", 2 * CALLS);
    }
  }

  @Test
  void whatNobodyReactedToGoesToSomebodyElseAndWhatWasShownDoesNot() throws InterruptedException {
    try (var host = open()) {
      decide(host, DECISIONS);
      int shown = showHalf(host);
      clock.move(Shares.HELD_FOR.plusSeconds(60));
      decide(host, DECISIONS);

      var units = count(host).units();
      assertThat(units.get("vouchers")).isEqualTo(2 * VOUCHERS - shown);
    }
  }

  @Test
  void whatWasShownAfterARecordWasSealedGoesToNobodyElse() throws InterruptedException {
    try (var host = open()) {
      decide(host, DECISIONS);
      for (int i = 0; i < PEOPLE; i++) {
        sealAndShow(host, "person-" + i, host.key(Identifier.user("known-" + i)));
      }
      clock.move(Shares.HELD_FOR.plusSeconds(60));

      for (int i = 0; i < 200; i++) {
        var asked = host.submit(request(host, "late-" + i, "late-" + i), Priority.INTERACTIVE);
        var made = (Fact.DecisionMade) ((Outcome.Taken) asked.join()).entry().facts().getLast();
        assertThat(made.decision().slots()).isEmpty();
      }
    }
  }

  private void sealAndShow(Host host, String name, PersonKey known) {
    var person = host.key(Identifier.user(name));
    var commands = new ArrayList<Command>();
    commands.add(new Command.Seal(known));
    for (var made : decisions(host, person)) {
      for (int slot = 0; slot < made.decision().slots().size(); slot++) {
        var place = made.decision().id() + "/" + slot;
        var action = made.decision().slots().get(slot).action();
        var shown = new Response(Response.Kind.SHOWN, null, null, 0);
        commands.add(new Command.RecordResponse(place, action, "web", shown, null));
      }
    }
    if (commands.size() == 1) {
      return;
    }
    for (int i = 0; i < commands.size(); i++) {
      var id = name + "-" + i;
      var envelope =
          new Envelope(person, null, id, Entry.Origin.LIVE, clock.instant(), commands.get(i));
      assertThat(host.submit(envelope, Priority.INTERACTIVE).join())
          .isInstanceOf(Outcome.Taken.class);
    }
  }

  @Test
  void whatIsImportedLeavesAllUnitsToTheLiving() {
    try (var host = open()) {
      var late = host.key(Identifier.user("late"));
      for (int i = 0; i < 1_000; i++) {
        var past = request(host, "past-" + i, "past-" + i);
        if (past.to().shard() != late.shard()) {
          var imported =
              new Envelope(
                  past.to(), null, past.id(), Entry.Origin.IMPORT, past.at(), past.command());
          assertThat(host.submit(imported, Priority.BATCH).join())
              .isInstanceOf(Outcome.Taken.class);
        }
      }
      var asked =
          (Outcome.Taken) host.submit(request(host, "late", "late"), Priority.INTERACTIVE).join();
      var made = (Fact.DecisionMade) asked.entry().facts().getLast();
      var catalogue = world().blueprint().catalogue();

      assertThat(made.decision().drops())
          .extracting(drop -> catalogue.component(drop.component()).id())
          .doesNotContain("vouchers", "calls");
    }
  }

  @Test
  void whoGetsNothingIsToldWhichLimit() throws InterruptedException {
    try (var host = open()) {
      decide(host, DECISIONS);
      var late =
          (Outcome.Taken) host.submit(request(host, "late", "late"), Priority.INTERACTIVE).join();
      var made = (Fact.DecisionMade) late.entry().facts().getLast();
      var catalogue = world().blueprint().catalogue();

      assertThat(made.decision().slots()).isEmpty();
      assertThat(made.decision().drops())
          .extracting(drop -> catalogue.component(drop.component()).id())
          .contains("vouchers", "calls");
    }
  }

  private void decide(Host host, int decisions) throws InterruptedException {
    var room = new Semaphore(IN_FLIGHT);
    var left = new AtomicInteger(decisions);
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      for (int t = 0; t < THREADS; t++) {
        threads.execute(() -> {
          while (left.getAndDecrement() > 0) {
            room.acquireUninterruptibly();
            int i = sent.getAndIncrement();
            var _ =
                host.submit(request(host, "person-" + i % PEOPLE, "d" + i), Priority.INTERACTIVE)
                    .thenAccept(outcome -> {
                      assertThat(outcome).isInstanceOf(Outcome.Taken.class);
                      room.release();
                    });
          }
        });
      }
    }
    room.acquire(IN_FLIGHT);
    room.release(IN_FLIGHT);
  }

  private Envelope request(Host host, String person, String id) {
    return new Envelope(
        host.key(Identifier.user(person)),
        null,
        id,
        Entry.Origin.LIVE,
        clock.instant(),
        new Command.RequestDecision(
            new DecisionRequest("web", List.of("one", "two"), Map.of(), 2), false));
  }

  /** Says of every second voucher given out that it was shown; answers how many. */
  private int showHalf(Host host) {
    int shown = 0;
    int vouchers = 0;
    for (int i = 0; i < PEOPLE; i++) {
      var person = host.key(Identifier.user("person-" + i));
      for (var decision : decisions(host, person)) {
        for (int slot = 0; slot < decision.decision().slots().size(); slot++) {
          var action = decision.decision().slots().get(slot).action();
          if (action.startsWith("voucher") && vouchers++ % 2 == 0) {
            var place = decision.decision().id() + "/" + slot;
            var response = new Response(Response.Kind.SHOWN, null, null, 0);
            var command = new Command.RecordResponse(place, action, "web", response, null);
            var envelope =
                new Envelope(person, null, place, Entry.Origin.LIVE, clock.instant(), command);
            assertThat(host.submit(envelope, Priority.INTERACTIVE).join())
                .isInstanceOf(Outcome.Taken.class);
            shown++;
          }
        }
      }
    }
    return shown;
  }

  private static List<Fact.DecisionMade> decisions(Host host, PersonKey person) {
    var made = new ArrayList<Fact.DecisionMade>();
    for (var entry : host.history(person, Long.MAX_VALUE, 10_000)) {
      for (var fact : entry.facts()) {
        if (fact instanceof Fact.DecisionMade decision) {
          made.add(decision);
        }
      }
    }
    return made;
  }

  /** What all logs say was given out, by kind, and the most contacts anybody had in a day. */
  private record Counted(Map<String, Integer> units, int mostContacts) {}

  private static Counted count(Host host) {
    var units = new HashMap<String, Integer>();
    int most = 0;
    for (int i = 0; i < PEOPLE; i++) {
      var days = new HashMap<Long, Integer>();
      for (var made : decisions(host, host.key(Identifier.user("person-" + i)))) {
        long day = made.decision().at().toEpochMilli() / Duration.ofDays(1).toMillis();
        int contacts =
            (int)
                made.decision().remember().stream()
                    .filter(need -> need.subject().startsWith("contact:"))
                    .count();
        days.merge(day, contacts, Integer::sum);
        for (var slot : made.decision().slots()) {
          var kind = slot.action().startsWith("voucher") ? "vouchers" : "calls";
          units.merge(kind, 1, Integer::sum);
        }
      }
      most = days.values().stream().reduce(most, Math::max);
    }
    return new Counted(units, most);
  }

  private static Questions world() {
    return world(VOUCHERS, CALLS);
  }

  /** Questions that are vouchers or calls, with so many of each a day. */
  static Questions world(int vouchers, int calls) {
    var web = List.of("web");
    var day = Duration.ofDays(1);
    return Questions.in(
        web,
        IntStream.range(0, 12)
            .mapToObj(i ->
                i % 2 == 0
                    ? Questions.question("voucher" + i, "gifts", web)
                    : Questions.question("call" + i, "talks", web))
            .toList(),
        List.of(new ContactPolicy.Cap("all", Scope.ALL, null, CONTACTS_MAX, day, "Enough.", "x")),
        List.of(
            new VolumeLimit(
                "vouchers",
                new Scope(Scope.Level.GROUP, "gifts"),
                vouchers,
                day,
                "They are all given out.",
                "Gifts"),
            new VolumeLimit(
                "calls",
                new Scope(Scope.Level.GROUP, "talks"),
                calls,
                day,
                "Everybody is on the phone.",
                "Calls")));
  }
}
