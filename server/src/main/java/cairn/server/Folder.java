package cairn.server;

import java.nio.file.Path;

/**
 * Where one installation keeps its things. The store's own files lie in the folder itself.
 *
 * @param root the folder that {@code --store} names
 */
public record Folder(Path root) {
  public Folder {
    root = root.toAbsolutePath().normalize();
  }

  /** Accounts, keys, boards. */
  public Path workspace() {
    return root.resolve("workspace.db");
  }

  /** Counts and search; can be deleted at any time. */
  public Path projections() {
    return root.resolve("projections.db");
  }

  /** Up to when schedules were served. */
  public Path rounds() {
    return root.resolve("rounds");
  }

  /** The key of links to people's own pages. */
  public Path own() {
    return root.resolve("own.key");
  }

  /** Models, outbound runs and the key of response tokens. */
  public Path deciding() {
    return root.resolve("deciding");
  }
}
