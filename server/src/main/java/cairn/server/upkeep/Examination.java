package cairn.server.upkeep;

import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Problem;
import cairn.server.publish.Publisher;
import cairn.store.StoreCheck;
import cairn.store.StoreException;
import cairn.workspace.Workspace;
import cairn.workspace.sql.DatabasePlace;
import cairn.workspace.sql.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks at everything an installation stands on and says of each thing whether it is well and what
 * helps if not. It changes nothing that is kept about people, and may run beside a server.
 */
public final class Examination {
  private static final String RESTORE =
      "Stop the server, move the folder away and restore a backup: ./cairn restore DIR.";
  private static final int PROBLEMS_TOLD_MAX = 3;

  private final Subject subject;
  private final Consumer<Finding> listener;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * What is looked at.
   *
   * @param root the installation's folder
   * @param workspace where accounts and boards are
   * @param host the address a server would listen on
   * @param server the address of the server that runs on it now
   * @param blueprint a folder of files to check as well
   */
  public record Subject(
      Path root,
      DatabasePlace workspace,
      String host,
      int port,
      Optional<String> server,
      Optional<Path> blueprint) {}

  private Examination(Subject subject, Consumer<Finding> listener) {
    this.subject = subject;
    this.listener = listener;
  }

  /** Looks at everything, one thing after another; tells each when it is known. */
  public static List<Finding> of(Subject subject, Consumer<Finding> listener) {
    var examination = new Examination(subject, listener);
    examination.all();
    return List.copyOf(examination.findings);
  }

  private void all() {
    tell(MachineChecks.java());
    tell(MachineChecks.memory());
    tell(MachineChecks.zones());
    tell(MachineChecks.port(subject.host(), subject.port(), subject.server()));
    tell(MachineChecks.sync(subject.root()));
    store();
    workspace();
    subject.blueprint().ifPresent(this::files);
  }

  private void tell(Finding finding) {
    findings.add(finding);
    listener.accept(finding);
  }

  private void store() {
    var root = subject.root();
    if (!StoreCheck.isStore(root)) {
      tell(MachineChecks.disk(root, 0));
      tell(Finding.good("store", "There is none in " + root + " yet; ./cairn serve makes one."));
      return;
    }
    try (var check = StoreCheck.open(root)) {
      tell(MachineChecks.disk(root, check.bytes()));
      tell(Finding.good("store", "%,d people in %s are readable.".formatted(check.people(), root)));
      published(check);
      effects(check);
      check.verify();
      tell(Finding.good("checksums", "All blocks of all tables are as they were written."));
    } catch (StoreException e) {
      tell(Finding.bad("store", String.valueOf(e.getMessage()), RESTORE));
    }
  }

  private void effects(StoreCheck check) {
    var damaged = check.damagedEffects(PROBLEMS_TOLD_MAX);
    tell(
        damaged.isEmpty()
            ? Finding.good("outbox", "Everything that waits to leave is readable.")
            : Finding.bad(
                "outbox",
                String.join("; ", damaged) + ".",
                RESTORE + " Erasing the person takes such a row away as well."));
  }

  private void published(StoreCheck check) {
    var checked = Publisher.check(Publisher.lines(check));
    if (checked.isEmpty()) {
      tell(
          Finding.warning(
              "blueprint",
              "Nothing is published, so events move nobody.",
              "Publish one: ./cairn blueprint publish DIR."));
    } else if (checked.get().blueprint().isPresent()) {
      tell(
          Finding.good(
              "blueprint",
              "Version %d, %s, is valid."
                  .formatted(
                      checked.get().version(), checked.get().blueprint().get().about().name())));
    } else {
      tell(
          Finding.bad(
              "blueprint",
              "Version %d is not valid here: %s"
                  .formatted(checked.get().version(), told(checked.get().problems())),
              "Start the version of Cairn that published it, or mend and publish the files."));
    }
  }

  private static String told(List<Problem> problems) {
    return String.join(
        " ", problems.stream().limit(PROBLEMS_TOLD_MAX).map(Problem::sentence).toList());
  }

  private void workspace() {
    if (subject.workspace() instanceof DatabasePlace.SqliteFile(var file) && !Files.exists(file)) {
      tell(Finding.good("workspace", "There is none yet; it is made when it is needed."));
      return;
    }
    try (var workspace = Workspace.open(subject.workspace(), InstantSource.system())) {
      var problems = workspace.problems();
      if (!problems.isEmpty()) {
        tell(
            Finding.bad(
                "workspace",
                subject.workspace().description() + ": " + String.join("; ", problems),
                "Restore a backup."));
        return;
      }
      tell(
          Finding.good(
              "workspace",
              "%s is sound: %,d accounts, %,d keys."
                  .formatted(
                      subject.workspace().description(),
                      workspace.accounts().all().size(),
                      workspace.keys().all().size())));
    } catch (WorkspaceException e) {
      tell(
          Finding.bad(
              "workspace",
              String.valueOf(e.getMessage()),
              "Mend what it says, or restore a backup."));
    }
  }

  private void files(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        tell(Finding.bad("files", "There is no folder " + folder + ".", "Name one that is."));
        return;
      }
      switch (BlueprintCompiler.compile(Bundle.read(folder), null, 1)) {
        case Compilation.Compiled compiled ->
            tell(Finding.good("files", folder + " is a valid blueprint."));
        case Compilation.Refused refused ->
            tell(
                Finding.bad(
                    "files",
                    told(refused.problems()),
                    "Mend the files; ./cairn blueprint check " + folder + " tells everything."));
      }
    } catch (IOException e) {
      tell(Finding.bad("files", folder + " cannot be read: " + e, "Let this account read it."));
    }
  }
}
