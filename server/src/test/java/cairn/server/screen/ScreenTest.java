package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cairn.server.RunningServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees in a real browser in front of the real server. */
class ScreenTest {
  private static Browser browser;

  @TempDir Path folder;
  private RunningServer server;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
    happened("ada", "looked");
    happened("ben", "looked");
  }

  @AfterEach
  void stop() {
    browser.leave();
    server.close();
  }

  @Test
  void whoComesFirstSeesTheJourneysThatRunAndOpensOne() {
    var page = browser.visit(server.url("/"));

    assertThat(heading(page, "On the way now")).isVisible();
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("First home")).click();

    assertThat(heading(page, "First home")).isVisible();
    assertThat(page.locator("[data-id=looking]")).containsText("2");
    browser.assertNothingWentWrong();
  }

  @Test
  void theCanvasFollowsWhatHappensWithoutBeingLoadedAgain() {
    var page = browser.visit(server.url("/journeys/first-home"));
    assertThat(page.locator("[data-id=visiting]")).containsText("0");

    happened("ada", "visit_booked");

    assertThat(page.locator("[data-id=visiting]")).containsText("1");
    browser.assertNothingWentWrong();
  }

  @Test
  void aPersonIsFoundByWhatTheyAreCalledAndTheirStoryIsRead() {
    var page = browser.visit(server.url("/people"));

    page.getByRole(AriaRole.SEARCHBOX).fill("ada");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("ada")).first().click();

    assertThat(heading(page, "Story")).isVisible();
    assertThat(page.getByText("The journey First home began")).isVisible();
    browser.assertNothingWentWrong();
  }

  @Test
  void everythingCanBeReachedFromTheKeyboard() {
    var page = browser.visit(server.url("/"));
    assertThat(heading(page, "On the way now")).isVisible();

    page.keyboard().press("Control+k");
    assertThat(page.getByRole(AriaRole.COMBOBOX)).isFocused();
    page.keyboard().type("first");
    assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("First home");
    page.keyboard().press("Enter");

    page.waitForURL("**/journeys/first-home");
    assertThat(page.locator("[data-id=looking]")).isVisible();
    page.keyboard().press("v");
    assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
  }

  @Test
  void noScreenBreaksARuleOfAccessibilityInLightOrDark() {
    for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (var path :
          new String[] {
            "/",
            "/journeys/first-home",
            "/journeys/first-home?view=list",
            "/journeys/first-home?step=looking",
            "/people",
            "/people/user:ada"
          }) {
        var page = browser.examine(server.url(path), colours);
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        browser.assertAccessible(page);
        page.context().close();
      }
    }
  }

  private void happened(String person, String name) {
    server.post("/v1/events", "{\"person\":\"" + person + "\",\"name\":\"" + name + "\"}");
  }

  private static com.microsoft.playwright.Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name)).first();
  }
}
