package cairn.server.command;

import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.ShippedBlueprints;
import cairn.insight.log.ImportCursor;
import cairn.insight.log.ImportOutcome;
import cairn.insight.log.ImportReport;
import cairn.insight.log.ImportSettings;
import cairn.insight.log.LogImport;
import cairn.insight.log.LogMapping;
import cairn.insight.log.MappingResult;
import cairn.insight.log.MappingSettings;
import cairn.insight.log.ObservedJourney;
import cairn.insight.log.OuladJourneys;
import cairn.insight.log.Problem;
import cairn.insight.log.RowSink;
import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.Settings;
import cairn.server.http.Json;
import cairn.server.imports.HostTarget;
import cairn.server.imports.KnownEvents;
import cairn.server.imports.LogTarget;
import cairn.server.imports.ObservedBlueprint;
import cairn.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Brings an event log into a store, or into a running server. Importing again brings only what is
 * new. A store without a blueprint gets the shipped one that fits the log, or else a journey drawn
 * from the log itself.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings in an event log: .xes, .xes.gz, .csv, or a folder with the Open University's tables.",
      "Columns of a CSV are guessed and shown; name them by --map if the guess is wrong.",
      "Importing again brings only what is new."
    })
final class ImportCommand implements Callable<Integer> {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private final long began = System.nanoTime();

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The log.")
  Path file = Path.of("");

  @Mixin SettingsOptions options = new SettingsOptions();
  @Mixin ServerOptions server = new ServerOptions();

  @Option(names = "--data", paramLabel = "DIR", description = "The folder FILE is looked for in.")
  @Nullable Path data;

  @Option(
      names = "--name",
      description = "The log's name, the same on every import of it; the file's name if unset.")
  @Nullable String name;

  @Option(
      names = "--map",
      paramLabel = "NAME=VALUE",
      description =
          "What a column means: case, activity, time, person, resource, lifecycle; or how to read:"
              + " pattern, zone, epoch, keep, delimiter, encoding, header. May be repeated.")
  Map<String, String> mapping = new LinkedHashMap<>();

  @Option(names = "--mapping", paramLabel = "FILE", description = "The same as a YAML file.")
  @Nullable Path mappingFile;

  @Option(
      names = "--blueprint",
      paramLabel = "DIR|NAME",
      description = "A blueprint to publish first: a folder, or the name of one that ships.")
  @Nullable String blueprint;

  @Option(
      names = "--journey",
      paramLabel = "ID",
      description = "Draws the journey the log shows, and publishes it first under this id.")
  @Nullable String journey;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where rows that cannot be used are written, with the reasons.")
  @Nullable Path rejects;

  @Option(names = "--again", description = "Begins anew instead of going on where it stopped.")
  boolean again;

  @Option(names = "--json", description = "Answers one JSON object.")
  boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var log = data == null ? file : data.resolve(file);
    if (!Files.exists(log)) {
      throw new CommandFailure("There is no file " + log + ".");
    }
    if (journey != null && !ID.matcher(journey).matches()) {
      throw new CommandFailure("A journey's id has small letters, digits and hyphens.");
    }
    var settings = options.settings();
    if (server.isNamed()) {
      return bring(log, settings, server);
    }
    try (var installation = Installation.open(settings, InstantSource.system())) {
      prepare(log, new PublishingHere(installation));
      return bring(log, settings, new HostTarget(installation.host(), source()));
    } catch (StoreException e) {
      try (var door = LocalDoor.find(settings).orElseThrow(() -> e)) {
        err().println("A server has the store open; bringing the log to " + door.url() + ".");
        return bring(log, settings, door.server());
      }
    }
  }

  private int bring(Path log, Settings settings, ServerOptions asked)
      throws IOException, InterruptedException {
    prepare(log, new PublishingThere(asked));
    return bring(log, settings, new ServerTarget(asked, source()));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private String source() {
    return name == null ? String.valueOf(file.getFileName()) : name;
  }

  /** Sees to it that something is published that moves people by this log. */
  private void prepare(Path log, Publishing publishing) throws IOException, InterruptedException {
    if (blueprint != null) {
      publish(publishing, bundle(blueprint), "the blueprint " + blueprint);
      return;
    }
    if (journey == null && publishing.isAnythingPublished()) {
      return;
    }
    err().println("Looking at what journey the log shows.");
    var observed = observe(log);
    if (observed.isEmpty()) {
      return;
    }
    var shipped = journey == null ? KnownEvents.shipped(observed.get()) : Optional.<Bundle>empty();
    if (shipped.isPresent()) {
      publish(publishing, shipped.get(), "a blueprint that ships and knows these events");
      return;
    }
    var id = journey == null ? "observed" : journey;
    var drawn = ObservedBlueprint.of(observed.get(), id, "As observed in " + source());
    publish(publishing, drawn, "the journey that the log shows");
  }

  private static Bundle bundle(String named) throws IOException {
    var folder = Path.of(named);
    if (Files.isDirectory(folder)) {
      return Bundle.read(folder);
    }
    if (ShippedBlueprints.names().contains(named)) {
      return ShippedBlueprints.bundle(named);
    }
    throw new CommandFailure(
        "There is no folder "
            + named
            + ", and none of that name ships. These do: "
            + String.join(", ", ShippedBlueprints.names())
            + ".");
  }

  private void publish(Publishing publishing, Bundle files, String what)
      throws IOException, InterruptedException {
    err().println("Version " + publishing.publish(files) + " runs: " + what + ".");
  }

  private Optional<ObservedJourney> observe(Path log) {
    return switch (run(log, ImportSettings.DEFAULTS, (batch, after) -> {})) {
      case ImportOutcome.Done(var report) -> Optional.of(report.observed());
      case ImportOutcome.Stopped(var problem, var report) -> Optional.of(report.observed());
      case ImportOutcome.Refused any -> Optional.empty();
    };
  }

  private ImportOutcome run(Path log, ImportSettings settings, RowSink sink) {
    try (var progress = new Progress(err())) {
      return Files.isDirectory(log)
          ? OuladJourneys.run(log, settings, sink, progress)
          : LogImport.run(log, settings.withMapping(mapping()), sink, progress);
    }
  }

  private LogMapping mapping() {
    var result =
        mappingFile == null
            ? MappingSettings.of(mapping)
            : MappingSettings.read(mappingFile, mapping);
    return switch (result) {
      case MappingResult.Understood(var understood) -> understood;
      case MappingResult.NotUnderstood(var problems) -> {
        problems.forEach(this::tell);
        throw new CommandFailure("The columns are not named well.");
      }
    };
  }

  private void tell(Problem problem) {
    err().println(problem.message() + " " + problem.remedy());
  }

  private int bring(Path log, Settings settings, LogTarget target) throws IOException {
    var cursors = new CursorFile(new Folder(settings.store()).root(), source());
    var with = ImportSettings.DEFAULTS;
    if (rejects != null) {
      with = with.withRejects(rejects);
    }
    var from = again ? Optional.<ImportCursor>empty() : cursors.read();
    if (from.isPresent()) {
      with = with.withResumeAfter(from.get());
    }
    var outcome =
        run(
            log,
            with,
            (batch, after) -> {
              target.accept(batch, after);
              cursors.write(after);
            });
    double seconds = (System.nanoTime() - began) / 1e9;
    return switch (outcome) {
      case ImportOutcome.Done(var report) -> {
        report.shape().notes().forEach(note -> err().println(note));
        tell(report, target, seconds, null);
        yield 0;
      }
      case ImportOutcome.Stopped(var problem, var report) -> {
        tell(problem);
        tell(report, target, seconds, problem.message());
        yield CairnCommand.FAILED;
      }
      case ImportOutcome.Refused(var problems) -> {
        problems.forEach(this::tell);
        if (json) {
          var refused = problems.stream().map(Problem::message).toList();
          out(Map.of("error", String.join(" ", refused), "refused", refused));
        }
        yield CairnCommand.FAILED;
      }
    };
  }

  private void tell(ImportReport report, LogTarget target, double seconds, @Nullable String error) {
    var summary = report.summary();
    if (json) {
      var body = new LinkedHashMap<String, Object>();
      if (error != null) {
        body.put("error", error);
      }
      body.put("source", source());
      body.put("people", summary.people());
      body.put("cases", summary.cases());
      body.put("events", summary.events());
      body.put("activities", summary.activities());
      body.put("variants", summary.variants());
      body.put("rejected", report.rejected());
      body.put("rejectedBy", report.rejectedBy());
      body.put("taken", target.taken());
      body.put("repeated", target.repeated());
      body.put("refused", target.refused());
      body.put("resumed", report.resumed());
      body.put("seconds", Math.round(seconds * 1000) / 1000.0);
      out(body);
      return;
    }
    spec.commandLine()
        .getOut()
        .printf(
            "%,d journeys of %,d people: %,d events, %,d activities, %,d variants.%n"
                + "%,d new, %,d known already, %,d rejected, in %.1f s.%n",
            summary.cases(),
            summary.people(),
            summary.events(),
            summary.activities(),
            summary.variants(),
            target.taken(),
            target.repeated() + report.resumed(),
            report.rejected(),
            seconds);
    List.copyOf(report.firstRejects()).stream()
        .limit(5)
        .forEach(reject -> err().println("Rejected: " + reject));
  }

  private void out(Map<String, ?> body) {
    spec.commandLine().getOut().println(Json.text(body));
  }
}
