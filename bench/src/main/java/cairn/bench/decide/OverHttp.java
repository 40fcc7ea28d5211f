package cairn.bench.decide;

import cairn.bench.Bench;
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
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Decisions among 1,000 actions over HTTP: the real server on a store filled before, and the
 * generator in the same process on the same machine. In the first stretch people also answer what
 * they are shown, so that the models have learnt something before it counts.
 */
final class OverHttp {
  private static final int CONNECTIONS = 32;

  private final Scenario scenario;
  private final double seconds;
  private final Consumer<String> progress;

  OverHttp(Scenario scenario, double seconds, Consumer<String> progress) {
    this.scenario = scenario;
    this.seconds = seconds;
    this.progress = progress;
  }

  HttpLoad.Result run(StoreSettings store, Path folder, int people) throws Exception {
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
      progress.accept("over HTTP: people decide and answer, so that models learn");
      var warm =
          load.run(Math.clamp(seconds / 2, 2, 15), 1, (line, random) -> talk(line, random, people));
      if (warm.answers() == 0) {
        throw new IllegalStateException("the server answered no request");
      }
      progress.accept("over HTTP: decisions");
      load.run(Math.clamp(seconds / 4, 1, 5), 2, (line, random) -> ask(line, random, people));
      return load.run(seconds, 3, (line, random) -> ask(line, random, people));
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
