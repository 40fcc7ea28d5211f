package cairn.server.command;

import cairn.insight.log.ImportCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Optional;

/** Where an import stopped, in a small file in the store's folder, one for each log's name. */
final class CursorFile {
  private final Path file;

  CursorFile(Path store, String source) {
    file =
        store
            .resolve("imports")
            .resolve(
                cairn.server.imports.ObservedBlueprint.slug(source, new HashSet<>()) + ".cursor");
  }

  Optional<ImportCursor> read() throws IOException {
    return Files.exists(file) ? ImportCursor.parse(Files.readString(file)) : Optional.empty();
  }

  void write(ImportCursor cursor) throws IOException {
    Files.createDirectories(file.getParent());
    var partial = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(partial, cursor.asText());
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
