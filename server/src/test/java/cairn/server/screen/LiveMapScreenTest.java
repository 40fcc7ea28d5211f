package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cairn.chance.Chance;
import cairn.server.RunningServer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A map is published in the browser, and invented people are watched as they walk it. */
final class LiveMapScreenTest {
  private static final int PEOPLE = 12;
  private static final long SEED = 20261122;

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  @Test
  void aPublishedMapShowsPeopleWalkingUnderTheStepsThatWereDrawn() {
    var page = browser.visit(server.url("/maps"));
    page.getByRole(AriaRole.BUTTON, named("Patient visit")).click();
    var drawn = new MapOnScreen(page).isThere();
    String map = page.url().substring(page.url().lastIndexOf('/') + 1);
    page.getByRole(AriaRole.LINK, named("Make it live").setExact(true)).click();
    page.getByText("For real", exactly()).click();
    drawn.button("Publish for real").click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, MapOnScreen.inside("Publish for real"))
        .click();
    assertThat(page.getByText("It runs, as version")).isVisible();

    page.getByRole(AriaRole.LINK, named("See people on the map")).click();
    var live = page.getByRole(AriaRole.REGION, named("Live").setExact(true));
    assertThat(live).containsText("0 on it, 0 done");
    var path = path(map);
    var chance = new Chance(SEED);
    int ahead = 0;
    for (int person = 0; person < PEOPLE; person++) {
      int steps = 1 + chance.nextInt(2);
      for (int step = 0; step < steps; step++) {
        server.happened("walker-" + person, path.get(step));
      }
      ahead += steps - 1;
    }

    assertThat(live).containsText(PEOPLE + " on it");
    assertThat(live.locator("[data-step] strong").first())
        .hasText(Integer.toString(PEOPLE - ahead));
    browser.noViolations(page);

    page.getByRole(AriaRole.LINK, named("Make it live").setExact(true)).first().click();
    page.getByText("For real", exactly()).click();
    assertThat(page.getByText("Every fact a running journey needs is on the map.")).isVisible();
    var inside = page.getByRole(AriaRole.TABLE, named("Who is inside, and what happens to them"));
    assertThat(inside).containsText("finish as they began");
    browser.noViolations(page);
  }

  @Test
  void whatPeopleSayOfAMomentStandsBesideTheCurveThatWasDrawn() {
    var page = browser.visit(server.url("/maps"));
    page.getByRole(AriaRole.BUTTON, named("First home")).click();
    new MapOnScreen(page).isThere();
    String map = page.url().substring(page.url().lastIndexOf('/') + 1);
    server.post("/v1/boards/" + map + "/publish", "{\"manner\":\"live\"}");
    for (var person : List.of("ada", "ben", "cleo")) {
      server.happened(person, "Home interest shown");
      server.happened(person, "Budget made");
      server.happened(person, "Appointment kept");
      server.post(
          "/v1/people/user:" + person + "/answers",
          "{\"question\":\"first-home-map-do-my-first-sum-felt\",\"answer\":%d}"
              .formatted(person.equals("cleo") ? 0 : -2));
    }

    RunningServer.await(
        "three have said it",
        () -> server.get("/v1/boards/" + map + "/running").text().contains("\"feelings\":3"));
    page.reload();

    var sum = page.locator("[data-step=do-my-first-sum]");
    assertThat(sum).containsText("−1.3 ± 1.3 by 3");
    assertThat(page.locator("[data-felt=do-my-first-sum]")).hasCount(1);
    browser.noViolations(page);
  }

  private static Page.GetByTextOptions exactly() {
    return new Page.GetByTextOptions().setExact(true);
  }

  /** The events that lead along the map, from its beginning. */
  private static List<String> path(String map) {
    var events = new ArrayList<String>();
    for (var step : server.get("/v1/boards/" + map + "/proposal").json().path("steps")) {
      if (!step.path("event").asText().isEmpty()) {
        events.add(step.path("event").asText());
      }
    }
    return events;
  }
}
