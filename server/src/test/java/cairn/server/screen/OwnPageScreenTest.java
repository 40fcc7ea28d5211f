package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person on their own page, on a phone: they see where they are, and what they say holds. */
final class OwnPageScreenTest {
  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static Page pageOf(String person) {
    var made = server.post("/v1/people/user:" + person + "/link", "{}").json();
    return browser.visit(server.url(made.path("path").asText()), Browser.phone());
  }

  @Test
  void thePersonSeesWhereTheyAreWhyAndWhatComesNext() {
    server.happened("ada", "O_SENT");
    server.happened("ada", "A_SUBMITTED");
    var page = pageOf("ada");

    assertThat(heading(page, "Where I am")).isVisible();
    assertThat(page.getByText("We wait for: Question asked.")).isVisible();
    assertThat(page.getByText("Application received").first()).isVisible();
    page.screenshot(
        new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", "own.png")));
    browser.fitsAcross(page);
    browser.noViolations(page);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    browser.noViolations(page);
  }

  @Test
  void aJourneyThatOnlyWatchesThemStaysOffTheirPage() {
    var made = server.post("/v1/boards", "{\"title\":\"Watched\",\"template\":\"first-home\"}");
    var board = "/v1/boards/" + made.json().path("id").asText();
    var published = server.post(board + "/publish", "{\"manner\":\"shadow\"}");
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    server.happened("hana", "Home interest shown");
    var journeys = server.get("/v1/people/user:hana").json().path("journeys");
    assertThat(journeys.findValuesAsText("journey"))
        .hasSize(2)
        .anyMatch(journey -> journey.endsWith("-shadow"));

    var page = pageOf("hana");

    assertThat(page.getByText("What am I looking for?").first()).isVisible();
    assertThat(page.getByText("Find a home I can live in and pay for")).hasCount(1);
    assertThat(page.getByText("(shadow)")).hasCount(0);
  }

  @Test
  void aNoIsTakenAndCanBeTakenBack() {
    server.happened("ben", "A_SUBMITTED");
    var page = pageOf("ben");

    button(page, "No, this is not for me").click();
    browser.noViolations(page);
    page.getByLabel("Why, if you would like to say").fill("too far from my mother");
    button(page, "End it").click();

    assertThat(page.getByText("This is over: No thanks")).isVisible();
    assertThat(page.getByText("You said: too far from my mother")).isVisible();
    button(page, "Open it again").click();
    assertThat(button(page, "Not now")).isVisible();
  }

  @Test
  void whatThePersonWantsAndAllowsIsTheirsToSay() {
    server.happened("cleo", "A_SUBMITTED");
    var page = pageOf("cleo");

    page.getByText("Say what you would like to achieve").click();
    page.getByLabel("In your own words").fill("a garden for the dog");
    button(page, "That is what I want").click();
    assertThat(page.getByText("a garden for the dog").first()).isVisible();
    button(page, "Do not allow E-mail").click();
    assertThat(button(page, "Allow E-mail")).isVisible();
    button(page, "I stay out").click();
    assertThat(button(page, "I stay out")).hasAttribute("aria-pressed", "true");
    browser.noViolations(page);
    page.reload();
    assertThat(button(page, "I stay out")).hasAttribute("aria-pressed", "true");
  }

  @Test
  void aQuestionIsAnsweredByOnePress() {
    server.happened("dora", "Home interest shown");
    var page = pageOf("dora");

    assertThat(heading(page, "Questions for me")).isVisible();
    button(page, "More room").click();

    assertThat(page.getByText("You answered: More room")).isVisible();
  }

  @Test
  void whatAJourneyPutThereIsAnsweredWithANo() {
    var page = pageOf(whoeverIsOfferedSomething());

    assertThat(heading(page, "For me now")).isVisible();
    browser.noViolations(page);
    button(page, "No, thank you").first().click();

    assertThat(page.getByText("You said no to:").first()).isVisible();
  }

  /** Arms and exploration put a question, not an offer, to one person of six. */
  private static String whoeverIsOfferedSomething() {
    for (int each = 0; each < 20; each++) {
      var name = "gus-" + each;
      server.happened(name, "Home interest shown");
      server.post(
          "/v1/people/user:" + name + "/purposes", "{\"text\":\"my door\",\"kind\":\"own-home\"}");
      answer(name, "wish", "More room");
      answer(name, "in-own-words", "mornings without a train");
      answer(name, "with-whom", "alone");
      var path = "/v1/people/user:" + name + "/items";
      RunningServer.await(
          "the journey decided", () -> !server.get(path).json().at("/items").isEmpty());
      if (!server.get(path).json().at("/items/0/item/content").has("question")) {
        return name;
      }
    }
    throw new AssertionError("of twenty people nobody was offered anything but a question");
  }

  private static void answer(String name, String question, String answer) {
    var person = "/v1/people/user:" + name;
    RunningServer.await(
        question + " is asked",
        () -> server.get(person).json().at("/questions/0/question").asText().equals(question));
    server.post(
        person + "/answers",
        "{\"question\":\"%s\",\"effect\":%s,\"answer\":\"%s\"}"
            .formatted(question, server.get(person).json().at("/questions/0/effect"), answer));
  }

  @Test
  void whoWantsToBeForgottenIsAskedOnceAndThenIs() {
    server.happened("emil", "A_SUBMITTED");
    var page = pageOf("emil");

    button(page, "Erase everything about me").click();
    browser.noViolations(page);
    button(page, "Yes, erase everything").click();

    assertThat(heading(page, "You are forgotten")).isVisible();
    browser.noViolations(page);
    browser.expects("403", "404", "410");
    page.reload();
    assertThat(heading(page, "This link opens nothing any more")).isVisible();
  }

  @Test
  void aColleagueMakesTheLinkFromThePersonsPage() {
    server.happened("finn", "A_SUBMITTED");
    var page = browser.visit(server.url("/people/user:finn"));

    button(page, "Their own page").click();

    var link = page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Open it as"));
    assertThat(link).isVisible();
    browser.noViolations(page);
    page.navigate(link.getAttribute("href"));
    assertThat(heading(page, "Where I am")).isVisible();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name)).first();
  }
}
