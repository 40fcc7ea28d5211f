package cairn.server.command;

import cairn.server.Folder;
import cairn.server.Installation;
import cairn.server.http.Json;
import cairn.server.upkeep.Examination;
import cairn.server.upkeep.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for what is wrong, and says what helps. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at Java, memory, disk, port, time zones, store, blueprint and workspace, and says what"
          + " helps where something is wrong. Changes nothing, and may run beside a server.",
      "Ends with 0 if nothing is broken (warnings aside), with 1 if something is."
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin SettingsOptions options = new SettingsOptions();

  @Option(
      names = "--blueprint",
      paramLabel = "DIR",
      description = "Checks these blueprint files as well.")
  @Nullable Path blueprint;

  @Option(names = "--json", description = "Answers one JSON object.")
  boolean json;

  @Override
  public Integer call() throws InterruptedException {
    var settings = options.settings();
    Optional<String> server;
    try (var door = LocalDoor.find(settings).orElse(null)) {
      server = door == null ? Optional.empty() : Optional.of(door.url());
    }
    var findings =
        Examination.of(
            new Examination.Subject(
                new Folder(settings.store()).root(),
                Installation.workspacePlace(settings),
                settings.host(),
                settings.port(),
                server,
                Optional.ofNullable(blueprint)),
            this::tell);
    boolean good = findings.stream().allMatch(f -> f.state() != Finding.State.BAD);
    if (json) {
      answer(findings, good);
    } else {
      spec.commandLine()
          .getOut()
          .println(good ? "Nothing is broken." : "Something is broken; see above.");
    }
    return good ? 0 : CairnCommand.FAILED;
  }

  private void tell(Finding finding) {
    var line = spec.commandLine();
    var to = json ? line.getErr() : line.getOut();
    to.printf("%-8s %-11s %s%n", finding.state().word(), finding.check(), finding.what());
    if (finding.remedy() != null) {
      to.printf("%-8s %-11s %s%n", "", "", "-> " + finding.remedy());
    }
    to.flush();
  }

  private void answer(List<Finding> findings, boolean good) {
    var checks =
        findings.stream()
            .map(finding -> {
              var one = new LinkedHashMap<String, Object>();
              one.put("check", finding.check());
              one.put("state", finding.state().word());
              one.put("what", finding.what());
              if (finding.remedy() != null) {
                one.put("remedy", finding.remedy());
              }
              return one;
            })
            .toList();
    var body = new LinkedHashMap<String, Object>();
    body.put("good", good);
    body.put("checks", checks);
    if (!good) {
      body.put(
          "error",
          findings.stream()
              .filter(f -> f.state() == Finding.State.BAD)
              .map(Finding::what)
              .findFirst()
              .orElseThrow());
    }
    spec.commandLine().getOut().println(Json.text(body));
  }
}
