package cairn.server.command;

import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.http.Json;
import cairn.server.upkeep.FullBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a backup where no store is yet. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a backup into an empty store, after comparing the sums of all its files.",
      "Then opens it once, which erases again whoever was erased since, and checks it."
    })
final class RestoreCommand implements Callable<Integer> {
  private final long began = System.nanoTime();

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The backup's folder.")
  Path backup = Path.of("");

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--erasures",
      paramLabel = "FILE",
      description = "The file 'erasures' of the store that was lost, if it could be saved.")
  @Nullable Path erasures;

  @Option(names = "--json", description = "Answers one JSON object.")
  boolean json;

  @Override
  public Integer call() {
    var settings = options.settings();
    var root = new Folder(settings.store()).root();
    var err = spec.commandLine().getErr();
    err.println("Comparing the sums of all files of " + backup + ".");
    FullBackup.Summary summary;
    try (var progress = new ByteProgress(err, "Copying")) {
      summary = FullBackup.restore(backup, root, Optional.ofNullable(erasures), progress);
    }
    err.println("Opening it.");
    long people;
    try (var installation = Installation.open(settings, InstantSource.system())) {
      installation.host().verify();
      installation.host().scrub();
      people = installation.host().people();
    }
    tell(root, summary, people);
    return 0;
  }

  private void tell(Path root, FullBackup.Summary summary, long people) {
    double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
    var out = spec.commandLine().getOut();
    if (json) {
      var body = new LinkedHashMap<String, Object>();
      body.put("store", root.toString());
      body.put("files", summary.files());
      body.put("bytes", summary.bytes());
      body.put("people", people);
      body.put("workspace", summary.workspace());
      body.put("seconds", seconds);
      out.println(Json.text(body));
      return;
    }
    out.printf(
        "Restored %,d people into %s: %,d files, %,.1f MB, in %.1f s.%n",
        people, root, summary.files(), summary.bytes() / 1e6, seconds);
    if (!summary.workspace()) {
      out.println("The backup has no workspace: accounts, keys and boards were in PostgreSQL.");
    }
  }
}
