package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.engine.Cpu;
import cairn.server.CairnServer;
import cairn.server.Settings;
import cairn.server.publish.Published;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import cairn.workspace.Workspace;
import cairn.workspace.sql.DatabasePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Decisions among 1,000 actions over HTTP: the real server on a store filled before, and the
 * generator in the same process on the same machine. In the first stretch people also answer what
 * they are shown, so that the models have learnt something before it counts.
 */
final class OverHttp {
  private static final int CONNECTIONS = 16;
  private static final double IDLE_SHARE = 0.15;
  private static final Duration IDLE_WITHIN = Duration.ofMinutes(5);
  private static final long LOOK_NANOS = 250_000_000;

  private final Scenario scenario;
  private final double seconds;
  private final Consumer<String> progress;

  OverHttp(Scenario scenario, double seconds, Consumer<String> progress) {
    this.scenario = scenario;
    this.seconds = seconds;
    this.progress = progress;
  }

  /** What came of it, and the processor time of the whole process for each decision. */
  record Answered(HttpLoad.Result load, double cpuMicros) {}

  Answered run(StoreSettings store, Path folder, int people) throws Exception {
    var clock = InstantSource.system();
    var published = new Published();
    published.add(scenario.blueprint());
    Bench.delete(folder);
    Files.createDirectories(folder);
    var settings = Settings.DEFAULTS.with(Map.of("port", "0", "store", folder.toString()));
    try (var host = EmbeddedHost.open(store, published::running);
        var workspace =
            Workspace.open(new DatabasePlace.SqliteFile(folder.resolve("workspace.db")), clock);
        var server =
            CairnServer.start(settings, new CairnServer.Parts(host, published, workspace, clock))) {
      var load = new HttpLoad("127.0.0.1", server.port(), CONNECTIONS);
      progress.accept("over HTTP: the server reads what was before");
      awaitIdle();
      progress.accept("over HTTP: people decide and answer, so that models learn");
      var warm =
          load.run(Math.clamp(seconds / 2, 2, 15), 1, (line, random) -> talk(line, random, people));
      if (warm.answers() == 0) {
        throw new IllegalStateException("the server answered no request");
      }
      awaitIdle();
      progress.accept("over HTTP: decisions");
      load.run(Math.clamp(seconds / 4, 1, 5), 2, (line, random) -> ask(line, random, people));
      var cpu = Cpu.now();
      var result = load.run(seconds, 3, (line, random) -> ask(line, random, people));
      return new Answered(result, 1e6 * cpu.seconds() / Math.max(1, result.answers()));
    }
  }

  /** Waits until the server has read what the store had before: only then is it measured alone. */
  private static void awaitIdle() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < IDLE_WITHIN.toNanos()) {
      var cpu = Cpu.now();
      long from = System.nanoTime();
      LockSupport.parkNanos(LOOK_NANOS);
      if (cpu.seconds() < IDLE_SHARE * (System.nanoTime() - from) / 1e9) {
        return;
      }
    }
  }

  private static boolean ask(HttpLoad.Line line, Random random, int people) throws IOException {
    var body =
        "{\"person\":\""
            + Shoppers.name(random.nextInt(people))
            + "\",\"channel\":\"web\",\"placements\":[\"home\"],\"limit\":1}";
    return line.post("/v1/decisions", body) == 200;
  }

  private static boolean talk(HttpLoad.Line line, Random random, int people) throws IOException {
    if (!ask(line, random, people)) {
      return false;
    }
    for (var token : HttpLoad.after(line.body(), "\"token\":\"")) {
      var kind = random.nextInt(8) == 0 ? "accepted" : "no";
      line.post("/v1/responses", "{\"token\":\"" + token + "\",\"kind\":\"" + kind + "\"}");
    }
    return true;
  }
}
