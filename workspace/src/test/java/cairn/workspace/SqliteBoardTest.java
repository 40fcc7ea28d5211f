package cairn.workspace;

import cairn.workspace.sql.DatabasePlace.SqliteFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract of boards on a file of SQLite. */
final class SqliteBoardTest extends BoardContract {
  @TempDir Path folder;

  @Override
  Workspace openEmpty() {
    return Workspace.open(new SqliteFile(folder.resolve("workspace.db")), clock);
  }
}
