package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.file.ShippedBlueprints;
import cairn.decision.measure.HarmAlarm;
import cairn.server.RunningServer;
import cairn.server.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is stopped, and letting it run again. Nothing is drawn in this house, so that like people
 * are offered the same; enough of them report harm of it, and the action is stopped for it.
 */
final class StopsScreenTest {
  /** Nobody here was known the day before, so all of them count as visitors. */
  private static final int REPORTS = HarmAlarm.HARMS_MIN * HarmAlarm.VISITORS_PER_PERSON;

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static Cookie ada;
  private static Cookie iris;
  private static JsonNode harmed;

  @BeforeAll
  static void enoughPeopleReportHarm() {
    var files = new TreeMap<>(ShippedBlueprints.bundle("first-home").files());
    files.put("arbitration.yaml", "a: 0.4\nchoice: {greedy: true}\narms: {perMille: 0}\n");
    var published = server.post("/v1/blueprint", Json.text(Map.of("files", files)));
    assertThat(published.status()).as(published.text()).isEqualTo(200);
    ada = server.account("Ada", "operator", "approver", "helper");
    iris = server.account("Iris", "analyst");

    var offers = new HashMap<String, List<JsonNode>>();
    for (int i = 0; i < REPORTS + 5; i++) {
      var person = "person-" + i;
      server.happened(person, "Home interest shown");
      server.post(
          "/v1/people/user:" + person + "/purposes",
          "{\"text\":\"A door of my own\",\"kind\":\"own-home\"}");
      var item =
          server
              .post(
                  "/v1/decisions",
                  "{\"person\":\"%s\",\"channel\":\"app\",\"placements\":[\"home\"]}"
                      .formatted(person))
              .json()
              .at("/items/0");
      offers.computeIfAbsent(item.at("/action").asText(), any -> new ArrayList<>()).add(item);
    }
    var same =
        offers.values().stream()
            .filter(all -> all.size() >= REPORTS)
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("like people were offered alike: " + offers.keySet()));
    harmed = same.getFirst();
    for (var item : same.subList(0, REPORTS)) {
      var told =
          server.post(
              "/v1/responses",
              "{\"token\":\"%s\",\"kind\":\"harm\"}".formatted(item.at("/token").asText()));
      assertThat(told.status()).as(told.text()).isEqualTo(200);
    }
    RunningServer.await(
        "it is stopped",
        () -> server.get("/v1/switches").json().at("/actions/0").asText().equals(action()));
  }

  private static String action() {
    return harmed.at("/action").asText();
  }

  private static String name() {
    return harmed.at("/name").asText();
  }

  @Test
  void whatPeopleReportAsHarmIsToldWithItsReasonAndRunsAgainOnceSomebodyIsSure() {
    var page = browser.visit(server.url("/decide"), ada);
    page.getByRole(AriaRole.LINK, named("Stops")).click();
    var stopped = page.getByRole(AriaRole.LIST, named("Stopped now"));
    assertThat(stopped).containsText(name());
    assertThat(stopped).containsText("by Cairn, for reported harm");
    assertThat(stopped).containsText("20 visitors reported harm. It was shown 20 times.");
    browser.noViolations(page);

    button(page, "Let “" + name() + "” run again").click();
    var question = page.getByRole(AriaRole.DIALOG);
    assertThat(question).containsText("From the next decision on it is offered");
    browser.noViolations(page);
    question.getByRole(AriaRole.BUTTON, within("Cancel")).click();
    assertThat(stopped).containsText(name());
    button(page, "Let “" + name() + "” run again").click();
    question.getByRole(AriaRole.BUTTON, within("Let it run again")).click();

    assertThat(page.getByText("Nothing is stopped")).isVisible();
    assertThat(server.get("/v1/switches").json().at("/actions")).isEmpty();
    assertThat(page.getByRole(AriaRole.REGION, named("What people report as harm")))
        .containsText("Nobody since reported harm.");

    button(page, "Stop “" + name() + "” now").click();
    question.getByRole(AriaRole.BUTTON, within("Stop it now")).click();
    assertThat(stopped).containsText("by Ada");
    assertThat(server.get("/v1/switches").json().at("/actions/0").asText()).isEqualTo(action());
  }

  @Test
  void aChannelIsStoppedForEverybodyAndTheOthersStay() {
    var page = browser.visit(server.url("/decide/stops"), ada);
    choice(page, "What").selectOption("channel");
    choice(page, "Which").selectOption("branch");
    button(page, "Stop it now").last().click();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, within("Stop it now")).click();

    var stopped = page.getByRole(AriaRole.LIST, named("Stopped now"));
    assertThat(stopped).containsText("Branch");
    assertThat(server.get("/v1/switches").json().at("/channels/0").asText()).isEqualTo("branch");
    button(page, "Let “Branch” run again").click();
    page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.BUTTON, within("Let it run again")).click();
    assertThat(button(page, "Let “Branch” run again")).hasCount(0);
  }

  @Test
  void whoeverMayNotStopAnythingReadsWhoMay() {
    var page = browser.visit(server.url("/decide/stops"), iris);

    assertThat(page.getByText("Approvers and operators can stop something")).isVisible();
    assertThat(button(page, "Stop it now")).hasCount(0);
    browser.noViolations(page);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  private static Locator choice(Page page, String label) {
    return page.getByRole(AriaRole.COMBOBOX, named(label).setExact(true));
  }

  private static Locator.GetByRoleOptions within(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
