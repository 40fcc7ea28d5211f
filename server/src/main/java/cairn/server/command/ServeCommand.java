package cairn.server.command;

import cairn.blueprint.file.Bundle;
import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.http.Json;
import cairn.server.publish.Publisher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves a store until the process is asked to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Starts the server on a store, and serves until it is asked to end.")
final class ServeCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(names = "--host", description = "The address to listen on; this machine alone if unset.")
  @Nullable String host;

  @Option(names = "--port", description = "The port; 0 for any free one, 8080 if unset.")
  @Nullable Integer port;

  @Option(
      names = "--blueprint",
      paramLabel = "DIR",
      description = "A folder with a blueprint, published first if it changed.")
  @Nullable Path blueprint;

  @Option(names = "--json", description = "Tells the address as one JSON object.")
  boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var changes = new HashMap<String, String>();
    if (host != null) {
      changes.put("host", host);
    }
    if (port != null) {
      changes.put("port", port.toString());
    }
    var settings = options.settings(changes);
    var folder = new Folder(settings.store());
    var installation = Installation.open(settings, InstantSource.system());
    try {
      if (blueprint != null && !publish(installation, blueprint)) {
        return CairnCommand.FAILED;
      }
      return serve(installation, folder);
    } finally {
      installation.close();
    }
  }

  private int serve(Installation installation, Folder folder) throws InterruptedException {
    var asked = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var hook =
        new Thread(() -> {
          asked.countDown();
          try {
            ended.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (var server = installation.serve()) {
      Runtime.getRuntime().addShutdownHook(hook);
      var out = spec.commandLine().getOut();
      out.println(
          json ? Json.text(Map.of("url", server.url())) : "Cairn listens at " + server.url());
      out.flush();
      ServerAddress.write(folder, server.url());
      try {
        asked.await();
      } finally {
        // Before the port is free: nobody may be sent to whoever takes it next.
        ServerAddress.delete(folder);
      }
    } finally {
      installation.close();
      ended.countDown();
    }
    return 0;
  }

  private boolean publish(Installation installation, Path folder) throws IOException {
    var err = spec.commandLine().getErr();
    return switch (installation.publisher().publish(Bundle.read(folder), "system:command-line")) {
      case Publisher.Outcome.Runs(var made, var migrations) -> {
        err.println("Published version " + made.number() + " of " + made.about().name() + ".");
        yield true;
      }
      case Publisher.Outcome.RunsAlready(int version) -> true;
      case Publisher.Outcome.Refused(var problems) -> {
        problems.forEach(problem -> err.println(problem.sentence()));
        yield false;
      }
    };
  }
}
