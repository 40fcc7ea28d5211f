package cairn.server.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** A real browser: Chromium as the machine has it, or as CAIRN_CHROMIUM names it. */
final class Browser implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final List<String> errors = new ArrayList<>();

  private Browser(Path chromium) {
    playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
  }

  /** Starts one, or says why the screens are not looked at here. */
  static Browser start() {
    Assumptions.assumeTrue(
        Browser.class.getResource("/web/index.html") != null,
        "the screens are not built (-Dweb.skip or named tests), so they are not looked at");
    var chromium = chromium();
    Assumptions.assumeTrue(
        chromium.isPresent(),
        "no chromium on the PATH nor in CAIRN_CHROMIUM, so the screens are not looked at");
    return new Browser(chromium.orElseThrow());
  }

  private static Optional<Path> chromium() {
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

  /** A fresh visitor under the server's own security policy; what goes wrong is kept. */
  Page visit(String url) {
    return open(new NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900), url);
  }

  /** The same page as {@link #visit}, where the accessibility rules can be asked. */
  Page examine(String url, ColorScheme colours) {
    return open(
        new NewContextOptions()
            .setLocale("en-GB")
            .setViewportSize(1440, 900)
            .setColorScheme(colours)
            .setBypassCSP(true),
        url);
  }

  private Page open(NewContextOptions options, String url) {
    var page = browser.newContext(options).newPage();
    page.onPageError(errors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    page.navigate(url);
    return page;
  }

  /** Fails when the page breaks a rule of WCAG 2.2 AA that a machine can see. */
  void assertAccessible(Page page) {
    var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
    assertThat(
            found.stream()
                .map(rule ->
                    rule.getId()
                        + rule.getNodes().stream()
                            .map(node -> "\n  " + node.getTarget() + " " + node.getFailureSummary())
                            .collect(Collectors.joining()))
                .toList())
        .as(page.url())
        .isEmpty();
  }

  /** Fails when a script threw or the security policy held something back. */
  void assertNothingWentWrong() {
    assertThat(errors).isEmpty();
  }

  /** Closes what was opened, so that no page of one test asks the server of the next. */
  void leave() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    errors.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
