package cairn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.journey.Step;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Identifier;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every host promises, asked through {@link Host} alone. A host passes by a test class that
 * extends this one.
 */
public abstract class HostContract {
  /** What the clock shows when a host opens. */
  protected static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** How long a test waits for what must come by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Identifier ADA = Identifier.user("ada");
  private static final Identifier PHONE = Identifier.anonymous("phone-7");

  /** The host under test, open while a test runs. */
  @SuppressWarnings("NullAway.Init") // opened before each test
  protected Host host;

  private final Blueprint blueprint = Worlds.journey(waiting(), welcome()).blueprint();
  private int commands;

  /** Opens an empty host whose clock shows {@link #NOON}. */
  protected abstract Host open(Supplier<Running> running);

  /** Moves the host's clock forward. */
  protected abstract void pass(Duration time);

  /** What the host's clock shows. */
  protected abstract Instant now();

  @BeforeEach
  final void openHost() {
    host = open(this::running);
  }

  @AfterEach
  final void closeHost() {
    host.close();
  }

  /** What runs in these tests. */
  protected final Running running() {
    var published = blueprint;
    return new Running(
        new World() {
          @Override
          public @Nullable Blueprint blueprint(int number) {
            return number == published.number() ? published : null;
          }

          @Override
          public Switches switches() {
            return Switches.NONE;
          }
        },
        1,
        0);
  }

  private static Step waiting() {
    return Worlds.waitFor(
        "waits", "Chose a bicycle", "welcomes", Duration.ofDays(3), Ending.LEFT.name());
  }

  private static Step welcome() {
    return Worlds.mail("welcomes", Ending.ACHIEVED.name());
  }

  @Test
  void whatWasTakenCanBeRead() {
    var outcome = tell(ADA, "Asked about a bicycle");

    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    var state = host.read(host.key(ADA));
    assertThat(state).isEqualTo(((Outcome.Taken) outcome).state());
    assertThat(state.identifiers()).containsExactly(ADA);
    assertThat(state.journeys().getFirst().step()).isEqualTo("waits");
    assertThat(host.people()).isEqualTo(1);
  }

  @Test
  void nobodyKnownIsUnknown() {
    var key = host.key(Identifier.user("nobody"));

    assertThat(host.read(key)).isEqualTo(PersonState.unknown(key));
    assertThat(host.history(key, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(host.people()).isZero();
  }

  @Test
  void aCommandIsTakenOnceHoweverOftenItIsSent() {
    var first = send(ADA, "ring-1", new Command.TakeEvent("Rang", null, Map.of()));
    var second = send(ADA, "ring-1", new Command.TakeEvent("Rang", null, Map.of()));

    assertThat(first).isInstanceOf(Outcome.Taken.class);
    assertThat(second).isInstanceOf(Outcome.Duplicate.class);
    assertThat(((Outcome.Duplicate) second).entryNumber())
        .isEqualTo(((Outcome.Taken) first).entry().number());
    assertThat(host.history(host.key(ADA), Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void aCommandThatChangedNothingIsStillTakenOnce() {
    tell(ADA, "Asked about a bicycle");
    var set = new Command.SetAttributes(Map.of("score", Value.of(3)));
    send(ADA, "set-1", set);

    var unchanged = send(ADA, "set-2", set);
    send(ADA, "set-3", new Command.SetAttributes(Map.of("score", Value.of(4))));
    var again = send(ADA, "set-2", set);

    assertThat(unchanged).isInstanceOf(Outcome.Taken.class);
    assertThat(again).isInstanceOf(Outcome.Duplicate.class);
    assertThat(host.read(host.key(ADA)).attributes().get(Worlds.SCORE)).isEqualTo(Value.of(4));
  }

  @Test
  void oneCommandIdMayBeUsedForTwoPeople() {
    var other = Identifier.user("grace");
    var one = send(ADA, "same", new Command.TakeEvent("Rang", null, Map.of()));
    var two = send(other, "same", new Command.TakeEvent("Rang", null, Map.of()));

    assertThat(List.of(one, two)).allMatch(Outcome.Taken.class::isInstance);
  }

  @Test
  void aRefusalLeavesNothingBehind() {
    tell(ADA, "Rang");
    var refused = send(ADA, "x", new Command.EndJourney("none#1", Ending.DECLINED, null));

    assertThat(refused)
        .isEqualTo(new Outcome.Refused(Reason.NO_SUCH_INSTANCE, host.read(host.key(ADA))));
    assertThat(host.history(host.key(ADA), Long.MAX_VALUE, 10)).hasSize(1);
  }

  @Test
  void commandsOfOnePersonAreTakenInTheOrderTheyWereSent() {
    var outcomes = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 500; i++) {
      outcomes.add(host.submit(envelope(ADA, "n" + i, event("Step " + i), now()), Priority.STREAM));
    }
    outcomes.forEach(HostContract::get);

    var names =
        host.history(host.key(ADA), Long.MAX_VALUE, 1_000).reversed().stream()
            .map(entry -> ((Fact.EventOccurred) entry.facts().getLast()).name())
            .toList();
    assertThat(names).hasSize(500);
    assertThat(names.getFirst()).isEqualTo("Step 0");
    assertThat(names.getLast()).isEqualTo("Step 499");
    for (int i = 0; i < 500; i++) {
      assertThat(names.get(i)).isEqualTo("Step " + i);
    }
  }

  @Test
  void historyComesNewestFirstPageByPage() {
    for (int i = 1; i <= 5; i++) {
      tell(ADA, "Event " + i);
    }
    var key = host.key(ADA);

    assertThat(host.history(key, Long.MAX_VALUE, 2))
        .extracting(Entry::number)
        .containsExactly(5L, 4L);
    assertThat(host.history(key, 4, 2)).extracting(Entry::number).containsExactly(3L, 2L);
    assertThat(host.history(key, 2, 9)).extracting(Entry::number).containsExactly(1L);
  }

  @Test
  void theLogFoldsToTheState() {
    tell(ADA, "Asked about a bicycle");
    pass(Duration.ofHours(1));
    tell(ADA, "Chose a bicycle");

    var folded = PersonState.unknown(host.key(ADA));
    for (var entry : host.history(host.key(ADA), Long.MAX_VALUE, 100).reversed()) {
      folded = Engine.fold(folded, entry);
    }
    assertThat(folded).isEqualTo(host.read(host.key(ADA)));
  }

  @Test
  void theFeedHoldsEverythingThatHappenedInOrder() {
    tell(ADA, "First");
    tell(ADA, "Second");
    int shard = host.key(ADA).shard();

    var items = host.feed(shard, 0, 100);

    assertThat(items).extracting(FeedItem::sequence).containsExactly(1L, 2L);
    assertThat(items).allMatch(item -> item.person().equals(host.key(ADA)));
    assertThat(items).extracting(item -> item.entry().number()).containsExactly(1L, 2L);
    assertThat(host.feed(shard, 1, 100)).hasSize(1);
    assertThat(host.feed(shard, 0, 1)).hasSize(1);
    assertThat(host.feed(shard, 2, 100)).isEmpty();
    assertThat(host.feedEnd(shard)).isEqualTo(2);
  }

  @Test
  void readForDecisionsTheFeedEndsWhereItEnds() {
    tell(ADA, "First");
    tell(ADA, "Second");
    int shard = host.key(ADA).shard();

    var items = host.decisions(shard, 0, 100);

    assertThat(items.getLast()).isEqualTo(host.feed(shard, 1, 100).getFirst());
    assertThat(host.decisions(shard, 2, 100)).isEmpty();
  }

  @Test
  void watchersHearOfEveryShardThatGrew() {
    var heard = new ConcurrentLinkedQueue<Integer>();
    host.watch((shard, outbox) -> heard.add(shard));

    tell(ADA, "Rang");

    await("the watcher", () -> heard.contains(host.key(ADA).shard()));
  }

  @Test
  void everyOpenPersonIsScannedUntilTheVisitorHasEnough() {
    for (int i = 0; i < 200; i++) {
      tell(Identifier.user("person " + i), "Rang");
    }
    int[] seen = new int[2];
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      host.scan(
          shard,
          state -> {
            seen[0]++;
            return true;
          });
      host.scan(
          shard,
          state -> {
            seen[1]++;
            return false;
          });
    }

    assertThat(seen[0]).isEqualTo(200);
    assertThat(seen[1]).isBetween(1, PersonKey.SHARDS);
    assertThat(host.people()).isEqualTo(200);
  }

  @Test
  void timersFireWithoutAnybodyAsking() {
    tell(ADA, "Asked about a bicycle");

    pass(Duration.ofDays(3).plusMinutes(1));

    await("the journey's end", () -> host.read(host.key(ADA)).journeys().getFirst().isOver());
    var journey = host.read(host.key(ADA)).journeys().getFirst();
    assertThat(journey.ending()).isEqualTo(Ending.LEFT);
    assertThat(host.read(host.key(ADA)).timers()).isEmpty();
  }

  @Test
  void aTimerThatIsNotDueWaits() {
    tell(ADA, "Asked about a bicycle");

    pass(Duration.ofDays(2));
    tell(ADA, "Rang");

    assertThat(host.read(host.key(ADA)).journeys().getFirst().step()).isEqualTo("waits");
  }

  @Test
  void anImportTakesItsTimeFromTheLogAndSendsNothing() {
    var then = Instant.parse("2014-02-01T09:00:00Z");
    importing("i1", "Asked about a bicycle", then);
    importing("i2", "Chose a bicycle", then.plus(Duration.ofDays(1)));

    var state = host.read(host.key(ADA));
    assertThat(state.now()).isEqualTo(then.plus(Duration.ofDays(1)));
    assertThat(state.journeys().getFirst().ending()).isEqualTo(Ending.ACHIEVED);
    assertThat(outbox(ADA)).isEmpty();
  }

  @Test
  void anImportIsNotOvertakenByTheClock() {
    var then = Instant.parse("2014-02-01T09:00:00Z");
    importing("i1", "Asked about a bicycle", then);
    pass(Duration.ofMinutes(1));
    tell(Identifier.user("grace"), "Rang");
    importing("i2", "Chose a bicycle", then.plus(Duration.ofDays(1)));

    var state = host.read(host.key(ADA));
    assertThat(state.now()).isEqualTo(then.plus(Duration.ofDays(1)));
    assertThat(state.journeys().getFirst().ending()).isEqualTo(Ending.ACHIEVED);
  }

  @Test
  void timersOfAnImportRunByTheClockOnceItIsOver() {
    importing("i1", "Asked about a bicycle", Instant.parse("2014-02-01T09:00:00Z"));

    pass(Duration.ofMinutes(11));

    await("the journey's end", () -> host.read(host.key(ADA)).journeys().getFirst().isOver());
  }

  @Test
  void anEffectWaitsInTheOutboxUntilItIsSettled() {
    var effect = queueAnEffect();
    assertThat(outbox(ADA)).extracting(item -> item.effect().id()).containsExactly(effect);

    var released = send(ADA, "release", new Command.ReleaseEffect(effect));
    assertThat(released).isInstanceOf(Outcome.Taken.class);
    assertThat(outbox(ADA)).as("not handed out twice").isEmpty();

    send(ADA, "settle", new Command.SettleEffect(effect, "sent", true));
    pass(Post.RETRY_AFTER.plusMinutes(1));
    assertThat(outbox(ADA)).isEmpty();
    assertThat(host.read(host.key(ADA)).pending()).isEmpty();
  }

  @Test
  void anEffectThatNobodySettledIsHandedOutAgainUnderItsId() {
    var effect = queueAnEffect();
    send(ADA, "release", new Command.ReleaseEffect(effect));

    pass(Post.RETRY_AFTER.plusMinutes(1));

    assertThat(outbox(ADA)).extracting(item -> item.effect().id()).containsExactly(effect);
    assertThat(outbox(ADA).getFirst().effect().released()).isTrue();
  }

  @Test
  void anEffectOfTheNightWaitsForTheMorning() {
    var effect = queueAnEffect();
    pass(Duration.ofHours(10));

    send(ADA, "release", new Command.ReleaseEffect(effect));

    assertThat(outbox(ADA)).isEmpty();
    pass(Duration.ofHours(10));
    assertThat(outbox(ADA)).extracting(item -> item.effect().id()).containsExactly(effect);
  }

  @Test
  void aNoTakesWhatWaitsOutOfTheOutbox() {
    queueAnEffect();

    send(ADA, "no", new Command.RaiseObjection(Objection.Scope.EVERYTHING, ""));
    var effect = host.read(host.key(ADA)).pending().stream().map(Pending::id).findFirst();
    effect.ifPresent(id -> send(ADA, "release", new Command.ReleaseEffect(id)));

    assertThat(outbox(ADA)).isEmpty();
  }

  @Test
  void whatAnAnonymousRecordHeldMovesToTheKnownPerson() {
    tell(PHONE, "Asked about a bicycle");
    tell(PHONE, "Chose a bicycle");
    tell(ADA, "Rang");

    seal();

    await("the handover", () -> host.read(host.key(ADA)).identifiers().contains(PHONE));
    var state = host.read(host.key(ADA));
    assertThat(state.identifiers()).contains(ADA, PHONE);
    assertThat(host.read(host.key(PHONE))).as("pointers are followed").isEqualTo(state);
    assertThat(host.people()).isEqualTo(1);
    var absorbed =
        host.history(host.key(ADA), Long.MAX_VALUE, 10).stream()
            .flatMap(entry -> entry.facts().stream())
            .filter(Fact.RecordAbsorbed.class::isInstance)
            .map(Fact.RecordAbsorbed.class::cast)
            .toList();
    assertThat(absorbed).hasSize(1);
    assertThat(absorbed.getFirst().entries()).hasSize(3);
    assertThat(outbox(PHONE)).isEmpty();
    assertThat(outbox(ADA)).as("what waited there waits here").hasSize(1);
  }

  @Test
  void aSealedRecordKnowsItsDuplicatesAndSendsTheRestOn() {
    send(PHONE, "before", event("Rang"));
    seal();

    var again = send(PHONE, "before", event("Rang"));
    var fresh = send(PHONE, "after", event("Rang"));

    assertThat(again).isInstanceOf(Outcome.Duplicate.class);
    assertThat(fresh).isInstanceOf(Outcome.Taken.class);
    assertThat(((Outcome.Taken) fresh).state().key()).isEqualTo(host.key(ADA));
  }

  @Test
  void twoRecordsCannotPointAtEachOther() {
    tell(PHONE, "Rang");
    tell(ADA, "Rang");
    seal();

    var back = send(ADA, "back", new Command.Seal(host.key(PHONE)));

    assertThat(back).isInstanceOf(Outcome.Refused.class);
    assertThat(host.read(host.key(ADA)).standing()).isEqualTo(Standing.OPEN);
  }

  @Test
  void erasureLeavesObjectionsAndNothingElse() {
    queueAnEffect();
    tell(PHONE, "Rang");
    seal();
    await("the handover", () -> host.read(host.key(ADA)).identifiers().contains(PHONE));
    send(ADA, "no", new Command.RaiseObjection(Objection.Scope.CHANNEL, "email"));

    var outcome = send(ADA, "forget", new Command.Erase());

    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    var state = host.read(host.key(ADA));
    assertThat(state.standing()).isEqualTo(Standing.ERASED);
    assertThat(state.objections()).hasSize(1);
    assertThat(state.identifiers()).isEmpty();
    assertThat(host.people()).isZero();
    assertThat(outbox(ADA)).isEmpty();
    var left = host.history(host.key(ADA), Long.MAX_VALUE, 10);
    assertThat(left).hasSize(1);
    assertThat(left.getFirst().facts())
        .containsExactly(new Fact.Baseline(state), new Fact.Erased());
    await(
        "the pointer's log to go",
        () ->
            host.feed(host.key(PHONE).shard(), 0, 100).stream()
                .noneMatch(item -> item.person().equals(host.key(PHONE))));
  }

  private String queueAnEffect() {
    tell(ADA, "Asked about a bicycle");
    send(
        ADA,
        "mail" + ++commands,
        new Command.SetAttributes(Map.of("email", Value.of("ada@example.org"))));
    tell(ADA, "Chose a bicycle");
    return host.read(host.key(ADA)).pending().getFirst().id();
  }

  private void seal() {
    var sealed = send(PHONE, "seal", new Command.Seal(host.key(ADA)));
    assertThat(sealed).isInstanceOf(Outcome.Taken.class);
  }

  private List<OutboxItem> outbox(Identifier who) {
    var key = host.key(who);
    return host.outbox(key.shard(), now(), 100).stream()
        .filter(item -> item.person().equals(key))
        .toList();
  }

  private Outcome importing(String id, String event, Instant at) {
    var envelope = new Envelope(host.key(ADA), ADA, id, Entry.Origin.IMPORT, at, event(event));
    return get(host.submit(envelope, Priority.BATCH));
  }

  /** Tells a host of an event that occurs now. */
  protected final Outcome tell(Identifier who, String event) {
    return send(who, "c" + ++commands, event(event));
  }

  /** Sends a command under an id. */
  protected final Outcome send(Identifier who, String id, Command command) {
    return get(host.submit(envelope(who, id, command, now()), Priority.INTERACTIVE));
  }

  protected final Envelope envelope(Identifier who, String id, Command command, Instant at) {
    return new Envelope(host.key(who), who, id, Entry.Origin.LIVE, at, command);
  }

  protected static Command event(String name) {
    return new Command.TakeEvent(name, "web", Map.of());
  }

  protected static Outcome get(CompletableFuture<Outcome> outcome) {
    return outcome.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Waits for what must come by itself. */
  protected static void await(String what, BooleanSupplier come) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!come.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
