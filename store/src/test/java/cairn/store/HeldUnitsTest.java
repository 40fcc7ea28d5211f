package cairn.store;

import static cairn.store.Fixture.NOON;
import static cairn.store.Fixture.get;
import static org.assertj.core.api.Assertions.assertThat;

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
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What slots of decisions hold of volume limits, from the decision until it is known. */
final class HeldUnitsTest {
  private static final int PLENTY = 1_000_000;
  private static final int PEOPLE = 300;

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(NOON);

  private EmbeddedHost open(int units) {
    return open(VolumesUnderConcurrencyTest.world(units, units));
  }

  private EmbeddedHost open(World world) {
    return EmbeddedHost.open(
        StoreSettings.in(folder).withLanes(2).withClock(clock), () -> new Running(world, 1, 0));
  }

  @Test
  void whatIsPlentifulLeavesNoRowsOnceNobodyReacted() {
    try (var host = open(PLENTY)) {
      for (int i = 0; i < PEOPLE; i++) {
        decide(host, "person-" + i, false);
      }
      assertThat(rows(host, 'w')).isEqualTo(2 * PEOPLE);
      clock.move(Shares.HELD_FOR.plusSeconds(60));

      for (int i = 0; i < PEOPLE; i++) {
        decide(host, "later-" + i, false);
      }

      assertThat(rows(host, 'w')).isEqualTo(2 * PEOPLE);
      assertThat(rows(host, 'x')).isEqualTo(2 * PEOPLE);
    }
  }

  @Test
  void aResponseLeavesNoRows() {
    try (var host = open(PLENTY)) {
      var made = decide(host, "ada", false);

      respond(host, "ada", made, Entry.Origin.LIVE);

      assertThat(rows(host, 'w') + rows(host, 'x')).isZero();
    }
  }

  @Test
  void whatIsOverIsFoundBehindAnyNumberThatIsNot() {
    try (var database = Database.open(folder, 1 << 20)) {
      var held = new Held(database, new int[] {0});
      var batch = new Batch();
      var part = List.of(new Held.Part("vouchers", 1));
      for (int i = 0; i < 20_000; i++) {
        var waits = Layout.held(new PersonKey(i, 0), "a/0");
        held.put(new Held.Units(waits, i % 2 == 0 ? Held.FOR_EVER : 5_000, part), batch);
      }
      var late = Layout.held(new PersonKey(20_000, 0), "a/0");
      held.put(new Held.Units(late, 1_000, part), batch);
      database.write(batch.bytes());
      held.written();

      var over = new ArrayList<Held.Units>();
      assertThat(held.over(late[1], 1_000, 10, over::add)).isEqualTo(1);

      assertThat(over.getFirst().key()).isEqualTo(late);
      assertThat(over.getFirst().parts()).isEqualTo(part);
    }
  }

  @Test
  void whatIsNotYetWrittenIsFoundOnceItIsOver() {
    try (var database = Database.open(folder, 1 << 20)) {
      var held = new Held(database, new int[] {0});
      var batch = new Batch();
      var key = Layout.held(new PersonKey(1, 0), "a/0");
      held.put(new Held.Units(key, 1_000, List.of(new Held.Part("vouchers", 1))), batch);
      assertThat(held.over(key[1], 999, 10, any -> {})).isZero();
      database.write(batch.bytes());
      held.written();

      assertThat(held.over(key[1], 1_000, 10, any -> {})).isEqualTo(1);
    }
  }

  @Test
  void whatAnImportSaysWasShownGoesToNobodyElse() {
    try (var host = open(1)) {
      var made = decide(host, "ada", false);
      assertThat(made.decision().slots()).hasSize(2);

      respond(host, "ada", made, Entry.Origin.IMPORT);
      clock.move(Shares.HELD_FOR.plusSeconds(60));

      assertThat(decide(host, sameShard(host), false).decision().slots()).isEmpty();
    }
  }

  @Test
  void aQuestionPutAgainGivesBackWhatTheUnansweredOneHeld() {
    try (var host = open(PLENTY)) {
      for (int day = 1; day <= PersonState.PENDING_MAX; day++) {
        clock.move(Duration.ofDays(1));
        assertThat(decide(host, "ada", true).decision().slots()).hasSize(2);
      }

      var pending = host.read(host.key(Identifier.user("ada"))).pending();
      assertThat(pending).extracting(Pending::action).doesNotHaveDuplicates();
      assertThat(rows(host, 'w')).isEqualTo(pending.size());
    }
  }

  /** More questions than may wait for one person, drawn by chance until no more find room. */
  @Test
  void whatFindsNoRoomToWaitForSendingGoesToSomebodyElse() {
    var web = List.of("web");
    var questions =
        IntStream.range(0, PersonState.PENDING_MAX + 6)
            .mapToObj(i -> Questions.question("question" + i, "gifts", web))
            .toList();
    var group = new Scope(Scope.Level.GROUP, "gifts");
    var limit = new VolumeLimit("gifts", group, PLENTY, Duration.ofDays(1), "No more.", "Gifts");
    var world = Questions.in(web, questions, List.of(), List.of(limit));
    try (var host = open(world)) {
      for (int day = 1; day <= 300; day++) {
        clock.move(Duration.ofDays(1));
        decide(host, "ada", true);
      }

      assertThat(host.read(host.key(Identifier.user("ada"))).pending())
          .hasSize(PersonState.PENDING_MAX);
      assertThat(rows(host, 'w')).isEqualTo(PersonState.PENDING_MAX);
    }
  }

  @Test
  void aNewPeriodHasItsOwnUnitsFromItsFirstMoment() {
    var midnight = Instant.parse("2026-03-03T00:00:00Z");
    try (var host = open(1)) {
      clock.move(Duration.between(NOON, midnight).minusMillis(1));
      assertThat(decide(host, "ada", false).decision().slots()).hasSize(2);
      assertThat(decide(host, sameShard(host), false).decision().slots()).isEmpty();

      clock.move(Duration.ofMillis(1));

      assertThat(decide(host, sameShard(host), false).decision().slots()).hasSize(2);
    }
  }

  @Test
  void anErasureTakesWhatWasHeldAlong() {
    try (var host = open(PLENTY)) {
      decide(host, "ada", false);

      get(host.submit(envelope(host, "ada", "erase", new Command.Erase()), Priority.INTERACTIVE));

      assertThat(rows(host, 'w') + rows(host, 'x')).isZero();
    }
  }

  @Test
  void anErasureTakesDamagedRowsAlongAndLeavesThoseOfOthers() {
    try (var host = open(PLENTY)) {
      decide(host, "ada", false);
      var damage = new Batch();
      host.database()
          .visit(
              Family.META,
              new byte[] {'w'},
              new byte[] {'x'},
              (key, value) -> {
                damage.put(host.database().id(Family.META), key, new byte[0]);
                return true;
              });
      host.database().write(damage.bytes());
      decide(host, sameShard(host), false);

      get(host.submit(envelope(host, "ada", "erase", new Command.Erase()), Priority.INTERACTIVE));

      assertThat(rows(host, 'w')).isEqualTo(2);
      assertThat(rows(host, 'x')).isEqualTo(2);
    }
  }

  /** A name whose record lies where ada's does. */
  private static String sameShard(Host host) {
    int shard = host.key(Identifier.user("ada")).shard();
    int i = 0;
    while (host.key(Identifier.user("other-" + i)).shard() != shard) {
      i++;
    }
    return "other-" + i;
  }

  private Fact.DecisionMade decide(Host host, String name, boolean queue) {
    var request = new DecisionRequest("web", List.of("one", "two"), Map.of(), 2);
    var id = "decide-" + name + clock.millis();
    var command = new Command.RequestDecision(request, queue);
    var outcome = get(host.submit(envelope(host, name, id, command), Priority.INTERACTIVE));
    return ((Outcome.Taken) outcome)
        .entry().facts().stream()
            .filter(Fact.DecisionMade.class::isInstance)
            .map(Fact.DecisionMade.class::cast)
            .findFirst()
            .orElseThrow();
  }

  private void respond(Host host, String name, Fact.DecisionMade made, Entry.Origin origin) {
    for (int slot = 0; slot < made.decision().slots().size(); slot++) {
      var place = made.decision().id() + "/" + slot;
      var shown = new Response(Response.Kind.SHOWN, null, null, 0);
      var action = made.decision().slots().get(slot).action();
      var command = new Command.RecordResponse(place, action, "web", shown, null);
      var key = host.key(Identifier.user(name));
      var envelope = new Envelope(key, null, place, origin, clock.instant(), command);
      assertThat(get(host.submit(envelope, Priority.INTERACTIVE)))
          .isInstanceOf(Outcome.Taken.class);
    }
  }

  private Envelope envelope(Host host, String name, String id, Command command) {
    var who = Identifier.user(name);
    return new Envelope(host.key(who), who, id, Entry.Origin.LIVE, clock.instant(), command);
  }

  private static int rows(EmbeddedHost host, char kind) {
    int[] rows = {0};
    host.database()
        .visit(
            Family.META,
            new byte[] {(byte) kind},
            new byte[] {(byte) (kind + 1)},
            (key, value) -> {
              rows[0]++;
              return true;
            });
    return rows[0];
  }
}
