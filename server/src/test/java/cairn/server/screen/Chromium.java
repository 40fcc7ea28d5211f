package cairn.server.screen;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The one Chromium of a test run: as the machine has it, or as CAIRN_CHROMIUM names it. */
final class Chromium implements AutoCloseable {
  /** What there is before any is started. */
  static final Chromium NONE = new Chromium(null, null);

  /** How long what a test expects may take to be seen, on a machine that does much else. */
  private static final double PATIENCE_MILLIS = 20_000;

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final @Nullable Playwright playwright;
  private final com.microsoft.playwright.@Nullable Browser browser;

  private Chromium(
      @Nullable Playwright playwright, com.microsoft.playwright.@Nullable Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or says why the screens are not looked at here. */
  static Chromium start() {
    Assumptions.assumeTrue(
        Chromium.class.getResource("/web/index.html") != null,
        "the screens are not built (-Dweb.skip or named tests), so they are not looked at");
    var program = program();
    Assumptions.assumeTrue(
        program.isPresent(),
        "no chromium on the PATH nor in CAIRN_CHROMIUM, so the screens are not looked at");
    var playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    var options = new LaunchOptions().setExecutablePath(program.orElseThrow()).setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  com.microsoft.playwright.Browser browser() {
    if (browser == null) {
      throw new IllegalStateException("register the browser as a static extension of the test");
    }
    return browser;
  }

  private static Optional<Path> program() {
    var named = System.getenv("CAIRN_CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (var folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
      for (var name : List.of("chromium", "chromium-browser", "google-chrome")) {
        var file = Path.of(folder, name);
        if (Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    if (browser != null && playwright != null) {
      browser.close();
      playwright.close();
    }
  }
}
