package cairn.workspace;

import cairn.workspace.sql.DatabasePlace.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a file of SQLite. */
final class SqliteWorkspaceTest extends WorkspaceContract {
  @TempDir Path folder;

  @Override
  Workspace openEmpty() {
    return Workspace.open(new SqliteFile(folder.resolve("deep/workspace.db")), clock);
  }
}
