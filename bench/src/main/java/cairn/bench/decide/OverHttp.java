package cairn.bench.decide;

import cairn.bench.Bench;
import cairn.bench.Rest;
import cairn.bench.ServerProcess;
import cairn.bench.engine.Cpu;
import cairn.blueprint.file.Bundle;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Decisions among 1,000 actions over HTTP: the product in a process of its own on a store filled
 * before, and the generator here on the same machine. In the first stretch people also answer what
 * they are shown, so that the models have learnt something before it counts.
 */
final class OverHttp {
  /** Requests under way at once. */
  static final int CONNECTIONS = 32;

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
   * @param againSeconds the same, when it was killed under load and started again
   * @param peakBytes the most memory the server had, where the system says it
   */
  record Answered(
      HttpLoad.Result load,
      double serverMicros,
      double loadMicros,
      double readingSeconds,
      double againSeconds,
      OptionalLong peakBytes) {
    private Answered readyAgainAfter(double again) {
      return new Answered(load, serverMicros, loadMicros, readingSeconds, again, peakBytes);
    }
  }

  /** Serves a store, and asks for anybody in it. */
  Answered run(Path store, Path blueprint, int people) throws Exception {
    Bench.delete(blueprint);
    files.write(blueprint);
    progress.accept("over HTTP: the server reads what was before");
    long start = System.nanoTime();
    Answered answered;
    try (var server = ServerProcess.start(store, blueprint)) {
      Rest.await(server::cpuSeconds);
      answered = answered(server, people, secondsSince(start));
      server.kill();
    }
    progress.accept("over HTTP: the server was killed and starts again");
    start = System.nanoTime();
    try (var server = ServerProcess.start(store, blueprint)) {
      Rest.await(server::cpuSeconds);
      return answered.readyAgainAfter(secondsSince(start));
    }
  }

  private Answered answered(ServerProcess server, int people, double reading) throws Exception {
    var load = load(server.url());
    progress.accept("over HTTP: people decide and answer, so that models learn");
    var warm =
        load.run(Math.clamp(seconds / 2, 2, 15), 1, (line, random) -> talk(line, random, people));
    if (warm.answers() == 0) {
      throw new IllegalStateException("the server answered no request");
    }
    Rest.await(server::cpuSeconds);
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
        Double.NaN,
        server.peakBytes());
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The generator for a server. */
  static HttpLoad load(URI url) {
    return new HttpLoad(url.getHost(), url.getPort(), CONNECTIONS);
  }

  private static boolean ask(HttpLoad.Line line, Random random, int people) throws IOException {
    var body =
        "{\"person\":\""
            + Shoppers.name(random.nextInt(people))
            + "\",\"channel\":\"web\",\"placements\":[\"home\"],\"limit\":1}";
    return line.post("/v1/decisions", body) == 200;
  }

  /** Asks for somebody and answers what they are shown; false where that was refused. */
  static boolean talk(HttpLoad.Line line, Random random, int people) throws IOException {
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
