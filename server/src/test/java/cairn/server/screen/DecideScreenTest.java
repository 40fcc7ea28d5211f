package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rooms where it is settled what people are offered, in front of the real server. */
final class DecideScreenTest {
  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static Cookie ada;
  private static Cookie grace;

  @BeforeAll
  static void twoColleaguesAndSomebodyWithAPurpose() {
    ada = server.account("Ada", "operator", "designer", "helper");
    grace = server.account("Grace", "approver", "helper");
    server.happened("cleo", "Home interest shown");
    server.happened("dora", "Home interest shown");
    server.post(
        "/v1/people/user:cleo/purposes", "{\"text\":\"A door of my own\",\"kind\":\"own-home\"}");
    server.leavesExperiments("cleo");
  }

  @Test
  void whoeverIsTriedStaysFromTabToTabAndEveryRuleSaysWhatItDid() {
    var page = browser.visit(server.url("/decide"), ada);
    page.getByRole(AriaRole.SEARCHBOX, named("Find a person to try")).fill("cleo");
    button(page, "cleo").click();
    var panel = page.getByRole(AriaRole.COMPLEMENTARY, named("Try a person"));

    assertThat(panel).containsText("All there is");
    assertThat(panel).containsText("A door of my own");
    link(page, "Who it suits").click();

    assertThat(heading(page, "May we?")).isVisible();
    assertThat(panel).containsText("All there is");
    assertThat(page.getByText(Pattern.compile("Took out")).first()).isVisible();
    browser.noViolations(page);
  }

  @Test
  void anotherWeighingIsSupposedForThePersonTriedAndTakenBack() {
    var page = browser.visit(server.url("/decide/weighing?person=user:cleo"), ada);
    var table = page.getByRole(AriaRole.TABLE).first();
    assertThat(table).containsText("serves their purpose");
    var before = table.innerText();

    page.getByRole(AriaRole.SLIDER).fill("1");

    assertThat(page.getByText("This is supposed")).isVisible();
    assertThat(table.innerText()).isNotEqualTo(before);
    button(page, "As published").click();
    assertThat(page.getByText("This is supposed")).isHidden();
    assertThat(table.innerText()).isEqualTo(before);
  }

  @Test
  void aDecisionIsReadFromThePersonsPageInThreeDepthsAndMadeAgain() {
    server.post(
        "/v1/decisions", "{\"person\":\"cleo\",\"channel\":\"app\",\"placements\":[\"home\"]}");
    var page = browser.visit(server.url("/people/user:cleo"), ada);
    page.getByRole(AriaRole.LINK, named("Why?")).first().click();

    assertThat(page.getByText("Why this?")).isVisible();
    assertThat(heading(page, "Where everything stayed")).isVisible();
    assertThat(page.getByText("Drawn with")).isHidden();
    button(page, "A steward").click();
    assertThat(page.getByText("Drawn with")).isVisible();
    button(page, "The person").click();
    assertThat(heading(page, "Where everything stayed")).isHidden();

    button(page, "Make it again").click();
    assertThat(page.getByText("The same, to the last byte.")).isVisible();
    browser.noViolations(page);
  }

  @Test
  void aDryRunGoesThroughEverybodyAndSendsNothing() {
    var page = browser.visit(server.url("/decide/runs"), ada);

    button(page, "Begin the dry run").click();

    assertThat(page.getByText("Done").first()).isVisible();
    assertThat(page.getByText("dry run").first()).isVisible();
    assertThat(server.get("/v1/decisions/batch").json().at("/runs/0/queued").asInt()).isZero();
    browser.noViolations(page);
  }

  @Test
  void aChangeIsWrittenTriedLookedAtByAnotherAndRuns() {
    var page = browser.visit(server.url("/decide/drafts"), ada);
    page.getByLabel("What do you want to change?").fill("Weigh the person more");
    button(page, "Begin").click();
    button(page, "As text").click();
    button(page, "arbitration.yaml").click();
    var editor = page.getByRole(AriaRole.TEXTBOX, named("arbitration.yaml"));
    var good = editor.inputValue();

    editor.fill(good.replace("a: 0.4", "a: none"));
    assertThat(page.getByText("1 mistake")).isVisible();
    assertThat(button(page, "arbitration.yaml:1:4")).isVisible();
    assertThat(button(page, "Ask for a look")).isDisabled();
    editor.fill(good.replace("a: 0.4", "a: 0.2"));
    assertThat(page.getByText("1 file differs")).isVisible();
    browser.noViolations(page);

    button(page, "Try").click();
    button(page, "Try it").click();
    assertThat(page.getByText("Decided twice for")).isVisible();
    assertThat(heading(page, "Where everything stays")).isVisible();
    assertThat(heading(page, "Who gains and who loses, by segment")).isVisible();
    assertThat(heading(page, "Is it fair?")).isVisible();
    button(page, "Try it").click();
    assertThat(page.getByRole(AriaRole.LIST, named("Trials of this draft")).locator("> li"))
        .hasCount(2);
    browser.noViolations(page);
    page.setViewportSize(390, 844);
    browser.fitsAcross(page);
    page.setViewportSize(1280, 800);
    button(page, "Ask for a look").click();
    assertThat(page.getByText("somebody else must approve it")).isVisible();
    assertThat(button(page, "Approve")).isDisabled();

    var other = browser.visit(page.url(), grace);
    button(other, "Difference").click();
    assertThat(other.getByText("a: 0.2")).isVisible();
    browser.noViolations(other);
    button(other, "Approve").click();
    button(other, "Let it run").click();
    button(other, "Let it run: sure?").click();
    assertThat(other.locator("[aria-current=step]")).hasText("Live");

    assertThat(server.get("/v1/catalogue").json().at("/arbitration/a").asDouble()).isEqualTo(0.2);
    link(other, "Changes").click();
    button(other, "Let version 1 run again").click();
    button(other, "Yes, for everybody").click();
    assertThat(other.getByText("Version 3")).isVisible();
    assertThat(server.get("/v1/catalogue").json().at("/arbitration/a").asDouble()).isEqualTo(0.4);
  }

  @Test
  void whoIsInAControlArmIsToldSoAndTakenOutOfAllExperiments() {
    var decision = controlled();
    var page = browser.visit(server.url("/decisions/" + decision), ada);

    assertThat(page.getByText("To measure what").first()).isVisible();
    browser.noViolations(page);
    button(page, "Take them out of all experiments").click();
    assertThat(page.getByText("They have left")).isVisible();

    var person = server.get("/v1/decisions/" + decision).json().at("/person").asText();
    assertThat(decide(person).at("/arm").asText()).isEqualTo("full");
  }

  /** A decision for the first guest whom the fixed draw puts into a control arm. */
  private static String controlled() {
    for (int guest = 0; guest < 500; guest++) {
      server.happened("guest-" + guest, "Home interest shown");
      var decision = decide("guest-" + guest);
      if (!decision.at("/arm").asText().equals("full")) {
        return decision.at("/decision").asText();
      }
    }
    throw new AssertionError("nobody is in a control arm");
  }

  private static com.fasterxml.jackson.databind.JsonNode decide(String person) {
    return server
        .post(
            "/v1/decisions",
            "{\"person\":\"%s\",\"channel\":\"app\",\"placements\":[\"home\"]}".formatted(person))
        .json();
  }

  @Test
  void whatIsLeftOfALimitAcrossPeopleIsShownWhereLimitsAre() {
    var page = browser.visit(server.url("/decide/often"), ada);

    // How many are taken is left to what was decided for others of this class.
    var left = "\\d+ of 40 taken, \\d+ held ready for the next decisions, \\d+ left";
    assertThat(page.getByText(Pattern.compile(left))).isVisible();
    assertThat(page.getByText("All are there again")).isVisible();
    browser.noViolations(page);
  }

  @Test
  void modelsAndArmsAreReadWithoutAViolation() {
    for (var path : new String[] {"/decide/models", "/decide/arms", "/decide/drafts"}) {
      var page = browser.visit(server.url(path), ada);
      assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
      browser.noViolations(page);
      page.setViewportSize(375, 740);
      browser.fitsAcross(page);
    }
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(!name.equals("cleo"))).first();
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name)).first();
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name)).first();
  }
}
