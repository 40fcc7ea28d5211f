package cairn.server.command;

import cairn.server.Installation;
import cairn.server.Settings;
import cairn.server.http.Json;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.account.InvitationOutcome;
import cairn.workspace.account.Role;
import cairn.workspace.account.StaffName;
import cairn.workspace.audit.Actor;
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

/** Invites colleagues. */
@Command(
    name = "staff",
    mixinStandardHelpOptions = true,
    description = "Invites colleagues and lists them.",
    synopsisSubcommandLabel = "COMMAND")
final class StaffCommand implements Runnable {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "Say what to do: invite or list.");
  }

  @Command(
      name = "invite",
      mixinStandardHelpOptions = true,
      description = "Makes a link by which a colleague sets a password and comes in, once.")
  int invite(
      @Parameters(paramLabel = "EMAIL", description = "The colleague's address.") String email,
      @Parameters(paramLabel = "NAME", description = "The colleague's name.") String name,
      @Option(
              names = "--role",
              split = ",",
              required = true,
              description =
                  "What they are trusted with: designer, approver, facilitator, helper, coach,"
                      + " analyst, dataProtectionOfficer, operator.")
          List<String> roles,
      @Mixin SettingsOptions options,
      @Option(names = "--json", description = "Answers one JSON object.") boolean json) {
    var settings = options.settings();
    var address =
        EmailAddress.parse(email)
            .orElseThrow(() -> new CommandFailure("Give an address such as ada@example.org."));
    var called =
        StaffName.parse(name).orElseThrow(() -> new CommandFailure("Give a shorter name."));
    try (var workspace = Installation.openWorkspace(settings, InstantSource.system())) {
      var outcome =
          workspace.invitations().invite(Actor.COMMAND_LINE, address, called, roles(roles));
      return switch (outcome) {
        case InvitationOutcome.Invited(var token, var expires) -> {
          var url = origin(settings) + "/invitation/" + token.text();
          spec.commandLine()
              .getOut()
              .println(json ? Json.text(Map.of("url", url, "expires", expires.toString())) : url);
          if (!json) {
            spec.commandLine().getErr().println("The link works once, until " + expires + ".");
          }
          yield 0;
        }
        case InvitationOutcome.Refused(var reason) -> throw new CommandFailure(reason.message());
      };
    }
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists all colleagues.")
  int list(@Mixin SettingsOptions options) {
    try (var workspace = Installation.openWorkspace(options.settings(), InstantSource.system())) {
      for (var account : workspace.accounts().all()) {
        spec.commandLine()
            .getOut()
            .println(
                account.email().value()
                    + "  "
                    + account.roles().stream()
                        .sorted()
                        .map(Role::wireName)
                        .collect(Collectors.joining(","))
                    + (account.isActive() ? "" : "  disabled"));
      }
      return 0;
    }
  }

  private static String origin(Settings settings) {
    return settings.publicUrl().isEmpty()
        ? "http://" + settings.host() + ":" + settings.port()
        : settings.publicUrl();
  }

  private static Set<Role> roles(List<String> names) {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : names) {
      roles.add(
          Role.named(name.strip())
              .orElseThrow(() ->
                  new CommandFailure(
                      "There is no role "
                          + name
                          + ". The roles are "
                          + Arrays.stream(Role.values())
                              .map(Role::wireName)
                              .collect(Collectors.joining(", "))
                          + ".")));
    }
    return roles;
  }
}
