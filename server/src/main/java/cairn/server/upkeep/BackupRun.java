package cairn.server.upkeep;

import cairn.store.EmbeddedHost;
import cairn.workspace.Workspace;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Backs up in the background, one at a time, and knows how the last one went. Thread-safe. */
final class BackupRun {
  private static final System.Logger LOG = System.getLogger(BackupRun.class.getName());

  private final EmbeddedHost host;
  private final Workspace workspace;
  private final Path root;
  private volatile State state = new State("none", null, 0, 0, 0, false, 0, null);

  /**
   * How it stands.
   *
   * @param state {@code none}, {@code running}, {@code done} or {@code failed}
   * @param copied bytes of the store copied so far, of so many
   * @param files how many files it holds, once done
   * @param workspace whether accounts, keys and boards are in it, once done
   * @param bytes how large it is, once done
   * @param error what to do about it, where it failed
   */
  record State(
      String state,
      @Nullable String folder,
      long copied,
      long of,
      int files,
      boolean workspace,
      long bytes,
      @Nullable String error) {
    boolean isRunning() {
      return state.equals("running");
    }
  }

  BackupRun(EmbeddedHost host, Workspace workspace, Path root) {
    this.host = host;
    this.workspace = workspace;
    this.root = root;
  }

  State state() {
    return state;
  }

  /** Begins, unless one is under way; answers whether it did. */
  synchronized boolean begin(Path target) {
    if (state.isRunning()) {
      return false;
    }
    state = new State("running", target.toString(), 0, 0, 0, false, 0, null);
    Thread.ofPlatform().name("cairn-backup").daemon().start(() -> run(target));
    return true;
  }

  private void run(Path target) {
    var folder = target.toString();
    try {
      var made =
          FullBackup.make(
              host,
              workspace,
              root,
              target,
              (done, of) -> state = new State("running", folder, done, of, 0, false, 0, null));
      state =
          new State(
              "done",
              folder,
              made.bytes(),
              made.bytes(),
              made.files(),
              made.workspace(),
              made.bytes(),
              null);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A backup failed", e);
      state = new State("failed", folder, 0, 0, 0, false, 0, String.valueOf(e.getMessage()));
    }
  }
}
