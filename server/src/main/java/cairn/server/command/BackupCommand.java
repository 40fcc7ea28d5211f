package cairn.server.command;

import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.Settings;
import cairn.server.http.Json;
import cairn.server.upkeep.FullBackup;
import cairn.store.StoreCheck;
import cairn.store.StoreException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies everything an installation keeps, whether or not a server runs on it. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies store, workspace and what was learnt into a new folder, with the sums of all files.",
      "A server that runs on the store is asked to do it, and goes on meanwhile.",
      "A workspace in PostgreSQL is to be backed up there."
    })
final class BackupCommand implements Callable<Integer> {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

  private final long began = System.nanoTime();

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder to make; on the server's machine.")
  Path target = Path.of("");

  @Mixin SettingsOptions options = new SettingsOptions();
  @Mixin ServerOptions server = new ServerOptions();

  @Option(names = "--json", description = "Answers one JSON object.")
  boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = target.toAbsolutePath().normalize();
    if (server.isNamed()) {
      return ask(server, folder);
    }
    var settings = options.settings();
    requireStore(settings);
    try (var installation = Installation.open(settings, InstantSource.system())) {
      var made = copy(installation, new Folder(settings.store()).root(), folder);
      return tell(folder, made.files(), made.bytes(), made.workspace());
    } catch (StoreException e) {
      try (var door = LocalDoor.find(settings).orElseThrow(() -> e)) {
        spec.commandLine().getErr().println("Asking the server at " + door.url() + " to do it.");
        return ask(door.server(), folder);
      }
    }
  }

  private FullBackup.Summary copy(Installation installation, Path root, Path folder) {
    try (var progress = new ByteProgress(spec.commandLine().getErr(), "Copying")) {
      return FullBackup.make(installation.host(), installation.workspace(), root, folder, progress);
    }
  }

  static void requireStore(Settings settings) {
    var root = new Folder(settings.store()).root();
    if (!StoreCheck.isStore(root)) {
      throw CommandFailure.misused("There is no store in " + root + "; name it by --store.");
    }
  }

  private int ask(ServerOptions asked, Path folder) throws IOException, InterruptedException {
    var state = read(asked.post("/v1/backups", Map.of("folder", folder.toString())).body());
    try (var progress = new ByteProgress(spec.commandLine().getErr(), "Copying")) {
      while (state.path("state").asText().equals("running")) {
        if (state.path("of").asLong() > 0) {
          progress.copied(state.path("copied").asLong(), state.path("of").asLong());
        }
        Thread.sleep(LOOK_AGAIN);
        state = read(asked.get("/v1/backups").body());
      }
    }
    if (!state.path("state").asText().equals("done")) {
      throw new CommandFailure("The server says: " + state.path("error").asText());
    }
    return tell(
        folder,
        state.path("files").asInt(),
        state.path("bytes").asLong(),
        state.path("workspace").asBoolean());
  }

  private static JsonNode read(String answer) throws IOException {
    var body = Json.MAPPER.readTree(answer);
    if (body.has("code")) {
      throw new CommandFailure("The server says: " + body.path("message").asText());
    }
    return body;
  }

  private int tell(Path folder, int files, long bytes, boolean workspace) {
    double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
    var out = spec.commandLine().getOut();
    if (json) {
      var body = new LinkedHashMap<String, Object>();
      body.put("folder", folder.toString());
      body.put("files", files);
      body.put("bytes", bytes);
      body.put("workspace", workspace);
      body.put("seconds", seconds);
      out.println(Json.text(body));
      return 0;
    }
    out.printf(
        "Backed up into %s: %,d files, %,.1f MB, in %.1f s.%n",
        folder, files, bytes / 1e6, seconds);
    if (!workspace) {
      out.println("Accounts, keys and boards are in PostgreSQL: back them up there, by pg_dump.");
    }
    return 0;
  }
}
