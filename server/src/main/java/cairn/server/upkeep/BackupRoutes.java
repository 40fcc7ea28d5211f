package cairn.server.upkeep;

import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.store.EmbeddedHost;
import cairn.workspace.Workspace;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.key.Scope;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Lets operators back up while the server runs, into a folder of the server's machine. */
public final class BackupRoutes {
  private static final Access OPERATORS = new Access.Only(Scope.ADMIN, Set.of(Role.OPERATOR));
  private static final int BODY_BYTES_MAX = 8 * 1024;

  private final BackupRun run;
  private final Workspace workspace;

  record WhereBody(String folder) {}

  /** Routes over the running parts of the installation in a folder. */
  public BackupRoutes(EmbeddedHost host, Workspace workspace, Path root) {
    this.run = new BackupRun(host, workspace, root);
    this.workspace = workspace;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/backups",
            OPERATORS,
            "running",
            "Says how the last backup went, or how far it is.",
            Shape.of(BackupRun.State.class),
            request -> Reply.json(run.state())),
        Route.post(
            "/v1/backups",
            OPERATORS,
            "running",
            "Begins to back up everything into a new folder of the server's machine.",
            Shape.of(WhereBody.class),
            Shape.of(BackupRun.State.class),
            this::begin));
  }

  private Reply begin(Request request) {
    var target = folder(Json.read(request, BODY_BYTES_MAX, WhereBody.class));
    if (!run.begin(target)) {
      throw new HttpRefusal(Code.CONFLICT, "A backup is under way; wait until it is done.");
    }
    var by = request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
    workspace.audit().record(by, "backup.begun", "backup:store", "");
    return Reply.json(202, run.state());
  }

  private static Path folder(WhereBody body) {
    try {
      var named = body.folder() == null ? "" : body.folder();
      var folder = Path.of(named);
      if (folder.isAbsolute()) {
        return folder.normalize();
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw HttpRefusal.invalid(
        "folder", "Name a new folder on the server's machine by its absolute path.");
  }
}
