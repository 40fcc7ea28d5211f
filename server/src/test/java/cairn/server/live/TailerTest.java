package cairn.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.chance.Chance;
import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.server.MemoryHost;
import cairn.server.RunningServer;
import cairn.server.Worlds;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Entries of many shards are handed to the projections while more of them come.
 *
 * <p>A host notes what it handed out: each question must begin where the last answer of that shard
 * ended, so a cursor that went past an entry, or back before one, is seen at the next question.
 * What came of it is counted: people who began a journey, each exactly once. Reading fails now and
 * then, and the reader is stopped and started again on what it had written, while entries go on
 * coming.
 */
final class TailerTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOON);
  private static final int PEOPLE = 600;
  private static final int WRITERS = 3;
  private static final int RESTARTS = 4;

  /** One answer in so many fails. */
  private static final int FAILS = 40;

  @TempDir private Path folder;
  private final MemoryHost host = new MemoryHost(Worlds.published()::running, CLOCK);

  /** Up to where each shard was handed out, and what was asked for wrongly. */
  private final AtomicLongArray handedOut = new AtomicLongArray(PersonKey.SHARDS);

  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_260_504})
  void noCursorGoesPastWhatWasNotHandedOverNorBack(long seed) throws InterruptedException {
    var chance = new Chance(seed);
    var watched = watched(chance, FAILS);
    var writers = new Thread[WRITERS];
    for (int writer = 0; writer < WRITERS; writer++) {
      int first = writer;
      writers[writer] =
          Thread.ofPlatform()
              .start(() -> {
                for (int person = first; person < PEOPLE; person += WRITERS) {
                  send("person-" + person, "looked");
                }
              });
    }
    for (int restart = 0; restart < RESTARTS; restart++) {
      try (var tailer = start(watched)) {
        long until = tailer.read() + 1 + chance.nextInt(PEOPLE / RESTARTS);
        RunningServer.await(
            "some are read", () -> tailer.read() >= until || people(tailer) == PEOPLE);
      }
    }
    for (var writer : writers) {
      writer.join();
    }

    try (var tailer = start(watched)) {
      RunningServer.await("seed " + seed + ": all are counted", () -> people(tailer) >= PEOPLE);
      assertThat(people(tailer)).as("seed " + seed).isEqualTo(PEOPLE);
      assertThat(tailer.counts().of("first-home").steps())
          .as("seed " + seed)
          .extractingByKey("looking")
          .extracting(CountsBody.StepBody::arrivedTotal)
          .isEqualTo((long) PEOPLE);
    }
    assertThat(wrong).as("seed " + seed).isEmpty();
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      assertThat(handedOut.get(shard)).as("shard " + shard).isEqualTo(host.feedEnd(shard));
    }
  }

  @Test
  void aShardThatCouldNotBeReadOnceIsReadThoughNothingMoreComes() {
    send("ada", "looked");
    var failed = new AtomicLongArray(PersonKey.SHARDS);
    var once =
        host((method, arguments) ->
            method.getName().equals("feed") && failed.getAndIncrement((int) arguments[0]) == 0);

    try (var tailer = start(once)) {
      RunningServer.await("Ada is counted", () -> people(tailer) == 1);
    }
  }

  @Test
  void aShardThatCannotBeReadKeepsNobodyElseWaiting() {
    for (int person = 0; person < PEOPLE; person++) {
      send("person-" + person, "looked");
    }
    int damaged = host.key(Identifier.user("person-0")).shard();
    var broken =
        host((method, arguments) ->
            method.getName().equals("feed") && (int) arguments[0] == damaged);
    int others = 0;
    for (int person = 0; person < PEOPLE; person++) {
      others += host.key(Identifier.user("person-" + person)).shard() == damaged ? 0 : 1;
    }

    long expected = others;
    try (var tailer = start(broken)) {
      RunningServer.await("all others are counted", () -> people(tailer) == expected);
    }
  }

  private Tailer start(Host host) {
    return Tailer.start(
        host,
        folder.resolve("projections.db"),
        CLOCK,
        key -> null,
        effect -> false,
        (journey, question) -> null);
  }

  private static long people(Tailer tailer) {
    return tailer.counts().of("first-home").people();
  }

  private void send(String person, String event) {
    var who = Identifier.user(person);
    var envelope =
        new Envelope(
            host.key(who),
            who,
            event,
            Entry.Origin.LIVE,
            NOON,
            new Command.TakeEvent(event, null, Map.of()));
    assertThat(host.submit(envelope, Priority.INTERACTIVE).join())
        .isInstanceOf(Outcome.Taken.class);
  }

  /** Notes every question for entries; by chance it fails instead, and nothing is handed out. */
  private Host watched(Chance chance, int fails) {
    return host((method, arguments) -> {
      if (!method.getName().equals("feed")) {
        return false;
      }
      int shard = (int) arguments[0];
      long after = (long) arguments[1];
      if (after != handedOut.get(shard)) {
        wrong.add(
            "shard %d was asked beyond %d, handed out up to %d"
                .formatted(shard, after, handedOut.get(shard)));
      }
      synchronized (chance) {
        return chance.nextInt(fails) == 0;
      }
    });
  }

  /** Whether a call fails. */
  private interface Fault {
    boolean strikes(Method method, Object[] arguments);
  }

  private Host host(Fault fault) {
    return (Host)
        Proxy.newProxyInstance(
            Host.class.getClassLoader(),
            new Class<?>[] {Host.class},
            (proxy, method, arguments) -> {
              if (fault.strikes(method, arguments)) {
                throw new IllegalStateException("this part of the disk does not answer now");
              }
              return noted(method, arguments, invoke(method, arguments));
            });
  }

  private @Nullable Object invoke(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(host, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private @Nullable Object noted(Method method, Object[] arguments, @Nullable Object answer) {
    if (method.getName().equals("feed") && answer instanceof List<?> items && !items.isEmpty()) {
      handedOut.set((int) arguments[0], ((FeedItem) items.getLast()).sequence());
    }
    return answer;
  }
}
