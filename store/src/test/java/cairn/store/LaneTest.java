package cairn.store;

import static cairn.store.Fixture.ADA;
import static cairn.store.Fixture.NOON;
import static cairn.store.Fixture.event;
import static cairn.store.Fixture.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.engine.Envelope;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.PersonKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for whom, when somebody is sent away, and what a failing disk means for all. */
final class LaneTest {
  private static final int MANY = 30_000;

  @TempDir private Path folder;
  private final Fixture fixture = new Fixture();

  @Test
  void whoeverWaitsForAnAnswerGoesBeforeAnImport() {
    try (var host =
        fixture.open(StoreSettings.in(folder).withLanes(1).withWaits(HOUR, HOUR, HOUR))) {
      var imports = flood(host, Priority.BATCH);

      var answer = asked(host, "now", Priority.INTERACTIVE);
      var waiting = answer.thenApply(any -> waiting(imports));

      assertThat(Fixture.get(answer)).isInstanceOf(Outcome.Taken.class);
      assertThat(waiting.join()).isGreaterThan(MANY / 10);
      assertThat(imports.stream().map(Fixture::get)).allMatch(Outcome.Taken.class::isInstance);
    }
  }

  @Test
  void anImportGoesOnWhileOthersAskAllTheTime() {
    try (var host =
        fixture.open(StoreSettings.in(folder).withLanes(1).withWaits(HOUR, HOUR, HOUR))) {
      var questions = flood(host, Priority.INTERACTIVE);

      var imported = asked(host, "import", Priority.BATCH);
      var waiting = imported.thenApply(any -> waiting(questions));

      assertThat(Fixture.get(imported)).isInstanceOf(Outcome.Taken.class);
      assertThat(waiting.join()).isGreaterThan(MANY / 10);
      questions.forEach(Fixture::get);
    }
  }

  @Test
  void whoeverAsksGoesBetweenTimersThatAreAllDueAtOnce() {
    var clock = new MovableClock(NOON);
    try (var host = patient(clock)) {
      flood(host, Priority.STREAM, "Asked", MANY).forEach(Fixture::get);
      long waiting = entries(host);
      clock.move(Duration.ofDays(4));

      var answer = asked(host, "now", Priority.INTERACTIVE);
      var fired = answer.thenApply(any -> entries(host) - waiting);

      assertThat(Fixture.get(answer)).isInstanceOf(Outcome.Taken.class);
      assertThat(fired.join()).as("timers fired meanwhile").isLessThan(MANY);
      Fixture.await("the rest of them", () -> entries(host) == waiting + MANY + 1);
    }
  }

  @Test
  void timersFireWhileOthersAskAllTheTime() {
    var clock = new MovableClock(NOON);
    try (var host = patient(clock)) {
      send(host, ADA, "asked", event("Asked"));
      clock.move(Duration.ofDays(4));
      var questions = flood(host, Priority.INTERACTIVE);

      Fixture.await(
          "the timer",
          () -> host.read(host.key(ADA)).journeys().stream().allMatch(Journey::isOver));

      assertThat(waiting(questions)).isGreaterThan(MANY / 10);
      questions.forEach(Fixture::get);
    }
  }

  private EmbeddedHost patient(MovableClock clock) {
    return fixture.open(
        StoreSettings.in(folder).withLanes(1).withClock(clock).withWaits(HOUR, HOUR, HOUR));
  }

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void whoeverWouldWaitTooLongIsSentAwayAndNothingIsDone() {
    var soon = Duration.ofNanos(1);
    try (var host =
        fixture.open(StoreSettings.in(folder).withLanes(1).withWaits(soon, soon, soon))) {
      var outcomes = flood(host, Priority.STREAM).stream().map(Fixture::get).toList();

      var taken = outcomes.stream().filter(Outcome.Taken.class::isInstance).count();
      var away =
          outcomes.stream()
              .filter(Outcome.Overloaded.class::isInstance)
              .map(Outcome.Overloaded.class::cast)
              .toList();
      assertThat(taken).isPositive();
      assertThat(away).isNotEmpty().allMatch(o -> !o.retryAfter().isNegative());
      assertThat(taken + away.size()).isEqualTo(MANY);
      assertThat(host.stats().overloaded()).isEqualTo(away.size());
      assertThat(host.stats().taken()).isEqualTo(taken);
      assertThat(entries(host)).isEqualTo(taken);
    }
  }

  @Test
  void aFullQueueIsAFullQueue() {
    var inbox = new Inbox();
    var envelope =
        new Envelope(new PersonKey(1, 2), null, "x", Entry.Origin.LIVE, NOON, event("Rode"));
    var task = new Task(envelope, Priority.BATCH, 0, 0, 0, new CompletableFuture<>());
    for (int i = 0; i < Inbox.WAITING_MAX; i++) {
      assertThat(inbox.offer(task)).isEqualTo(Inbox.Offered.WAITS);
    }

    assertThat(inbox.offer(task)).isEqualTo(Inbox.Offered.FULL);
    assertThat(inbox.close()).hasSize(Inbox.WAITING_MAX);
    assertThat(inbox.offer(task)).isEqualTo(Inbox.Offered.CLOSED);
  }

  @Test
  void anAnswerMayAskTheStoreAgain() {
    try (var host = fixture.open(folder)) {
      var position =
          host.submit(Fixture.envelope(host, ADA, "1", event("Rode")), Priority.STREAM)
              .thenApply(any -> host.read(host.key(ADA)).position());

      assertThat(position.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(1);
    }
  }

  @Test
  void afterAFailedSyncNothingIsTakenAnyMore() {
    try (var host = fixture.open(folder)) {
      send(host, ADA, "1", event("Rode"));

      host.syncer().fail("The disk is gone.", new Written(List.of(), List.of(), List.of()));

      assertThat(send(host, ADA, "2", event("Rode")))
          .isEqualTo(new Outcome.Unavailable("The disk is gone."));
      assertThatThrownBy(() -> host.read(host.key(ADA)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("The disk is gone.");
    }
    try (var host = fixture.open(folder)) {
      assertThat(host.read(host.key(ADA)).position()).isEqualTo(1);
    }
  }

  @Test
  void commandIdsAreForgottenAfterThirtyDaysButNotThoseOfImports() {
    long today = NOON.toEpochMilli() / Duration.ofDays(1).toMillis();
    try (var host = fixture.open(folder)) {
      send(host, ADA, "live", event("Rode"));
      var old =
          new Envelope(host.key(ADA), ADA, "import", Entry.Origin.IMPORT, NOON, event("Rode"));
      Fixture.get(host.submit(old, Priority.BATCH));

      assertThat(new SeenExpiry(host.database()).piece(today + Drain.SEEN_DAYS)).isTrue();
      assertThat(send(host, ADA, "live", event("Rode"))).isInstanceOf(Outcome.Duplicate.class);

      new SeenExpiry(host.database()).piece(today + Drain.SEEN_DAYS + 1);
      assertThat(send(host, ADA, "live", event("Rode"))).isInstanceOf(Outcome.Taken.class);
      assertThat(Fixture.get(host.submit(old, Priority.BATCH)))
          .isInstanceOf(Outcome.Duplicate.class);
    }
  }

  /** What comes with its outcome is looked at in that moment, however late the test wakes. */
  private static CompletableFuture<Outcome> asked(EmbeddedHost host, String id, Priority priority) {
    return host.submit(Fixture.envelope(host, ADA, id, event("Rode")), priority);
  }

  private static long waiting(List<CompletableFuture<Outcome>> others) {
    return others.stream().filter(other -> !other.isDone()).count();
  }

  private static List<CompletableFuture<Outcome>> flood(EmbeddedHost host, Priority priority) {
    return flood(host, priority, "Rode", 500);
  }

  private static List<CompletableFuture<Outcome>> flood(
      EmbeddedHost host, Priority priority, String event, int people) {
    var outcomes = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < MANY; i++) {
      var who = Identifier.user("person " + i % people);
      var envelope = Fixture.envelope(host, who, "n" + i, event(event));
      outcomes.add(host.submit(envelope, priority));
    }
    return outcomes;
  }

  private static long entries(EmbeddedHost host) {
    long sum = 0;
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      sum += host.feedEnd(shard);
    }
    return sum;
  }
}
