package cairn.server.command;

import cairn.server.Installation;
import cairn.server.http.Json;
import cairn.workspace.Workspace;
import cairn.workspace.audit.Actor;
import cairn.workspace.key.ApiKey;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes the keys of machines; a running server notices within seconds. */
@Command(
    name = "key",
    mixinStandardHelpOptions = true,
    description = "Makes, lists and revokes API keys; a running server notices within seconds.",
    synopsisSubcommandLabel = "COMMAND")
final class KeyCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: create, list or revoke.");
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Makes a key and shows its secret, this once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "What the key is for.") String name,
      @Option(
              names = "--scope",
              split = ",",
              defaultValue = "events:write",
              description =
                  "What it may do: events:write (unless told otherwise), people:read, people:write,"
                      + " decisions, journeys:read, blueprints, insight, admin.")
          List<String> scopes,
      @Mixin SettingsOptions options,
      @Option(names = "--json", description = "Answers one JSON object.") boolean json) {
    var wanted = scopes(scopes);
    try (var workspace = open(options)) {
      var made = workspace.keys().create(Actor.COMMAND_LINE, name, wanted);
      var secret = made.secret().text();
      spec.commandLine()
          .getOut()
          .println(json ? Json.text(Map.of("id", made.key().prefix(), "key", secret)) : secret);
      if (!json) {
        spec.commandLine().getErr().println("Keep it now: it is not shown again.");
      }
      return 0;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all keys, without their secrets.")
  int list(
      @Mixin SettingsOptions options,
      @Option(names = "--json", description = "Answers one JSON object.") boolean json) {
    try (var workspace = open(options)) {
      var keys = workspace.keys().all();
      if (json) {
        var bodies =
            keys.stream()
                .map(key ->
                    Map.of(
                        "id", key.prefix(),
                        "name", key.name(),
                        "scopes", words(key),
                        "good", key.isGoodAt(Instant.now())))
                .toList();
        spec.commandLine().getOut().println(Json.text(Map.of("keys", bodies)));
      } else {
        keys.forEach(key ->
            spec.commandLine()
                .getOut()
                .println(
                    key.prefix()
                        + "  "
                        + (key.isGoodAt(Instant.now()) ? "good   " : "revoked")
                        + "  "
                        + String.join(",", words(key))
                        + "  "
                        + key.name()));
      }
      return 0;
    }
  }

  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Ends a key.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "The key's id, as list shows it.") String id,
      @Mixin SettingsOptions options) {
    try (var workspace = open(options)) {
      if (!workspace.keys().revoke(Actor.COMMAND_LINE, id)) {
        throw new CommandFailure("There is no good key " + id + ".");
      }
      spec.commandLine().getOut().println("Revoked.");
      return 0;
    }
  }

  private static List<String> words(ApiKey key) {
    return key.scopes().stream().sorted().map(Scope::wireName).toList();
  }

  private static Set<Scope> scopes(List<String> names) {
    var scopes = EnumSet.noneOf(Scope.class);
    for (var name : names) {
      scopes.add(
          Scope.named(name.strip())
              .orElseThrow(() ->
                  new CommandFailure(
                      "There is no scope "
                          + name
                          + ". The scopes are "
                          + Arrays.stream(Scope.values())
                              .map(Scope::wireName)
                              .collect(Collectors.joining(", "))
                          + ".")));
    }
    return scopes;
  }

  private static Workspace open(SettingsOptions options) {
    return Installation.openWorkspace(options.settings(), InstantSource.system());
  }
}
