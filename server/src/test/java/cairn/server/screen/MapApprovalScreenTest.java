package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two colleagues at two browsers let a map run for real: one asks, the other looks. */
final class MapApprovalScreenTest {
  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  @Test
  void oneAsksWithTheKeysAloneAndTheOtherLetsItRun() {
    var omar = server.account("Omar", "operator");
    var olga = server.account("Olga", "operator");
    var asking = browser.visit(server.url("/maps"), olga);
    asking.getByRole(AriaRole.BUTTON, named("Patient visit")).click();
    new MapOnScreen(asking).isThere();
    String live = asking.url() + "/live";
    asking.navigate(live);
    focus(asking, "For real");
    asking.keyboard().press("Enter");
    assertThat(asking.getByText("For real takes two")).isVisible();
    browser.noViolations(asking);
    focus(asking, "Ask for approval");
    asking.keyboard().press("Enter");
    assertThat(asking.getByText("You asked on")).isVisible();
    assertThat(new MapOnScreen(asking).button("Approve and publish")).isDisabled();

    var looking = browser.visit(live, omar);
    looking.getByText("For real", new GetByTextOptions().setExact(true)).click();
    assertThat(looking.getByText("Olga asked on")).isVisible();
    browser.noViolations(looking);
    focus(looking, "Approve and publish");
    looking.keyboard().press("Enter");
    focus(looking, "Publish for real");
    looking.keyboard().press("Enter");

    assertThat(looking.getByText("It runs, as version")).isVisible();
    assertThat(looking.getByText("Exactly this runs already.")).isVisible();
  }

  private static void focus(Page page, String button) {
    var found = new MapOnScreen(page).button(button);
    assertThat(found).isVisible();
    found.focus();
  }
}
