package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A colleague adds a passkey and comes back by it. The browser is a real one with an authenticator
 * inside that always confirms its owner, so every byte of the ceremony is the browser's own.
 */
final class PasskeyScreenTest {
  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  @BeforeAll
  static void adaHasAnAccount() {
    server.account("Ada", "operator");
  }

  @Test
  void aColleagueAddsAPasskeyAndSignsInByIt() {
    var page = withAuthenticator(browser.visit(byName("/")));
    signInByPassword(page);
    browser.noViolations(page);

    button(page, "Signed in as Ada").click();
    assertThat(page.getByText("A passkey signs you in")).isVisible();
    button(page, "Add a passkey").click();
    assertThat(page.getByText("Not used yet")).isVisible();
    browser.noViolations(page);
    button(page, "Sign out").click();

    button(page, "Sign in with a passkey").click();

    button(page, "Signed in as Ada").click();
    assertThat(page.getByText("Last used")).isVisible();
  }

  @Test
  void aPasskeyThatWasRemovedLetsNobodyIn() {
    browser.expects("401");
    var page = withAuthenticator(browser.visit(byName("/")));
    signInByPassword(page);
    button(page, "Signed in as Ada").click();
    var before = removing(page).count();
    button(page, "Add a passkey").click();
    assertThat(removing(page)).hasCount(before + 1);
    removing(page).last().click();
    browser.noViolations(page);
    button(page, "Keep it").click();
    assertThat(removing(page)).hasCount(before + 1);
    removing(page).last().click();
    button(page, "Remove it").click();
    assertThat(button(page, "Remove it")).hasCount(0);
    assertThat(removing(page)).hasCount(before);
    button(page, "Sign out").click();

    button(page, "Sign in with a passkey").click();

    assertThat(page.getByRole(AriaRole.ALERT)).hasText("No account here knows this passkey.");
    assertThat(button(page, "Sign in with a passkey")).isEnabled();
  }

  @Test
  void atAnAddressThatIsANumberThePasswordAloneIsAskedFor() {
    var page = browser.visit(server.url("/"));

    assertThat(button(page, "Sign in")).isVisible();
    assertThat(button(page, "Sign in with a passkey")).hasCount(0);
  }

  private static void signInByPassword(Page page) {
    page.getByLabel("E-mail").fill("ada@example.org");
    page.getByLabel("Password", new GetByLabelOptions().setExact(true)).fill(server.password());
    button(page, "Sign in").click();
    assertThat(button(page, "Signed in as Ada")).isVisible();
  }

  /** Passkeys are made for names, not for numbers. */
  private static String byName(String path) {
    return server.url(path).replace("127.0.0.1", "localhost");
  }

  private static Page withAuthenticator(Page page) {
    var inside = page.context().newCDPSession(page);
    inside.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var authenticator = new JsonObject();
    authenticator.add("options", options);
    inside.send("WebAuthn.addVirtualAuthenticator", authenticator);
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator removing(Page page) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Remove the passkey"));
  }
}
