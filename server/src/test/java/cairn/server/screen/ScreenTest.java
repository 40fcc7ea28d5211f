package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person sees of journeys and people in a real browser in front of the real server. */
final class ScreenTest {
  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  @BeforeAll
  static void somePeopleAreOnTheirWay() {
    server.happened("ada", "Home interest shown");
    server.happened("ben", "Home interest shown");
    server.happened("cleo", "Home interest shown");
    server.happened("cleo", "Viewing booked");
  }

  @Test
  void whoComesFirstSeesTheJourneysThatRunAndOpensOne() {
    var page = browser.visit(server.url("/"));

    assertThat(heading(page, "On the way now")).isVisible();
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("First home")).click();

    assertThat(heading(page, "First home")).isVisible();
    assertThat(page.locator("[data-id=wish]")).containsText("2");
  }

  @Test
  void theCanvasFollowsWhatHappensWithoutBeingLoadedAgain() {
    var page = browser.visit(server.url("/journeys/first-home"));
    assertThat(page.locator("[data-id=papers]")).containsText("0");

    server.happened("dora", "Home interest shown");
    server.happened("dora", "A_PREACCEPTED");

    assertThat(page.locator("[data-id=papers]")).containsText("1");
  }

  @Test
  void aPersonIsFoundByWhatTheyAreCalledAndTheirStoryIsRead() {
    var page = browser.visit(server.url("/people"));

    page.getByRole(AriaRole.SEARCHBOX).fill("ada");
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("ada")).first().click();

    assertThat(heading(page, "Story")).isVisible();
    assertThat(page.getByText("The journey First home began")).isVisible();
  }

  @Test
  void whatAPersonSaidOfTheirJourneyIsNotedAndCanBeTakenBack() {
    server.happened("finn", "Home interest shown");
    server.happened("finn", "Viewing booked");
    var page = browser.visit(server.url("/people/user:finn"));

    button(page, "Not now").click();
    button(page, "Let it rest").click();
    assertThat(page.getByText("Not now; again on")).isVisible();
    button(page, "Go on").click();
    button(page, "No, end it").click();
    browser.noViolations(page);
    page.getByLabel("In their words, if they said why").fill("too far from my mother");
    button(page, "End it").click();

    assertThat(page.getByText("too far from my mother").first()).isVisible();
    assertThat(page.getByText("You said no to First home")).isVisible();
    button(page, "Open it again").click();
    assertThat(button(page, "Not now")).isVisible();
    assertThat(page.getByText("First home was opened again")).isVisible();
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
    assertThat(page.locator("[data-id=wish]")).isVisible();
    page.keyboard().press("v");
    assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
  }

  @Test
  void noScreenBreaksARuleOfAccessibilityInLightOrDark() {
    for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      var page = browser.visit(server.url("/"), Browser.desktop().setColorScheme(colours));
      for (var path :
          new String[] {
            "/",
            "/journeys/first-home",
            "/journeys/first-home?view=list",
            "/journeys/first-home?step=wish",
            "/people",
            "/people/user:ada"
          }) {
        page.navigate(server.url(path));
        assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        browser.noViolations(page);
      }
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name)).first();
  }
}
