package cairn.store;

import static cairn.store.Fixture.ADA;
import static cairn.store.Fixture.NOON;
import static cairn.store.Fixture.PHONE;
import static cairn.store.Fixture.event;
import static cairn.store.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.decision.DecisionRequest;
import cairn.engine.Command;
import cairn.engine.Host;
import cairn.engine.OutboxItem;
import cairn.engine.Outcome;
import cairn.engine.Running;
import cairn.person.Identifier;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.Standing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that meets a damaged row is answered so, and leaves nothing half done. */
final class DamagedRowTest {
  private static final Identifier GRACE = Identifier.user("grace");
  private static final byte[] RUBBISH = {-1, -1, -1, -1};

  @TempDir private Path folder;

  private EmbeddedHost open() {
    var world = VolumesUnderConcurrencyTest.world(100, 100);
    return EmbeddedHost.open(
        StoreSettings.in(folder).withLanes(2).withClock(new MovableClock(NOON)),
        () -> new Running(world, 1, 0));
  }

  @Test
  void aDamagedEffectLeavesNoEntryWithoutAState() {
    try (var host = open()) {
      var effect = queued(host, "one").getFirst();
      damage(host, Family.OUTBOX, Layout.effect(host.key(ADA), effect));

      var outcome = send(host, ADA, "settle", new Command.SettleEffect(effect, "sent", true));

      assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
      assertNothingHalfDone(host);
      assertThat(send(host, ADA, "rode", event("Rode"))).isInstanceOf(Outcome.Taken.class);
      assertNothingHalfDone(host);
    }
  }

  @Test
  void aDamagedEffectIsToldAndKeepsNobodyFromErasure() {
    try (var host = open()) {
      var effects = queued(host, "one", "two");
      var effect = effects.getFirst();
      var whole = effects.getLast();
      assertThat(effects).hasSize(2).doesNotHaveDuplicates();
      damage(host, Family.OUTBOX, Layout.effect(host.key(ADA), effect));
      assertThat(damagedEffects()).singleElement().asString().contains("outbox is damaged");
      assertThat(due(host)).extracting(item -> item.effect().id()).containsExactly(whole);

      assertThat(send(host, ADA, "erase", new Command.Erase())).isInstanceOf(Outcome.Taken.class);

      assertThat(host.read(host.key(ADA)).standing()).isEqualTo(Standing.ERASED);
      assertThat(rows(host, Family.OUTBOX)).as("effects and the times they are due").isZero();
      assertThat(due(host)).isEmpty();
      assertThat(damagedEffects()).isEmpty();
    }
  }

  @Test
  void aDamagedHandoverOfSomebodyElseKeepsNobodyFromErasure() {
    try (var host = open()) {
      send(host, ADA, "rode", event("Rode"));
      send(host, GRACE, "rode too", event("Rode"));
      put(host, Family.HANDOVER, Layout.person(host.key(GRACE)));
    }

    try (var host = open()) {
      assertThat(send(host, ADA, "erase", new Command.Erase())).isInstanceOf(Outcome.Taken.class);

      assertThat(host.read(host.key(ADA)).standing()).isEqualTo(Standing.ERASED);
      assertThat(host.history(host.key(GRACE), Long.MAX_VALUE, 100)).hasSize(1);
      assertThat(rows(host, Family.HANDOVER)).as("hers stays").isEqualTo(1);
    }
  }

  @Test
  void aDamagedHandoverToThePersonGoesWithThem() {
    try (var host = open()) {
      sealPhone(host);
      put(host, Family.HANDOVER, Layout.person(host.key(PHONE)));

      assertThat(send(host, ADA, "erase", new Command.Erase())).isInstanceOf(Outcome.Taken.class);

      assertThat(rows(host, Family.HANDOVER)).isZero();
      host.scrub();
      assertThat(rows(host, Family.LOG)).as("the erasure alone").isEqualTo(1);
    }
  }

  @Test
  void aDamagedEntryOfTheirOwnKeepsNobodyFromErasure() {
    try (var host = open()) {
      send(host, ADA, "rode", event("Rode"));
      sealPhone(host);
      damage(host, Family.LOG, Layout.log(host.key(ADA), 1));

      assertThat(send(host, ADA, "erase", new Command.Erase())).isInstanceOf(Outcome.Taken.class);

      assertThat(host.read(host.key(ADA)).standing()).isEqualTo(Standing.ERASED);
      host.scrub();
      assertThat(rows(host, Family.LOG)).as("the erasure alone").isEqualTo(1);
    }
  }

  @Test
  void aDamagedStateOfARecordTheyTookInGoesOnWithTheErasure() {
    try (var host = open()) {
      sealPhone(host);
      damage(host, Family.STATE, Layout.person(host.key(PHONE)));

      assertThat(send(host, ADA, "erase", new Command.Erase())).isInstanceOf(Outcome.Taken.class);

      host.scrub();
      assertThat(rows(host, Family.LOG)).as("the erasure alone").isEqualTo(1);
    }
  }

  @Test
  void aRecordThatCannotBeHandedOverIsNotSealed() {
    try (var host = open()) {
      send(host, PHONE, "rode", event("Rode"));
      damage(host, Family.LOG, Layout.log(host.key(PHONE), 1));

      assertThat(send(host, PHONE, "seal", new Command.Seal(host.key(ADA))))
          .isInstanceOf(Outcome.Unavailable.class);

      assertThat(host.read(host.key(PHONE)).key()).isEqualTo(host.key(PHONE));
    }
  }

  @Test
  void aDamagedMarkStopsNobodyElse() {
    try (var host = open()) {
      send(host, ADA, "rode", event("Rode"));
      long hash = host.keyring().hash("rode");
      damage(host, Family.SEEN, Layout.seen(host.key(ADA), host.key(ADA).shard(), hash));

      assertThat(send(host, ADA, "rode", event("Rode"))).isInstanceOf(Outcome.Unavailable.class);

      assertThat(send(host, ADA, "again", event("Rode"))).isInstanceOf(Outcome.Taken.class);
    }
  }

  @Test
  void whoeverReadsManyRowsOfAClosedStoreIsTold() {
    var host = open();
    host.close();

    assertThatThrownBy(() -> host.scan(0, any -> true))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is closed");
  }

  private static void sealPhone(EmbeddedHost host) {
    send(host, PHONE, "phone", event("Rode"));
    send(host, PHONE, "seal", new Command.Seal(host.key(ADA)));
    Fixture.await("the hand-over", () -> rows(host, Family.HANDOVER) == 0);
    assertThat(host.read(host.key(ADA)).identifiers()).contains(PHONE);
  }

  /**
   * What one decision queues for these places. Two decisions might draw the same question, and then
   * the second takes the place of the first, which nobody answered.
   */
  private static List<String> queued(Host host, String... placements) {
    var places = List.of(placements);
    var request = new DecisionRequest("web", places, Map.of(), places.size());
    send(host, ADA, "decide", new Command.RequestDecision(request, true));
    return host.read(host.key(ADA)).pending().stream().map(Pending::id).toList();
  }

  private static List<OutboxItem> due(Host host) {
    return host.outbox(host.key(ADA).shard(), NOON.plus(Duration.ofDays(1)), 10);
  }

  private List<String> damagedEffects() {
    try (var check = StoreCheck.open(folder)) {
      return check.damagedEffects(10);
    }
  }

  private static int rows(EmbeddedHost host, Family family) {
    int[] rows = {0};
    host.database()
        .visit(
            family,
            new byte[] {0},
            new byte[] {PersonKey.SHARDS},
            (key, value) -> {
              rows[0]++;
              return true;
            });
    return rows[0];
  }

  private static void assertNothingHalfDone(Host host) {
    var state = host.read(host.key(ADA));
    var entries = host.history(host.key(ADA), Long.MAX_VALUE, 100);
    assertThat(entries).hasSize(Math.toIntExact(state.position()));
    assertThat(host.feedEnd(host.key(ADA).shard())).isEqualTo(state.position());
  }

  private static void damage(EmbeddedHost host, Family family, byte[] key) {
    assertThat(host.database().get(family, key)).isNotNull();
    put(host, family, key);
  }

  private static void put(EmbeddedHost host, Family family, byte[] key) {
    var database = host.database();
    var batch = new Batch();
    batch.put(database.id(family), key, RUBBISH);
    database.write(batch.bytes());
  }
}
