package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Going through everybody, begun and steered from the screen. There are so many people that a run
 * is still under way when its buttons are pressed.
 */
final class RunsScreenTest {
  private static final int BATCHES = 16;
  private static final int BATCH = 1_000;

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static Cookie ada;

  @BeforeAll
  static void aTownOfPeople() {
    ada = server.account("Ada", "operator", "designer", "helper");
    for (int batch = 0; batch < BATCHES; batch++) {
      int from = batch * BATCH;
      var events =
          IntStream.range(from, from + BATCH)
              .mapToObj("{\"person\":\"town-%d\",\"name\":\"Looked around\"}"::formatted)
              .collect(Collectors.joining(",", "{\"events\":[", "]}"));
      assertThat(server.post("/v1/events", events).status()).isEqualTo(200);
    }
  }

  @Test
  void aRunIsPausedGoesOnAndIsStoppedForGood() {
    var page = browser.visit(server.url("/decide/runs"), ada);
    begin(page, "phone", false);
    var card = card(page, "phone");
    press(card, "Pause");

    assertThat(card.getByText("Paused")).isVisible();
    assertThat(card.getByRole(AriaRole.PROGRESSBAR))
        .hasAttribute("aria-valuetext", Pattern.compile("^[0-5]?\\d of 64 parts done$"));
    browser.noViolations(page);
    long paused = run("phone").at("/shards").size();
    assertThat(paused).isLessThan(64);

    press(card, "Go on");
    assertThat(card.getByText("Running")).isVisible();
    RunningServer.await("it went on", () -> run("phone").at("/shards").size() > paused);
    press(card, "Stop");

    assertThat(card.getByText("Stopped")).isVisible();
    assertThat(card.getByRole(AriaRole.BUTTON)).hasCount(0);
    assertThat(run("phone").at("/queued").asLong()).isPositive().isLessThan(BATCHES * BATCH);
    assertThat(run("phone").at("/state").asText()).isEqualTo("STOPPED");
  }

  @Test
  void severalDryRunsGoThroughEverybodySideBySideAndQueueNothing() {
    var page = browser.visit(server.url("/decide/runs"), ada);
    begin(page, "web", true);
    begin(page, "app", true);

    for (var channel : new String[] {"web", "app"}) {
      var card = card(page, channel);
      assertThat(card.getByText("Done")).isVisible();
      assertThat(card.getByRole(AriaRole.PROGRESSBAR))
          .hasAttribute("aria-valuetext", "64 of 64 parts done");
      assertThat(run(channel).at("/people").asInt()).isEqualTo(BATCHES * BATCH);
      assertThat(run(channel).at("/queued").asInt()).isZero();
    }
    page.setViewportSize(390, 844);
    browser.fitsAcross(page);
  }

  private static void begin(Page page, String channel, boolean dry) {
    page.getByLabel("Channel").selectOption(channel);
    var box = page.getByLabel("Dry run");
    if (box.isChecked() != dry) {
      box.click();
    }
    page.getByRole(
            AriaRole.BUTTON,
            new GetByRoleOptions().setName(dry ? "Begin the dry run" : "Begin, and send"))
        .click();
    assertThat(card(page, channel)).isVisible();
  }

  private static void press(Locator card, String name) {
    card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name)).click();
  }

  private static Locator card(Page page, String channel) {
    var name = Map.of("web", "Website", "app", "App", "phone", "Telephone").get(channel);
    return page.getByRole(AriaRole.LISTITEM).filter(having(name + ",")).first();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static JsonNode run(String channel) {
    for (var run : server.get("/v1/decisions/batch").json().at("/runs")) {
      if (run.at("/channel").asText().equals(channel)) {
        return run;
      }
    }
    throw new AssertionError("no run of " + channel);
  }
}
