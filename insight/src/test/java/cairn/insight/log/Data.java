package cairn.insight.log;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of real logs, which is no part of the product. */
final class Data {

  private Data() {}

  /** A file of it; the test is left out, and says so, when the folder is absent. */
  static Path file(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "the data folder ../shared/data is absent, so " + name + " is not checked");
    throw new IllegalStateException("unreachable");
  }
}
