package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A map worked on by keys alone, as a table and as a list. */
final class MapKeysScreenTest {
  @RegisterExtension static final Colleagues colleagues = new Colleagues();

  private MapHouse house;

  @BeforeEach
  void aMap() {
    house = colleagues.onTwoStages();
  }

  @Test
  void oneUndoTakesANewNoteBackAndOneRedoBringsItAgain() {
    var own = house.at(house.ada());
    own.press("n");
    own.keyboard().type("I dream");
    own.press("Enter");
    assertThat(own.note("I dream")).isFocused();
    own.isSaved();

    own.press("Control+z");
    assertThat(own.note("I dream")).hasCount(0);
    assertThat(own.button("Undo")).isDisabled();
    own.press("Control+Shift+Z");

    assertThat(own.note("I dream")).isVisible();
  }

  @Test
  void aNoteThatIsLetGoLeavesNothingBehindAndTheFocusWhereItWas() {
    var own = house.at(house.ada());
    own.write("Doing", "Search", "I dream");
    own.note("I dream").focus();
    own.press("n");
    own.keyboard().type("no, not this");
    own.press("Escape");

    assertThat(own.note("no, not this")).hasCount(0);
    assertThat(own.note("I dream")).isFocused();
  }

  @Test
  void aNoteIsWrittenRewordedMovedRemarkedVotedForAndDeletedByKeys() {
    house.does(
        "{\"op\":\"put\",\"element\":{\"kind\":\"workshop\",\"id\":\"workshop\",\"voting\":true,\"dots\":3}}");
    var own = house.at(house.ada());
    own.press("n");
    own.keyboard().type("I dream");
    own.press("Control+Enter");
    own.keyboard().type("I save");
    own.press("Enter");
    assertThat(own.note("I save")).isFocused();

    own.press("Enter");
    own.editor().fill("I save a little");
    own.press("Enter");
    assertThat(own.note("I save a little")).isFocused();
    own.press("Alt+ArrowRight");
    assertThat(own.cell("Doing", "Decide")).containsText("I save a little");
    own.press("m");
    own.page().getByRole(AriaRole.DIALOG).getByLabel("Lane").selectOption("Thinking");
    own.button("Move").press("Enter");
    assertThat(own.cell("Thinking", "Decide")).containsText("I save a little");
    assertThat(own.note("I save a little")).isFocused();

    own.press("v");
    assertThat(own.page().getByText("2 of 3 dots left")).isVisible();
    own.press("c");
    own.keyboard().type("How little?");
    own.press("Enter");
    var remarks = own.page().getByRole(AriaRole.REGION, named("Comments"));
    assertThat(remarks.getByRole(AriaRole.LISTITEM)).containsText("You");
    assertThat(remarks.getByRole(AriaRole.LISTITEM)).containsText("How little?");
    own.press("Escape");
    assertThat(own.note("I save a little")).isFocused();
    own.press("d");
    assertThat(own.page().getByRole(AriaRole.HEADING, named("Note").setExact(true))).isFocused();
    own.press("Escape");
    own.press("Delete");

    assertThat(own.note("I save a little")).hasCount(0);
    own.press("Control+z");
    assertThat(own.note("I save a little")).isVisible();
    own.press("?");
    assertThat(own.page().getByRole(AriaRole.DIALOG)).containsText("Move one cell on");
  }

  @Test
  void theOutlineDoesEverythingWithoutDragging() {
    house.does(
        "{\"op\":\"put\",\"element\":{\"kind\":\"persona\",\"id\":\"p1\",\"name\":\"Lena\"}}");
    house.does(
        "{\"op\":\"put\",\"element\":{\"kind\":\"team\",\"id\":\"t1\",\"name\":\"Branch\"}}");
    var own = house.at(house.ada());
    var other = house.at(house.ben());
    own.press("o");
    var page = own.page();
    var list = page.getByRole(AriaRole.REGION, named("The map as a list"));
    list.locator("summary").first().press("Enter");
    var lane = list.getByRole(AriaRole.REGION, MapOnScreen.inside("Doing, Search"));

    var add = lane.getByLabel("Add to Doing, Search").first();
    add.fill("I dream");
    add.press("Enter");
    add.fill("I save");
    add.press("Enter");
    assertThat(other.note("I save")).isVisible();
    lane.getByLabel("What it says").first().fill("I dream of a balcony");
    lane.getByLabel("What it says").first().press("Tab");
    assertThat(other.note("I dream of a balcony")).isVisible();
    lane.getByLabel("Move I save up").press("Enter");
    assertThat(other.cell("Doing", "Search").getByRole(AriaRole.BUTTON).first())
        .containsText("I save");

    lane.getByRole(AriaRole.BUTTON, MapOnScreen.inside("Details")).first().press("Enter");
    assertThat(page.getByRole(AriaRole.HEADING, named("Note").setExact(true))).isFocused();
    page.getByRole(AriaRole.BUTTON, named("Measured").setExact(true)).press("Enter");
    page.getByLabel("Source").fill("Survey of May");
    page.getByLabel("Write a comment").fill("Ask again");
    page.getByLabel("Write a comment").press("Enter");
    page.keyboard().press("Escape");
    assertThat(lane.getByRole(AriaRole.BUTTON, MapOnScreen.inside("Details")).first()).isFocused();
    assertThat(other.note("I save")).containsText("Measured");
    assertThat(other.note("I save")).containsText("1");

    list.getByLabel("wanted").first().selectOption("+2");
    list.getByLabel(Pattern.compile("^effort")).first().selectOption("4");
    other.button("As it should feel").click();
    assertThat(other.page().getByLabel("Feeling wanted: Search"))
        .hasAttribute("aria-valuenow", "2");
    assertThat(other.page().getByLabel("Effort of the team: Search"))
        .hasAttribute("aria-valuenow", "4");

    lane.getByRole(AriaRole.BUTTON, MapOnScreen.inside("Move to…")).first().press("Enter");
    page.getByRole(AriaRole.DIALOG).getByLabel("Step").selectOption("Decide");
    own.button("Move").press("Enter");
    assertThat(other.cell("Doing", "Decide")).containsText("I save");
    lane.getByRole(AriaRole.BUTTON, MapOnScreen.inside("Delete")).first().press("Enter");
    assertThat(other.note("I dream of a balcony")).hasCount(0);
    assertThat(lane.getByLabel("Add to Doing, Search").first()).isFocused();
  }

  @Test
  void theFeelingOfAPersonAndOfTheStaffIsDrawnByKeys() {
    house.does(
        "{\"op\":\"put\",\"element\":{\"kind\":\"persona\",\"id\":\"p1\",\"name\":\"Lena, 31\"}}");
    house.does(
        "{\"op\":\"put\",\"element\":{\"kind\":\"persona\",\"id\":\"p2\",\"name\":\"Omar, 38\",\"order\":\"V001\"}}");
    house.does(
        "{\"op\":\"put\",\"element\":{\"kind\":\"team\",\"id\":\"t1\",\"name\":\"Branch\"}}");
    var own = house.at(house.ada());
    var other = house.at(house.ben());

    own.page().getByLabel("Feeling now: Search").press("ArrowDown");
    own.page().getByLabel("Feeling now: Search").press("ArrowDown");
    own.page().getByLabel("How the team feels: Decide").press("Home");
    own.page().getByLabel("Effort of the team: Decide").press("End");

    assertThat(other.page().getByLabel("Feeling now: Search")).hasAttribute("aria-valuenow", "-1");
    assertThat(other.page().getByLabel("How the team feels: Decide"))
        .hasAttribute("aria-valuenow", "-2");
    assertThat(other.page().getByLabel("Effort of the team: Decide"))
        .hasAttribute("aria-valuenow", "5");
    other.button("Omar, 38").click();
    assertThat(other.page().getByLabel("Feeling now: Search"))
        .hasAttribute("aria-valuetext", "nobody has said yet");
    assertThat(other.page().locator("svg text").getByText("Lena")).isVisible();
  }

  @Test
  void aPasteOnACellMakesNotesAndAFieldThatIsTooSmallRefusesIt() {
    var own = house.at(house.ada());
    own.page().getByLabel("Add to Doing, Search", new GetByLabelOptions().setExact(true)).focus();
    own.paste("I dream\tI save\nI search");
    assertThat(own.cell("Doing", "Search").getByRole(AriaRole.BUTTON)).hasCount(3);
    assertThat(own.note("I search")).isFocused();
    own.press("Control+z");
    assertThat(own.cell("Doing", "Search").getByRole(AriaRole.BUTTON)).hasCount(0);

    var name = own.page().getByLabel("Name of the map");
    name.focus();
    own.paste("a much longer name ".repeat(20));

    assertThat(own.alert()).containsText("at most 160 characters. Nothing was pasted.");
    assertThat(name).hasValue("A first flat");
  }
}
