package cairn.store;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Engine;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process under load, again and again, and looks at what is left: what was acknowledged is
 * there, nothing is there twice, every log folds to its state, and the feed holds every entry once.
 */
final class KillTest {
  private static final int ROUNDS = Integer.getInteger("cairn.kills", 4);

  /** A store is killed once so many were acknowledged, however slow the machine is. */
  private static final int LEAST = 150;

  @TempDir private Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsThereTwice() throws Exception {
    long seed = Long.getLong("cairn.seed", System.nanoTime());
    var random = new Random(seed);
    var acknowledged = new HashSet<String>();
    for (int round = 0; round < ROUNDS; round++) {
      loadAndKill(round, 300 + random.nextInt(1_500), acknowledged);
      check("seed " + seed + ", round " + round, acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * LEAST);
  }

  private void loadAndKill(int round, long millis, Set<String> acknowledged)
      throws IOException, InterruptedException {
    var child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledChild.class.getName(),
                folder.toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = child.inputReader()) {
      var line = lines.readLine();
      assertThat(line).as("the child came up").isNotNull();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      int least = acknowledged.size() + LEAST;
      while (line != null && (System.nanoTime() < end || acknowledged.size() < least)) {
        acknowledged.add(line);
        line = lines.readLine();
      }
      child.toHandle().destroyForcibly();
      while (line != null) {
        var next = lines.readLine();
        if (next != null || line.matches("[0-9]+/[0-9]+")) {
          acknowledged.add(line);
        }
        line = next;
      }
    }
    child.waitFor();
  }

  private void check(String when, Set<String> acknowledged) {
    try (var host = new Fixture().open(StoreSettings.in(folder))) {
      var kept = new HashMap<String, Long>();
      long entries = 0;
      for (int number = 0; number < KilledChild.PEOPLE; number++) {
        var key = host.key(KilledChild.person(number));
        var log = host.history(key, Long.MAX_VALUE, Integer.MAX_VALUE).reversed();
        var state = PersonState.unknown(key);
        for (var entry : log) {
          assertThat(entry.number()).as(when).isEqualTo(state.position() + 1);
          state = Engine.fold(state, entry);
          if (!entry.commandId().startsWith("timer:")) {
            assertThat(kept.put(entry.commandId(), entry.number()))
                .as("%s: %s twice", when, entry.commandId())
                .isNull();
          }
        }
        assertThat(host.read(key)).as(when).isEqualTo(state);
        entries += log.size();
      }
      var lost = new HashSet<>(acknowledged);
      lost.removeAll(kept.keySet());
      assertThat(lost).as(when).isEmpty();
      assertThat(feed(host, when)).as(when).hasSize((int) entries);
    }
  }

  private static Map<String, Long> feed(EmbeddedHost host, String when) {
    var seen = new HashMap<String, Long>();
    for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
      for (var item : host.feed(shard, 0, Integer.MAX_VALUE)) {
        var pointer = item.person() + " " + item.entry().number();
        assertThat(seen.put(pointer, item.sequence())).as(when).isNull();
      }
    }
    return seen;
  }
}
