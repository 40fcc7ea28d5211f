package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.ShippedBlueprints;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The catalogue changed by somebody who writes no code, in front of the real server. */
final class DraftFormsScreenTest {
  private static final String LENDING = "actions/borrowing.yaml";
  private static final String RULES = "policies/all.yaml";

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static Cookie ada;
  private static Cookie grace;

  @BeforeAll
  static void twoColleaguesAndSomebodyToTryOn() {
    ada = server.account("Ada", "operator", "designer", "helper");
    grace = server.account("Grace", "approver", "helper");
    server.happened("cleo", "Home interest shown");
    server.post(
        "/v1/people/user:cleo/purposes", "{\"text\":\"A door of my own\",\"kind\":\"own-home\"}");
    server.leavesExperiments("cleo");
  }

  @Test
  void aValueALeverAndARuleAreChangedByFormLookedAtByAnotherRunAndGoBack() {
    var page = begun("See loans sooner");
    button(page, "Try a person").click();
    page.getByRole(AriaRole.SEARCHBOX, named("Find a person to try")).fill("cleo");
    page.getByRole(AriaRole.BUTTON, named("cleo")).first().click();
    row(page, "See what I could borrow").click();

    // What a value gives is told for the person tried, while it is typed.
    field(page, "To the organisation").fill("20.0 + 25.0");
    assertThat(page.getByText("it gives 45.")).isVisible();
    field(page, "Our own weight, in percent").fill("10");
    field(page, "Our own weight, in percent").press("Tab");
    assertThat(page.getByText("With 5 for the issue and 5 for the group: times 1.2.")).isVisible();
    assertThat(page.getByText("1 file differs")).isVisible();
    assertThat(text(page, LENDING))
        .isEqualTo(
            running(LENDING)
                .replaceFirst("valueOrganisation: 60", "valueOrganisation: 20.0 + 25.0")
                .replaceFirst("( +)(valuePerson: \"has\\(person.budget.*\n)", "$1$2$1lever: 10\n"));

    // A rule begins with what is missing named at its field.
    button(page, "Write a rule for this action").click();
    assertThat(page.getByText("Not filled in yet.")).hasCount(2);
    field(page, "Holds for whom").fill("person.agee > 25");
    assertThat(page.getByText("Character 8: person has no agee here. Did you mean age?"))
        .isVisible();
    assertThat(field(page, "Holds for whom")).hasAttribute("aria-invalid", "true");
    assertThat(button(page, "Ask for a look")).isDisabled();
    field(page, "Holds for whom").fill("person.age > 25");
    assertThat(page.getByText("Not known for cleo, which counts as no.")).isVisible();
    field(page, "What a person hears").fill("This is for people over 25.");
    field(page, "What a person hears").press("Tab");
    assertThat(page.getByText("2 files differ")).isVisible();
    browser.noViolations(page);
    assertThat(text(page, RULES))
        .startsWith(running(RULES).substring(0, running(RULES).indexOf("contacts:")))
        .contains(
            """
              first-look-rule:
                test: eligibility
                action: first-look
                owner: Loans
                when: person.age > 25
                sentence: This is for people over 25.
            contacts:
            """);

    button(page, "Difference").click();
    var words = page.getByRole(AriaRole.REGION, named("In words"));
    assertThat(words).containsText("Action “See what I could borrow”");
    assertThat(words).containsText("value to the organisation 60 → 20.0 + 25.0");
    assertThat(words).containsText("weight in percent 10");
    assertThat(words).containsText("Rule “This is for people over 25.”");
    button(page, "Try").click();
    button(page, "Try it").click();
    assertThat(page.getByText("Decided twice for")).isVisible();
    button(page, "Ask for a look").click();
    assertThat(button(page, "Approve")).isDisabled();

    var other = browser.visit(page.url(), grace);
    button(other, "Approve").click();
    button(other, "Let it run").click();
    button(other, "Let it run: sure?").click();
    assertThat(other.locator("[aria-current=step]")).hasText("Live");
    assertThat(lever("first-look")).isEqualTo(10);

    other.getByRole(AriaRole.LINK, named("Changes")).first().click();
    letTheFirstRunAgain(other);
    assertThat(lever("first-look")).isZero();
  }

  @Test
  void anIssueAGroupAndAMovedActionGoThroughTheDiffATryAndAnotherToRunAndBack() {
    var page = begun("Figures of their own");
    page.getByText("Add an issue").click();
    field(page, "What should the issue be called?").fill("Seeing clearly");
    field(page, "What should the issue be called?").press("Enter");
    assertThat(page.getByText("An issue is divided into groups.")).isVisible();
    field(page, "Another group").fill("Figures");
    field(page, "Another group").press("Enter");
    assertThat(page.getByText("Nothing here yet. Open an action")).isVisible();
    browser.noViolations(page);

    row(page, "See what I could borrow").click();
    page.getByLabel("Group").selectOption("figures");
    button(page, "Move").click();
    assertThat(page.getByText("Seeing clearly › Figures").first()).isVisible();
    page.getByLabel("Put an action into it").selectOption("papers-ready");
    assertThat(button(page, "Take out Have my papers ready")).hasCount(0);
    button(page, "Put in").click();
    assertThat(button(page, "Take out Have my papers ready")).isVisible();
    assertThat(page.getByText("2 files differ")).isVisible();
    var said = running(LENDING);
    var from = said.indexOf("      first-look:");
    var until = said.indexOf("      apply-online:");
    assertThat(text(page, LENDING)).isEqualTo(said.substring(0, from) + said.substring(until));
    assertThat(text(page, "actions/seeing-clearly.yaml"))
        .isEqualTo(
            "issue: seeing-clearly\nname: Seeing clearly\ngroups:\n  figures:\n"
                + "    name: Figures\n    actions:\n"
                + said.substring(from, until)
                    .replaceFirst("( +)(journey: .*\n)", "$1$2$1bundle: [papers-ready]\n")
                    .stripTrailing()
                + "\n");
    browser.noViolations(page);

    button(page, "Difference").click();
    var words = page.getByRole(AriaRole.REGION, named("In words"));
    assertThat(words).containsText("Moves from “The loan” to “Figures”.");
    assertThat(words).containsText("bundle papers-ready");
    button(page, "Try").click();
    button(page, "Try it").click();
    assertThat(page.getByText("Decided twice for")).isVisible();
    button(page, "Ask for a look").click();

    var other = browser.visit(page.url(), grace);
    var before = groupOf("first-look");
    button(other, "Approve").click();
    button(other, "Let it run").click();
    button(other, "Let it run: sure?").click();
    assertThat(other.locator("[aria-current=step]")).hasText("Live");
    assertThat(before + " > " + groupOf("first-look")).isEqualTo("loan > figures");

    other.getByRole(AriaRole.LINK, named("Changes")).first().click();
    letTheFirstRunAgain(other);
    assertThat(groupOf("first-look")).isEqualTo("loan");
  }

  @Test
  void aChannelAndWhatModelsSeeAreChangedByFormAndAMistakeStandsAtItsField() {
    var page = begun("Letters");
    button(page, "Channels").click();
    field(page, "Another channel").fill("Letter");
    field(page, "Another channel").press("Enter");
    assertThat(heading(page, "Letter")).isVisible();
    page.getByLabel("How it reaches people").selectOption("email");
    assertThat(page.getByText("Mail needs an address.")).isVisible();
    page.getByLabel("Attribute with the address").selectOption("email");
    assertThat(page.getByText("Mail needs an address.")).hasCount(0);
    button(page, "Add a limit").click();
    field(page, "At most so many times").fill("99");
    field(page, "At most so many times").press("Tab");
    assertThat(page.getByText("This is beyond a bound.")).isVisible();
    field(page, "At most so many times").fill("2");
    field(page, "At most so many times").press("Tab");
    assertThat(page.getByText("This is beyond a bound.")).hasCount(0);
    browser.noViolations(page);
    row(page, "Branch").click();
    field(page, "What people call “table”").fill("At our table");
    field(page, "What people call “table”").press("Tab");
    row(page, "Website").click();
    field(page, "What people call “start”").fill("Beside an article");
    field(page, "What people call “start”").press("Tab");
    assertThat(page.getByText("Another placement of this channel is called")).isVisible();
    field(page, "What people call “start”").fill("Start page");
    field(page, "What people call “start”").press("Tab");
    assertThat(page.getByText("Another placement of this channel is called")).hasCount(0);

    button(page, "What models see").click();
    page.getByLabel("Look at something more").selectOption("person.age");
    button(page, "Look at it").click();
    assertThat(page.getByText("age is a protected attribute")).isVisible();
    field(page, "Why models may look at it, and who decided it").fill("Law asks for it.");
    field(page, "Why models may look at it, and who decided it").press("Tab");
    assertThat(page.getByText("2 files differ")).isVisible();
    browser.noViolations(page);
    assertThat(problems(page)).isEmpty();
    assertThat(text(page, "features.yaml"))
        .isEqualTo(
            running("features.yaml").stripTrailing()
                + "\n  - name: person.age\n    declared: Law asks for it.\n");
    assertThat(text(page, "channels.yaml"))
        .startsWith(
            running("channels.yaml")
                .replace("{table: At the table}", "{table: At our table}")
                .stripTrailing())
        .contains("  letter:\n    name: Letter\n    kind: email\n");
    button(page, "Difference").click();
    assertThat(page.getByRole(AriaRole.REGION, named("In words"))).containsText("Channel “Letter”");
  }

  @Test
  void whatIsTakenOutAndRefusedStaysWithTheReason() {
    browser.expects("ERR_FAILED");
    var page = begun("Out, if it can be");
    button(page, "Who it suits").click();
    button(page, "Write a rule").click();
    field(page, "What a person hears").fill("This is for a while.");
    field(page, "What a person hears").press("Tab");
    assertThat(row(page, "This is for a while.")).hasCount(1);
    page.route(
        "**/v1/drafts/*/edits",
        route -> {
          if (route.request().postData().contains("\"take\"")) {
            route.abort();
          } else {
            route.resume();
          }
        });
    button(page, "Take it out").click();

    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(heading(page, "This is for a while.")).isVisible();
    page.unroute("**/v1/drafts/*/edits");
    button(page, "Take it out").click();
    assertThat(heading(page, "This is for a while.")).hasCount(0);
    assertThat(row(page, "This is for a while.")).hasCount(0);
  }

  @Test
  void twoTicksInOneBreathBothHold() {
    var page = begun("Two at once");
    row(page, "See what I could borrow").click();
    var placements = page.getByRole(AriaRole.GROUP, named("Placements")).first();
    var boxes = placements.getByRole(AriaRole.CHECKBOX);
    assertThat(boxes).hasCount(3);
    page.evaluate(
        "() => document.querySelectorAll('fieldset').forEach(set => {"
            + "if (set.querySelector('legend')?.textContent !== 'Placements') return;"
            + "const open = [...set.querySelectorAll('input:not(:checked)')];"
            + "const done = [...set.querySelectorAll('input:checked')];"
            + "if (open.length > 0 && done.length > 0) { open[0].click(); done[0].click() } })");

    assertThat(placements.getByLabel("Beside the application")).isChecked();
    assertThat(placements.getByLabel("Home screen")).not().isChecked();
    button(page, "Difference").click();
    assertThat(page.getByRole(AriaRole.REGION, named("In words")))
        .containsText("home, more → more, status");
  }

  @Test
  void anActionIsAddedDuplicatedRetiredAndTakenBackByKeysAlone() {
    var page = begun("Another action");

    focus(button(page, "Add an action")).press("Enter");
    page.keyboard().type("Ask a neighbour");
    page.keyboard().press("Enter");
    assertThat(heading(page, "Ask a neighbour")).isVisible();
    focus(button(page, "Boost")).press("Enter");
    focus(button(page, "Put it in another channel")).press("Enter");
    assertThat(page.getByText("1 file differs")).isVisible();
    assertThat(field(page, "Why, in a sentence")).hasValue("To be said.");

    focus(button(page, "Duplicate")).press("Enter");
    assertThat(heading(page, "Ask a neighbour (copy)")).isVisible();
    focus(button(page, "Take it out")).press("Enter");
    assertThat(row(page, "Ask a neighbour (copy)")).hasCount(0);
    focus(button(page, "Undo the last change")).press("Enter");
    assertThat(row(page, "Ask a neighbour (copy)")).hasCount(1);

    focus(row(page, "See what I could borrow")).press("Enter");
    focus(button(page, "Retire it")).press("Enter");
    assertThat(page.getByText("What it led to stays on record.")).isVisible();
    focus(button(page, "Let it go on")).press("Enter");
    assertThat(button(page, "Retire it")).isVisible();
    assertThat(problems(page)).isEmpty();
  }

  /** The second press of two comes before the first is answered. */
  @Test
  void twoPressesOnAButtonOfAListDoOneThing() {
    var page = begun("Pressed twice");
    row(page, "See what I could borrow").click();
    var places = page.locator("ol > li").filter(placesOnly(page));
    assertThat(places).hasCount(3);

    places.first().getByRole(AriaRole.BUTTON, inside("Take it out of this channel")).dblclick();
    assertThat(places).hasCount(2);
    button(page, "Put it in another channel").dblclick();
    assertThat(places).hasCount(3);

    button(page, "As text").click();
    assertThat(page.getByText("1 file differs")).isVisible();
    var action = text(page, LENDING);
    var first = action.substring(action.indexOf("first-look:"), action.indexOf("apply-online:"));
    assertThat(first.split("- channel:|- \\{channel:", -1)).hasSize(4);
  }

  private static Locator.FilterOptions placesOnly(Page page) {
    return new Locator.FilterOptions()
        .setHas(page.getByRole(AriaRole.BUTTON, named("Take it out of this channel")));
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  @Test
  void limitsRestsAndTheFormulaAreChangedAndToldInWords() {
    var page = begun("Rest longer");
    button(page, "How often").click();
    row(page, "You said no, so we do not speak of loans for two months.").click();
    field(page, "Rest for").fill("90d");
    field(page, "Rest for").press("Tab");
    button(page, "Which first").click();
    page.getByRole(AriaRole.SLIDER).fill("0.2");
    page.getByRole(AriaRole.SLIDER).blur();
    field(page, "People in each arm, of a thousand").fill("500");
    field(page, "People in each arm, of a thousand").press("Tab");
    assertThat(page.getByText("This is beyond a bound.")).isVisible();
    field(page, "People in each arm, of a thousand").fill("20");
    field(page, "People in each arm, of a thousand").press("Tab");
    assertThat(page.getByText("2 files differ")).isVisible();
    browser.noViolations(page);

    assertThat(text(page, RULES)).isEqualTo(running(RULES).replace("pause: 60d", "pause: 90d"));
    assertThat(text(page, "arbitration.yaml"))
        .isEqualTo(
            running("arbitration.yaml")
                .replace("a: 0.4", "a: 0.2")
                .replace("perMille: 10", "perMille: 20"));
    button(page, "Difference").click();
    var words = page.getByRole(AriaRole.REGION, named("In words"));
    assertThat(words).containsText("rest for 60d → 90d");
    assertThat(words).containsText("a, our share of the value 0.4 → 0.2");
  }

  @Test
  void whoeverGoesBackRightAfterTypingLosesNothing() {
    var page = begun("Typed in haste");
    button(page, "As text").click();
    button(page, "arbitration.yaml").click();
    var editor = page.getByRole(AriaRole.TEXTBOX, named("arbitration.yaml"));
    editor.fill(editor.inputValue().replace("a: 0.4", "a: 0.3"));
    page.evaluate("history.back()");
    assertThat(heading(page, "Changes on their way")).isVisible();

    page.evaluate("history.forward()");
    button(page, "Change").click();
    button(page, "Which first").click();
    assertThat(page.getByLabel("Whose value weighs more?").last()).hasValue("0.3");
    button(page, "Purposes").click();
    field(page, "As a person would say it").fill("A home of mine");
    page.reload();
    assertThat(field(page, "As a person would say it")).hasValue("A home of mine");
  }

  @Test
  void theFormsFitAPhoneAndAreReadInGerman() {
    var page = begun("On the way");
    page.setViewportSize(390, 844);
    row(page, "See what I could borrow").click();
    assertThat(button(page, "‹ Back to the list")).isVisible();
    browser.fitsAcross(page);
    browser.noViolations(page);

    page.evaluate("localStorage.setItem('cairn.language', 'de')");
    page.reload();
    assertThat(page.getByText("Was es wert ist")).isVisible();
    browser.fitsAcross(page);
    for (var part : List.of("Kanäle", "Was Modelle sehen")) {
      button(page, part).click();
      browser.fitsAcross(page);
      browser.noViolations(page);
    }
  }

  @Test
  void whatTheServerDidNotTakeStaysInItsFieldIsSaidAndIsSentAgain() {
    browser.expects("ERR_FAILED");
    var page = begun("On a bad line");
    row(page, "See what I could borrow").click();
    page.route(
        "**/v1/drafts/*/edits",
        route -> {
          if (route.request().postData().contains("valueOrganisation")) {
            route.abort();
          } else {
            route.resume();
          }
        });
    field(page, "To the organisation").fill("71");
    field(page, "To the organisation").press("Tab");
    var kept = page.getByText("Kept", new Page.GetByTextOptions().setExact(true));
    assertThat(page.locator("p[data-wrong=true]")).isVisible();
    field(page, "Our own weight, in percent").fill("10");
    field(page, "Our own weight, in percent").press("Tab");
    assertThat(page.getByText("1 file differs")).isVisible();

    assertThat(field(page, "To the organisation")).hasValue("71");
    assertThat(kept).hasCount(0);
    page.unroute("**/v1/drafts/*/edits");
    field(page, "To the organisation").focus();
    field(page, "To the organisation").press("Tab");
    assertThat(kept).isVisible();
    assertThat(text(page, LENDING)).contains("valueOrganisation: 71");
  }

  private static Page begun(String title) {
    var page = browser.visit(server.url("/decide/drafts"), ada);
    page.getByLabel("What do you want to change?").fill(title);
    button(page, "Begin").click();
    assertThat(heading(page, title)).isVisible();
    return page;
  }

  private static JsonNode draft(Page page) {
    var id = page.url().replaceFirst(".*/drafts/([^?]*).*", "$1");
    return server.get("/v1/drafts/" + id).json();
  }

  private static String text(Page page, String file) {
    return draft(page).path("files").path(file).asText();
  }

  private static JsonNode problems(Page page) {
    return draft(page).path("problems");
  }

  private static String running(String file) {
    return Objects.requireNonNull(ShippedBlueprints.bundle("first-home").files().get(file), file);
  }

  private static void letTheFirstRunAgain(Page page) {
    int next = server.get("/v1/blueprint").json().path("version").asInt() + 1;
    button(page, "Let version 1 run again").click();
    button(page, "Yes, for everybody").click();
    assertThat(page.getByText("Version " + next)).isVisible();
  }

  private static String groupOf(String action) {
    for (var issue : server.get("/v1/catalogue").json().path("issues")) {
      for (var group : issue.path("groups")) {
        for (var one : group.path("actions")) {
          if (one.path("id").asText().equals(action)) {
            return group.path("id").asText();
          }
        }
      }
    }
    throw new AssertionError("there is no action " + action);
  }

  private static double lever(String action) {
    for (var actions : server.get("/v1/catalogue").json().path("issues").findValues("actions")) {
      for (var one : actions) {
        if (one.path("id").asText().equals(action)) {
          return one.path("lever").asDouble();
        }
      }
    }
    throw new AssertionError("there is no action " + action);
  }

  private static Locator focus(Locator one) {
    one.focus();
    return one;
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }

  private static Locator field(Page page, String label) {
    return page.getByRole(AriaRole.TEXTBOX, named(label).setExact(true)).first();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  /** A line of the list at the side, whatever its badge says. */
  private static Locator row(Page page, String words) {
    return page.locator("nav li")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name)).first();
  }
}
