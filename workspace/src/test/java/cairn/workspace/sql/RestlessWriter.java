package cairn.workspace.sql;

import cairn.workspace.sql.DatabasePlace.SqliteFile;
import java.nio.file.Path;

/** A process that writes numbered rows until it is killed, and says which of them are on disk. */
final class RestlessWriter {
  private RestlessWriter() {}

  public static void main(String[] args) {
    try (var database = Database.open(new SqliteFile(Path.of(args[0])))) {
      for (var i = 1; ; i++) {
        var number = i;
        database.write(transaction -> OpeningTest.addKey(transaction, "k" + number));
        System.out.println("written " + number);
        System.out.flush();
      }
    }
  }
}
