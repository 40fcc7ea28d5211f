package cairn.workspace;

import cairn.workspace.sql.DatabasePlace.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of drafts on a file of SQLite. */
final class SqliteDraftTest extends DraftContract {
  @TempDir Path folder;

  @Override
  Workspace openEmpty() {
    return Workspace.open(new SqliteFile(folder.resolve("workspace.db")), clock);
  }
}
