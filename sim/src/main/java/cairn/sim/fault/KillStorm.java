package cairn.sim.fault;

import cairn.chance.Chance;
import cairn.server.publish.Published;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Kills a process under load, again and again, and looks at what its store holds. */
final class KillStorm {
  private static final long LIVES_MILLIS_MIN = 300;
  private static final long LIVES_MILLIS_SPREAD = 2_000;

  /** It lives until so much was acknowledged, however slow the machine is. */
  private static final int LEAST = 60;

  private KillStorm() {}

  static Report play(Published published, long seed, Path folder, int rounds) throws IOException {
    var chance = new Chance(Chance.seed(seed, -9));
    var acknowledged = new HashSet<String>();
    var broken = new ArrayList<String>();
    for (int round = 0; round < rounds; round++) {
      long millis = LIVES_MILLIS_MIN + (long) (chance.nextDouble() * LIVES_MILLIS_SPREAD);
      loadAndKill(folder, seed, round, millis, acknowledged);
      var clock = new FaultClock(SimulatedStorm.START);
      try (var host = StoreStorm.open(folder, published, clock)) {
        StoreStorm.settle(host, clock);
        for (var sentence : StoreStorm.look(host, published, acknowledged, clock)) {
          broken.add("seed " + seed + ", killed, round " + round + ": " + sentence);
        }
      }
    }
    return new Report(0, rounds, rounds, 0, 0, acknowledged.size(), broken);
  }

  private static void loadAndKill(
      Path folder, long seed, int round, long millis, Set<String> acknowledged) throws IOException {
    var child =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KilledStore.class.getName(),
                    folder.toString(),
                    Long.toString(seed),
                    Integer.toString(round),
                    SimulatedStorm.START.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = child.inputReader()) {
      long end = Long.MAX_VALUE;
      int least = acknowledged.size() + LEAST;
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals("up")) {
          end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        } else if (line.matches("[0-9]+\\.[0-9]+@[0-9]+;")) {
          acknowledged.add(line.substring(0, line.length() - 1));
        }
        if (System.nanoTime() > end && acknowledged.size() >= least) {
          child.toHandle().destroyForcibly();
          end = Long.MAX_VALUE;
        }
      }
    } finally {
      child.toHandle().destroyForcibly();
      child.onExit().join();
    }
  }
}
