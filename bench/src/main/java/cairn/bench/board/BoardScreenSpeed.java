package cairn.bench.board;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A board in Chromium: the processor time of the page's main thread, as Chromium itself counts it,
 * for opening the board's address and for one step of dragging a note. Each is the median of
 * several rounds; the first round, which fills caches, is left out.
 */
final class BoardScreenSpeed {
  private static final int ROUNDS = 6;
  private static final int STEPS = 120;
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** Resolves two frames after something is there, so that it has been painted. */
  private static final String PAINTED =
      """
      count => new Promise(done => {
        const look = () => document.querySelectorAll('[data-card]').length >= count
          ? requestAnimationFrame(() => requestAnimationFrame(done))
          : requestAnimationFrame(look)
        look()
      })
      """;

  /**
   * What was measured.
   *
   * @param firstMillis until the first screenful of notes is painted
   * @param allMillis until every note is in the document
   * @param dragMillis one step of a drag
   */
  record Screen(double firstMillis, double allMillis, double dragMillis) {}

  private BoardScreenSpeed() {}

  /** Measures; empty where there is no Chromium or the screens are not built. */
  static Optional<Screen> measure(String url, String board, int notes) {
    var program = program();
    if (program.isEmpty() || BoardScreenSpeed.class.getResource("/web/index.html") == null) {
      return Optional.empty();
    }
    var create = new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    try (var playwright = Playwright.create(create);
        var browser =
            playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program.get()).setArgs(FLAGS))) {
      var first = new double[ROUNDS];
      var all = new double[ROUNDS];
      var drag = new double[ROUNDS];
      try (var context =
          browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
        for (int round = 0; round < ROUNDS; round++) {
          try (var page = context.newPage()) {
            var devtools = page.context().newCDPSession(page);
            var clock = new JsonObject();
            clock.addProperty("timeDomain", "threadTicks");
            devtools.send("Performance.enable", clock);
            double before = millis(devtools);
            page.navigate(url + "/maps/" + board);
            page.evaluate(PAINTED, 1);
            first[round] = millis(devtools) - before;
            page.evaluate(PAINTED, notes);
            all[round] = millis(devtools) - before;
            drag[round] = drag(page, devtools);
          }
        }
      }
      return Optional.of(new Screen(median(first), median(all), median(drag)));
    }
  }

  private static double drag(Page page, CDPSession devtools) {
    var box = page.locator("[data-card]").first().boundingBox();
    double x = box.x + box.width / 2;
    double y = box.y + box.height / 2;
    page.mouse().move(x, y);
    page.mouse().down();
    page.mouse().move(x + 8, y + 8);
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => done()))");
    if (page.locator("[data-lifted]").count() != 1) {
      throw new IllegalStateException("the note was not lifted");
    }
    double before = millis(devtools);
    for (int step = 1; step <= STEPS; step++) {
      // Over columns and notes and back, away from the edges where the board scrolls by itself.
      double angle = 2 * Math.PI * step / STEPS;
      page.mouse().move(x + 8 + 350 * (1 - Math.cos(angle)), y + 8 + 120 * Math.sin(angle));
    }
    double spent = millis(devtools) - before;
    page.keyboard().press("Escape");
    page.mouse().up();
    return spent / STEPS;
  }

  /** What the main thread has spent on tasks so far. */
  private static double millis(CDPSession devtools) {
    for (var metric : devtools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
        return metric.getAsJsonObject().get("value").getAsDouble() * 1_000;
      }
    }
    throw new IllegalStateException("Chromium does not tell what its main thread spent");
  }

  private static double median(double[] rounds) {
    var warm = Arrays.copyOfRange(rounds, 1, rounds.length);
    Arrays.sort(warm);
    return warm[warm.length / 2];
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
}
