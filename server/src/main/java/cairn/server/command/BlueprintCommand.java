package cairn.server.command;

import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Problem;
import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.http.Json;
import cairn.server.publish.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks, publishes and describes blueprints. */
@Command(
    name = "blueprint",
    mixinStandardHelpOptions = true,
    description = "Checks, publishes and describes blueprints.",
    synopsisSubcommandLabel = "COMMAND")
final class BlueprintCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: check, publish or schema.");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Checks a folder without any server; tells every problem with its place.")
  int check(
      @Parameters(paramLabel = "DIR", description = "The blueprint's folder.") Path folder,
      @Option(
              names = "--store",
              paramLabel = "DIR",
              description = "Checks as well that it can follow what runs in this store.")
          @Nullable Path store,
      @Option(names = "--json", description = "Answers one JSON object.") boolean json)
      throws IOException {
    var runs =
        Optional.ofNullable(store).flatMap(named -> Publisher.check(new Folder(named).root()));
    var schema = runs.map(Publisher.Checked::schema).orElse(null);
    int next = runs.map(Publisher.Checked::version).orElse(0) + 1;
    return switch (BlueprintCompiler.compile(read(folder), schema, next)) {
      case Compilation.Compiled compiled -> {
        var journeys = compiled.blueprint().journeys().size();
        say(
            json,
            Map.of("good", true, "journeys", journeys, "problems", List.of()),
            "Good: " + compiled.blueprint().about().name() + ", " + journeys + " journeys.");
        yield 0;
      }
      case Compilation.Refused(var problems) -> {
        complain(json, problems);
        yield CairnCommand.FAILED;
      }
    };
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = {
        "Publishes a folder to a store that no server has open, or to a running server.",
        "A blueprint with a mistake never replaces a good one."
      })
  int publish(
      @Parameters(paramLabel = "DIR", description = "The blueprint's folder.") Path folder,
      @Mixin SettingsOptions options,
      @Mixin ServerOptions server,
      @Option(names = "--json", description = "Answers one JSON object.") boolean json)
      throws IOException, InterruptedException {
    var files = read(folder);
    if (server.isNamed()) {
      var answer = server.post("/v1/blueprint", Map.of("files", files.files()));
      spec.commandLine().getOut().println(answer.body());
      return answer.statusCode() == 200 ? 0 : CairnCommand.FAILED;
    }
    try (var installation = Installation.open(options.settings(), InstantSource.system())) {
      return switch (installation.publisher().publish(files, "system:command-line")) {
        case Publisher.Outcome.Runs(var made, var migrations) ->
            published(json, made.number(), true);
        case Publisher.Outcome.RunsAlready(int version) -> published(json, version, false);
        case Publisher.Outcome.Refused(var problems) -> {
          complain(json, problems);
          yield CairnCommand.FAILED;
        }
      };
    }
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Prints the JSON Schema of blueprint files, for editors.")
  int schema() {
    spec.commandLine().getOut().println(BlueprintCompiler.jsonSchema());
    return 0;
  }

  private int published(boolean json, int version, boolean changed) {
    say(
        json,
        Map.of("version", version, "changed", changed),
        changed ? "Version " + version + " runs." : "Version " + version + " runs already.");
    return 0;
  }

  private void complain(boolean json, List<Problem> problems) {
    if (json) {
      var body = new LinkedHashMap<String, @Nullable Object>();
      body.put("good", false);
      body.put("error", problems.isEmpty() ? "" : problems.getFirst().sentence());
      body.put("problems", problems);
      say(true, body, "");
      return;
    }
    problems.forEach(problem -> spec.commandLine().getErr().println(problem.sentence()));
  }

  private void say(boolean json, Map<String, ?> body, String words) {
    spec.commandLine().getOut().println(json ? Json.text(body) : words);
  }

  private static Bundle read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure("There is no folder " + folder + ".");
    }
    return Bundle.read(folder);
  }
}
