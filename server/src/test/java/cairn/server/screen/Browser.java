package cairn.server.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * People at browsers, for a test class that registers it as a static extension. All of them share
 * one Chromium, each with cookies and storage of their own.
 *
 * <p>A test fails when a page of it threw, logged an error or was answered by one, unless the test
 * said beforehand that it {@linkplain #expects expects} that. When a test fails, a picture of every
 * page it had open lies in {@code target/screens}. After each test all pages are closed.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback {
  /**
   * What fades in has no contrast yet: resolves once it is there, at the latest in half a second.
   */
  private static final String AT_REST =
      "Promise.race([Promise.all(document.getAnimations().map(a => a.finished)),"
          + " new Promise(resolve => setTimeout(resolve, 500))]).then(() => null, () => null)";

  private static final Path PICTURES = Path.of("target", "screens");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final double FIRST_ERROR = 400;

  private final List<String> wrong = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private Chromium chromium = Chromium.NONE;

  @Override
  public void beforeAll(ExtensionContext context) {
    chromium =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
  }

  /** A big screen, read in English. */
  public static NewContextOptions desktop() {
    return new NewContextOptions().setLocale("en-GB").setViewportSize(1440, 900);
  }

  /** A small phone, held upright and touched. */
  public static NewContextOptions phone() {
    return new NewContextOptions()
        .setLocale("en-GB")
        .setViewportSize(375, 740)
        .setDeviceScaleFactor(2)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  /** A fresh visitor at a big screen. */
  public Page visit(String url) {
    return visit(url, desktop());
  }

  /** A fresh visitor at a screen of some kind. */
  public Page visit(String url, NewContextOptions options) {
    var page = open(options).newPage();
    page.navigate(url);
    return page;
  }

  /** A colleague who has signed in already, by the cookie of their session, at a big screen. */
  public Page visit(String url, Cookie session) {
    return visit(url, session, desktop());
  }

  /** A colleague who has signed in already, at a screen of some kind. */
  public Page visit(String url, Cookie session, NewContextOptions options) {
    var context = open(options);
    context.addCookies(List.of(session));
    var page = context.newPage();
    page.navigate(url);
    return page;
  }

  private BrowserContext open(NewContextOptions options) {
    var context = chromium.browser().newContext(options);
    contexts.add(context);
    context.onWebError(error -> wrong.add("threw " + error.error()));
    context.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        wrong.add("logged " + message.text() + " at " + message.location());
      }
    });
    context.onResponse(answer -> {
      if (answer.status() >= FIRST_ERROR) {
        wrong.add("was answered " + answer.status() + " by " + answer.url());
      }
    });
    context.onRequestFailed(request -> {
      // A page that is left drops what it asked for.
      if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
        wrong.add("got no answer (" + request.failure() + ") from " + request.url());
      }
    });
    return context;
  }

  /** Lets the rest of this test pass over errors that hold one of these words. */
  public void expects(String... words) {
    expected.addAll(List.of(words));
  }

  /** Fails when the page breaks a rule of WCAG 2.2 AA that a machine can see. */
  public void noViolations(Page page) {
    page.evaluate(AT_REST);
    var found = new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations();
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

  /** Fails when a page asks to be scrolled sideways. */
  public void fitsAcross(Page page) {
    var over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(((Number) over).intValue()).as("pixels too wide: " + page.url()).isNotPositive();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    var name =
        context.getRequiredTestClass().getSimpleName()
            + "-"
            + context.getRequiredTestMethod().getName();
    var unexpected =
        wrong.stream().filter(one -> expected.stream().noneMatch(one::contains)).toList();
    if (context.getExecutionException().isPresent() || !unexpected.isEmpty()) {
      takePictures(name);
    }
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    wrong.clear();
    expected.clear();
    assertThat(unexpected).as("what went wrong in the pages of " + name).isEmpty();
  }

  private void takePictures(String name) {
    int number = 0;
    for (var context : contexts) {
      for (var page : context.pages()) {
        number++;
        try {
          page.screenshot(
              new ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + number + ".png")));
        } catch (PlaywrightException e) {
          System.err.println("No picture of page " + number + " of " + name + ".");
        }
      }
    }
  }
}
