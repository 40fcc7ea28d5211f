import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What Maven asks of node: {@code install}, {@code build} or {@code test}. A step whose inputs are
 * older than its result is left out, except under CI=true. Runs as a single source file, so the
 * same lines serve Linux, macOS and Windows.
 */
final class Web {
  private static final String NODE_NEEDED =
      "Cairn's screens are built with node 20.19 or newer (even releases; 22.12 and up in the 22"
          + " line), and %s. Install it from your package manager or nodejs.org, or leave the"
          + " screens out with -Dweb.skip=true.";
  private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
  private static final boolean CI = "true".equals(System.getenv("CI"));
  private static final Path INSTALLED = Path.of("node_modules", ".package-lock.json");
  private static final Path BUILT = Path.of("target", "classes", "web", "index.html");
  private static final List<String> SETTINGS =
      List.of(
          "package.json",
          "package-lock.json",
          "openapi.json",
          "tsconfig.json",
          "eslint.config.js",
          "vite.config.ts",
          "index.html");

  public static void main(String[] args) throws IOException, InterruptedException {
    switch (args[0]) {
      case "install" -> install();
      case "build" -> build();
      case "test" -> test(args.length > 1 && "true".equals(args[1]));
      default -> throw new IllegalArgumentException("install, build or test, not " + args[0]);
    }
  }

  private static void install() throws IOException, InterruptedException {
    requireNode();
    if (CI || isOlder(INSTALLED, List.of(Path.of("package-lock.json")))) {
      npm("ci", "--prefer-offline");
    }
  }

  private static void build() throws IOException, InterruptedException {
    if (CI || isOlder(BUILT, sources())) {
      npm("run", "--silent", "build");
    }
  }

  private static void test(boolean skipped) throws IOException, InterruptedException {
    if (!skipped) {
      npm("test", "--silent");
    }
  }

  private static void requireNode() throws InterruptedException {
    String version;
    try {
      var node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      version = new String(node.getInputStream().readAllBytes()).strip();
      node.waitFor();
    } catch (IOException absent) {
      fail(NODE_NEEDED.formatted("node was not found on the PATH"));
      return;
    }
    var parts = version.replaceFirst("^v", "").split("\\.");
    int major = Integer.parseInt(parts[0]);
    int minor = Integer.parseInt(parts[1]);
    boolean enough = (major == 20 && minor >= 19) || (major == 22 && minor >= 12) || major > 22;
    if (!enough) {
      fail(NODE_NEEDED.formatted("node here is " + version));
    }
  }

  private static List<Path> sources() throws IOException {
    var all = new ArrayList<Path>();
    for (var folder : List.of("src", "scripts", "public")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (var walk = Files.walk(Path.of(folder))) {
          walk.forEach(all::add);
        }
      }
    }
    SETTINGS.stream().map(Path::of).forEach(all::add);
    return all;
  }

  private static boolean isOlder(Path result, List<Path> inputs) throws IOException {
    if (!Files.exists(result)) {
      return true;
    }
    FileTime made = Files.getLastModifiedTime(result);
    for (var input : inputs) {
      if (Files.getLastModifiedTime(input).compareTo(made) > 0) {
        return true;
      }
    }
    return false;
  }

  private static void npm(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(WINDOWS ? "npm.cmd" : "npm");
    command.addAll(List.of(arguments));
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      fail("web: npm " + String.join(" ", arguments) + " ended with " + code + ".");
    }
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(1);
  }
}
