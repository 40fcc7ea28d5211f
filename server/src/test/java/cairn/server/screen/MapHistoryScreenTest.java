package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Looking back over what was done to a map: the slider, what differs, and going back. */
final class MapHistoryScreenTest {
  @RegisterExtension static final Colleagues colleagues = new Colleagues();

  private MapHouse house;

  /** The template and the stages are changes 1 and 2; then a note is written, reworded, moved. */
  @BeforeEach
  void aMapOnWhichSomethingWasDone() {
    house = colleagues.onTwoStages();
    house.does(
        """
        {"op":"put","element":{"kind":"note","id":"n1","text":"I dream","lane":"lane-doing",\
        "column":"search","order":"V000"}}\
        """);
    house.does("{\"op\":\"set\",\"id\":\"n1\",\"fields\":{\"text\":\"I dream of a balcony\"}}");
    house.does(
        "{\"op\":\"set\",\"id\":\"n1\",\"fields\":{\"lane\":\"lane-thinking\",\"evidence\":\"said\"}}");
  }

  @Test
  void theSliderGoesBackAndTellsInWordsWhatDiffers() {
    var page = house.open(house.ada(), "/history");
    var slider = page.getByRole(AriaRole.SLIDER);
    assertThat(page.getByText("Change 5 of 5")).isVisible();
    assertThat(page.getByText("Nothing: this is the map as it is.")).isVisible();

    slider.press("ArrowLeft");
    slider.press("ArrowLeft");

    assertThat(page.getByText("Change 3 of 5")).isVisible();
    var then = page.getByRole(AriaRole.REGION, named("The map then"));
    assertThat(then).containsText("I dream");
    assertThat(then).not().containsText("balcony");
    assertThat(page.getByText("0 new, 0 gone, 3 changed since then")).isVisible();
    var changes = page.getByRole(AriaRole.REGION, named("What differs now"));
    assertThat(changes).containsText("lane");
    assertThat(
            changes.getByText(
                "Doing", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    assertThat(changes).containsText("how it is known");
    assertThat(changes).not().containsText("lane-thinking");
    page.getByRole(AriaRole.BUTTON, named("One change later")).click();
    assertThat(page.getByText("Change 4 of 5")).isVisible();
    house.browser().noViolations(page);
  }

  @Test
  void theWordsOfAHistoryAreThoseOfItsReader() {
    var url = house.server().url("/maps/" + house.map() + "/history");
    var page = house.browser().visit(url, house.ada(), Browser.desktop().setLocale("de-DE"));
    page.getByRole(AriaRole.SLIDER).press("ArrowLeft");

    var changes =
        page.getByRole(AriaRole.LISTITEM)
            .filter(
                new com.microsoft.playwright.Locator.FilterOptions()
                    .setHasText(Pattern.compile("woher man es weiß")));
    assertThat(changes).containsText("Gesagt");
    assertThat(page.getByText("evidence")).hasCount(0);
  }

  @Test
  void goingBackBringsTheMapOfThenAndItsHistoryLosesNothing() {
    var ben = house.at(house.ben());
    assertThat(ben.note("I dream of a balcony")).isVisible();
    var page = house.open(house.ada(), "/history");
    page.getByRole(AriaRole.SLIDER).press("ArrowLeft");
    page.getByRole(AriaRole.SLIDER).press("ArrowLeft");
    assertThat(page.getByText("Change 3 of 5")).isVisible();

    page.getByRole(AriaRole.BUTTON, named("Go back to this")).click();

    var own = new MapOnScreen(page).isThere();
    assertThat(own.cell("Doing", "Search")).containsText("I dream");
    assertThat(ben.note("balcony")).hasCount(0);
    assertThat(ben.cell("Doing", "Search")).containsText("I dream");
    page.navigate(house.server().url("/maps/" + house.map() + "/history"));
    assertThat(page.getByText("Change 6 of 6")).isVisible();
    assertThat(page.getByText("Went back")).isVisible();
    page.getByRole(AriaRole.SLIDER).press("ArrowLeft");
    assertThat(page.getByRole(AriaRole.REGION, named("The map then"))).containsText("balcony");
  }

  @Test
  void whoOnlyMapsReadsTheHistoryAndGoesNotBack() {
    Page page = house.open(house.ben(), "/history");

    assertThat(page.getByText("Change 5 of 5")).isVisible();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Go back to this"))).hasCount(0);
  }
}
