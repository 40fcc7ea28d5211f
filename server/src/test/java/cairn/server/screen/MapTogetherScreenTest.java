package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room at work: those who came by a code, a vote against the clock, and lines that break. */
final class MapTogetherScreenTest {
  @RegisterExtension static final Colleagues colleagues = new Colleagues();

  private MapHouse house;

  @BeforeEach
  void aMap() {
    house = colleagues.onTwoStages();
  }

  @Test
  void aMapperWhoCameByACodeHasTheWholeBoardAndKeepsTheirPlace() {
    var ada = house.at(house.ada());
    var page = house.join("mapper", "Mia", Browser.desktop());
    var mia = new MapOnScreen(page).isThere();

    mia.write("Doing", "Search", "I ask my mother");
    assertThat(ada.cell("Doing", "Search")).containsText("I ask my mother");
    page.reload();
    mia.isThere();
    assertThat(page.getByText("Mia, mapper")).isVisible();
    mia.write("Ideas", "Decide", "Ask both mothers");

    assertThat(ada.cell("Ideas", "Decide")).containsText("Ask both mothers");
    assertThat(page.getByRole(AriaRole.LINK)).hasCount(0);
    mia.button("One thing at a time").click();
    assertThat(page.getByLabel("What it says")).isVisible();
  }

  @Test
  void whoLooksOnSeesTheBoardAndNothingToWriteWith() {
    var ada = house.at(house.ada());
    var vera = new MapOnScreen(house.join("viewer", "Vera", Browser.desktop())).isThere();

    ada.write("Doing", "Search", "I dream");

    assertThat(vera.note("I dream")).isVisible();
    assertThat(vera.button("Add to Doing, Search")).hasCount(0);
    assertThat(vera.button("Undo")).hasCount(0);
    assertThat(vera.page().getByLabel("Name of the map")).hasCount(0);
  }

  @Test
  void aPhoneParksReadsTheMapAndIsBroughtWhereEverybodyIs() {
    var ada = house.at(house.ada());
    ada.write("Doing", "Decide", "I sign");
    var phone = house.join("guest", "Cleo", Browser.phone());

    phone.getByLabel("Something that does not belong here now?").fill("Who pays the notary?");
    phone.getByRole(AriaRole.BUTTON, named("Park it")).tap();
    assertThat(phone.getByText("It is parked.")).isVisible();
    ada.note("I sign").click();
    ada.button("Bring everyone here").click();
    assertThat(phone.getByLabel("Step")).hasValue("decide");
    phone.getByText("Read the whole map").tap();
    phone
        .locator("summary")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("1 note"))
        .first()
        .tap();

    assertThat(phone.getByRole(AriaRole.REGION, named("The map as a list"))).containsText("I sign");
    house.browser().fitsAcross(phone);
    ada.button("More").click();
    ada.button("Parking lot").click();
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).containsText("Who pays the notary?");
  }

  @Test
  void aVoteTellsItsBudgetItsTimeAndWhoSeesItAndIsClosedWithoutAnAgenda() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Moments that matter", "Decide", "The first no");
    ada.button("More").click();
    ada.button("Vote with dots").click();
    var dialog = ada.page().getByRole(AriaRole.DIALOG);
    dialog.getByLabel("Dots for each person").fill("2");
    dialog.getByLabel("Minutes; 0 for no end").fill("5");
    dialog.getByLabel("Counts show when it is over").check();
    ada.button("Begin the vote").click();

    var round = ben.page().getByRole(AriaRole.REGION, named("Voting"));
    assertThat(round).containsText("2 of 2 dots left");
    assertThat(round.getByRole(AriaRole.TIMER)).hasText(Pattern.compile("[45]:\\d\\d"));
    assertThat(round)
        .containsText("Nobody sees who gave which dot. Counts show when it is closed.");
    ben.note("The first no").click();
    ben.press("v");
    ben.press("v");
    ben.press("v");
    assertThat(round).containsText("0 of 2 dots left");
    assertThat(ada.note("The first no")).not().containsText("2");
    ada.button("Close the voting").click();

    assertThat(ada.note("The first no")).containsText("2");
    assertThat(round).hasCount(0);
  }

  @Test
  void aVoteWhoseTimeIsOverTakesNoMoreDots() {
    var ben = house.at(house.ben());
    ben.write("Moments that matter", "Decide", "The first no");
    house.does(
        """
        {"op":"put","element":{"kind":"workshop","id":"workshop","voting":true,"dots":2,\
        "votingEnds":"2026-01-01T00:00:00Z"}}\
        """);

    assertThat(ben.page().getByText("The time to vote is over")).isVisible();
    ben.note("The first no").click();
    assertThat(ben.button("Give a dot")).isDisabled();
  }

  @Test
  void whereOthersPointIsSeenAndInSilentWritingIsNot() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ben.write("Doing", "Search", "I dream");

    ben.note("I dream").hover();
    var cell = ada.page().locator("[data-cell='lane-doing|search']");
    assertThat(cell).containsText("Ben");
    house.does(
        "{\"op\":\"put\",\"element\":{\"kind\":\"workshop\",\"id\":\"workshop\",\"agenda\":\"half-hour\",\"privateWriting\":true}}");

    assertThat(cell).not().containsText("Ben");
  }

  @Test
  void wordsOnANoteThatSomebodyDeletedCanBeBroughtBack() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Doing", "Search", "I dream");
    assertThat(ben.note("I dream")).isVisible();
    house.browser().expects("ERR_INTERNET_DISCONNECTED", "WebSocket");
    ben.page().context().setOffline(true);
    assertThat(ben.page().getByRole(AriaRole.STATUS).getByText("Offline")).isVisible();
    ben.note("I dream").dblclick();
    ben.type("I dream of a balcony");
    ada.note("I dream").click();
    ada.press("Delete");
    ada.isSaved();

    ben.page().context().setOffline(false);

    assertThat(ben.page().getByRole(AriaRole.DIALOG)).containsText("I dream of a balcony");
    ben.button("Bring it back with my words").click();
    assertThat(ada.note("I dream of a balcony")).isVisible();
  }

  @Test
  void whatIsWrittenOfflineOutlivesTheWindowAndASecondOneLeavesItAlone() {
    house.browser().expects("ERR_INTERNET_DISCONNECTED", "WebSocket");
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ben.page().context().setOffline(true);
    assertThat(ben.page().getByRole(AriaRole.STATUS).getByText("Offline")).isVisible();
    ben.write("Doing", "Search", "in the tunnel");
    ben.write("Doing", "Decide", "still in the tunnel");
    assertThat(ben.page().getByText("2 changes wait")).isVisible();
    ben.page().close();
    ben.page().context().setOffline(false);

    Page again = ben.page().context().newPage();
    again.navigate(house.server().url("/maps/" + house.map()));
    var back = new MapOnScreen(again).isThere();

    assertThat(ada.cell("Doing", "Search")).containsText("in the tunnel");
    assertThat(ada.cell("Doing", "Decide")).containsText("still in the tunnel");
    back.isSaved();
    again.reload();
    back.isThere();
    assertThat(ada.note("in the tunnel")).hasCount(2);
  }

  @Test
  void whatIsTypedStaysWhileAnotherChangesItAndIsKeptWhenItsFieldGoesAway() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Moments that matter", "Decide", "The first no");
    ben.note("The first no").click();
    ben.page().getByLabel("Why it matters").fill("It hurts for weeks");
    ben.press("Escape");
    ada.note("The first no").click();
    assertThat(ada.page().getByLabel("Why it matters")).hasValue("It hurts for weeks");

    var name = ada.page().getByLabel("Name of the map");
    name.fill("Half a name");
    house.does("{\"op\":\"set\",\"id\":\"board\",\"fields\":{\"title\":\"Another name\"}}");
    assertThat(ben.page().getByLabel("Name of the map")).hasValue("Another name");

    assertThat(name).hasValue("Half a name");
    name.press("Enter");
    assertThat(ada.page().getByRole(AriaRole.DIALOG)).containsText("Another name");
    ada.button("Keep mine").click();
    assertThat(ben.page().getByLabel("Name of the map")).hasValue("Half a name");
  }
}
