package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.ServerProcess;
import cairn.bench.engine.Cpu;
import cairn.blueprint.file.Bundle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Decisions among 1,000 actions over HTTP: the product in a process of its own on a store filled
 * before, and the generator here on the same machine. In the first stretch people also answer what
 * they are shown, so that the models have learnt something before it counts.
 */
final class OverHttp {
  /** Requests under way at once. */
  static final int CONNECTIONS = 16;

  private static final double IDLE_SHARE = 0.1;

  /** At rest so many times in a row, because on a busy machine it may just not get its turn. */
  private static final int IDLE_LOOKS = 5;

  private static final Duration IDLE_WITHIN = Duration.ofHours(2);
  private static final long LOOK_NANOS = 1_000_000_000;

  private final Bundle files;
  private final double seconds;
  private final Consumer<String> progress;

  OverHttp(Bundle files, double seconds, Consumer<String> progress) {
    this.files = files;
    this.seconds = seconds;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param serverMicros processor time of the server for each decision
   * @param loadMicros processor time of the generator for each decision
   * @param readingSeconds until the server had read what the store had before
   * @param peakBytes the most memory the server had, where the system says it
   */
  record Answered(
      HttpLoad.Result load,
      double serverMicros,
      double loadMicros,
      double readingSeconds,
      OptionalLong peakBytes) {}

  /** Serves a store, and asks for anybody in it. */
  Answered run(Path store, Path blueprint, int people) throws Exception {
    Bench.delete(blueprint);
    files.write(blueprint);
    progress.accept("over HTTP: the server reads what was before");
    long start = System.nanoTime();
    try (var server = ServerProcess.start(store, blueprint)) {
      awaitIdle(server);
      double reading = (System.nanoTime() - start) / 1e9;
      var load = load(server.url());
      progress.accept("over HTTP: people decide and answer, so that models learn");
      var warm =
          load.run(Math.clamp(seconds / 2, 2, 15), 1, (line, random) -> talk(line, random, people));
      if (warm.answers() == 0) {
        throw new IllegalStateException("the server answered no request");
      }
      awaitIdle(server);
      progress.accept("over HTTP: decisions");
      load.run(Math.clamp(seconds / 4, 1, 5), 2, (line, random) -> ask(line, random, people));
      var own = Cpu.now();
      double before = server.cpuSeconds();
      var result = load.run(seconds, 3, (line, random) -> ask(line, random, people));
      double each = 1e6 / Math.max(1, result.answers());
      return new Answered(
          result,
          each * (server.cpuSeconds() - before),
          each * own.seconds(),
          reading,
          server.peakBytes());
    }
  }

  private static HttpLoad load(URI url) {
    return new HttpLoad(url.getHost(), url.getPort(), CONNECTIONS);
  }

  /** Waits until the server has read what the store had before: only then is it measured alone. */
  private static void awaitIdle(ServerProcess server) {
    long start = System.nanoTime();
    int idle = 0;
    while (System.nanoTime() - start < IDLE_WITHIN.toNanos()) {
      double cpu = server.cpuSeconds();
      long from = System.nanoTime();
      LockSupport.parkNanos(LOOK_NANOS);
      boolean rests = server.cpuSeconds() - cpu < IDLE_SHARE * (System.nanoTime() - from) / 1e9;
      idle = rests ? idle + 1 : 0;
      if (idle == IDLE_LOOKS) {
        return;
      }
    }
    throw new IllegalStateException("the server did not come to rest in " + IDLE_WITHIN);
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
