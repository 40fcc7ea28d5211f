package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A colleague at a desk: who waits for a team, and what came of it. */
final class DeskScreenTest {
  /** The list is read again every ten seconds. */
  private static final double READ_AGAIN_MILLIS = 30_000;

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  @Test
  void whatCameOfATaskIsSaidByOnePressAndTheJourneyGoesOn() {
    var page = browser.visit(server.url("/desk"), Browser.phone());
    assertThat(heading(page, "Nobody waits for a colleague")).isVisible();
    browser.noViolations(page);

    server.happened("gina", "A_SUBMITTED");
    server.happened("gina", "W_Beoordelen fraude");
    assertThat(page.getByText("The bank has a question"))
        .isVisible(new IsVisibleOptions().setTimeout(READ_AGAIN_MILLIS));
    browser.fitsAcross(page);
    browser.noViolations(page);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("cleared")).click();

    assertThat(heading(page, "Nobody waits for a colleague")).isVisible();
    page.navigate(server.url("/people/user:gina"));
    assertThat(page.getByText("The bank prepares an offer").first()).isVisible();
    assertThat(page.getByText("Because a colleague noted: cleared")).isVisible();
  }

  @Test
  void whomTheirJourneyTookOnMeanwhileStandsApartUnderTheSameTeam() {
    server.happened("hugo", "A_SUBMITTED");
    server.happened("hugo", "W_Beoordelen fraude");
    server.happened("hugo", "A_ACCEPTED");

    var page = browser.visit(server.url("/desk"), Browser.phone());
    assertThat(heading(page, "Went on meanwhile")).isVisible();
    assertThat(page.getByText("The bank prepares an offer")).isVisible();
    browser.fitsAcross(page);
    browser.noViolations(page);

    page.getByLabel("What came of it").last().fill("Called, all is clear");
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Done")).click();
    assertThat(heading(page, "Nobody waits for a colleague")).isVisible();
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name)).first();
  }
}
