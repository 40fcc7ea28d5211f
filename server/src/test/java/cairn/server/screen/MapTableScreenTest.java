package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse.MoveOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A full map as a table: dragged over, zoomed, searched, folded, and looked at by its teams. */
final class MapTableScreenTest {
  @RegisterExtension static final Colleagues colleagues = new Colleagues();

  private MapOnScreen own;

  @BeforeEach
  void aFullMap() {
    var house = colleagues.on("first-home");
    own = house.at(house.ada());
  }

  private double scrolled() {
    var left = own.page().locator("[data-board]").evaluate("board => board.scrollLeft");
    return ((Number) left).doubleValue();
  }

  private void lift(String note) {
    var from = own.note(note).boundingBox();
    var mouse = own.page().mouse();
    mouse.move(from.x + 20, from.y + 20);
    mouse.down();
    mouse.move(from.x + 60, from.y + 40, new MoveOptions().setSteps(4));
  }

  @Test
  void atTheEdgeTheMapComesAlongUntilTheNoteLiesFarAway() {
    lift("I type my pay");
    var board = own.page().locator("[data-board]").boundingBox();
    var mouse = own.page().mouse();

    mouse.move(board.x + board.width - 8, board.y + 160, new MoveOptions().setSteps(6));
    own.page()
        .waitForFunction(
            "() => { const b = document.querySelector('[data-board]');"
                + " return b.scrollLeft >= b.scrollWidth - b.clientWidth - 2 }");
    mouse.move(board.x + board.width - 90, board.y + 160, new MoveOptions().setSteps(3));
    mouse.up();

    assertThat(scrolled()).isGreaterThan(500);
    assertThat(own.cell("Doing", "Settle in")).containsText("I type my pay");
    own.isSaved();
  }

  @Test
  void escapeLetsGoOfWhatIsDraggedAndNothingMoves() {
    lift("I type my pay");
    own.press("Escape");
    own.page().mouse().up();

    assertThat(own.cell("Doing", "Do my first sum")).containsText("I type my pay");
    assertThat(own.button("Undo")).isDisabled();
  }

  @Test
  void severalNotesAreChosenAndMovedTogether() {
    own.note("I type my pay").click();
    own.note("I change the numbers")
        .click(
            new com.microsoft.playwright.Locator.ClickOptions()
                .setModifiers(
                    java.util.List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
    var chosen = own.page().getByRole(AriaRole.TOOLBAR);
    assertThat(chosen).containsText("2 notes");
    chosen.getByText("Move to…").click();
    own.page().getByRole(AriaRole.DIALOG).getByLabel("Lane").selectOption("Ideas");
    own.button("Move").click();

    assertThat(own.cell("Ideas", "Do my first sum")).containsText("I type my pay");
    assertThat(own.cell("Ideas", "Do my first sum")).containsText("I change the numbers");
  }

  @Test
  void aSearchGoesFromNoteToNoteAndTheWidthFitsByAKey() {
    var find = own.page().getByRole(AriaRole.SEARCHBOX);
    find.fill("jonas");
    assertThat(own.page().getByRole(AriaRole.STATUS).getByText("2 notes")).isVisible();
    find.press("Enter");
    assertThat(own.note("I ask Jonas")).hasAttribute("aria-pressed", "true");
    find.press("Escape");
    own.note("I ask Jonas").focus();

    own.press("1");
    assertThat(own.button("100%")).hasCount(0);
    own.press("0");
    assertThat(own.button("100%")).isVisible();
    own.press("+");
    assertThat(own.button("110%")).isVisible();
  }

  @Test
  void aFoldedLaneHidesItsNotesAndOpensByItsName() {
    own.button("Doing").click();
    assertThat(own.note("I type my pay")).hasCount(0);
    own.button("Doing").click();

    assertThat(own.note("I type my pay")).isVisible();
  }

  @Test
  void byTeamsTheNotesHaveColoursAndEveryHandOverIsDrawnAndCounted() {
    own.button("Teams").first().click();
    var page = own.page();

    assertThat(page.getByText("The person is handed over 7 times")).isVisible();
    assertThat(page.locator("[data-hand-over]")).hasCount(7);
    assertThat(page.locator("[data-hand-over]").first()).containsText("Web and app");
    assertThat(own.note("Calculator that asks")).containsText("Web and app");
    own.press("s");
    assertThat(page.locator("[data-hand-over]")).hasCount(0);
  }

  @Test
  void thePaletteKnowsWhatCanBeDoneOnAMap() {
    own.press("Control+k");
    var palette = own.page().getByRole(AriaRole.DIALOG);
    palette.getByRole(AriaRole.COMBOBOX).fill("parking");
    palette.getByRole(AriaRole.OPTION).first().click();

    assertThat(own.page().getByRole(AriaRole.DIALOG, MapOnScreen.named("Parking lot"))).isVisible();
  }
}
