package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A room names its teams, takes up ideas, settles what two wrote at once, and leaves mid-word. */
final class MapRoomScreenTest {
  @RegisterExtension static final Colleagues colleagues = new Colleagues();

  private MapHouse house;

  @BeforeEach
  void aMap() {
    house = colleagues.onTwoStages();
  }

  private static Locator field(Page page, String label) {
    return page.getByLabel(label, new GetByLabelOptions().setExact(true));
  }

  private static Locator field(Locator part, String label) {
    return part.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  private static Locator dialog(MapOnScreen map) {
    return map.page().getByRole(AriaRole.DIALOG);
  }

  private MapOnScreen loadedAgain(MapOnScreen map) {
    map.page().reload();
    return map.isThere();
  }

  /** Opens the lists of stages, lanes and teams, where no team is named yet. */
  private static void openTeams(MapOnScreen map) {
    map.button("Teams").first().click();
    map.button("Name the teams").click();
  }

  @Test
  void teamsAreNamedNotesPutIntoThemAndTheOtherSeesThePersonHandedOver() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Doing", "Search", "I ask at the counter");
    ada.write("Doing", "Decide", "I sign the deed");
    openTeams(ada);
    var add = field(ada.page(), "Add a team").first();
    add.fill("Branch");
    add.press("Enter");
    add.fill("Notary");
    add.press("Enter");
    ada.press("Escape");

    ada.note("I ask at the counter").click();
    field(ada.page(), "Branch").check();
    ada.note("I sign the deed").click();
    field(ada.page(), "Notary").check();

    ben.button("Teams").first().click();
    assertThat(ben.page().getByRole(AriaRole.REGION, named("Teams").setExact(true)).first())
        .containsText("Branch 1");
    assertThat(ben.note("I ask at the counter")).containsText("Branch");
    assertThat(ben.note("I sign the deed")).containsText("Notary");
    assertThat(ben.page().getByText("The person is handed over 1 time")).isVisible();
    assertThat(ben.page().locator("[data-hand-over]")).hasCount(1);
    assertThat(ben.page().locator("[data-hand-over]")).containsText("Notary");
    field(ada.page(), "Branch").check();
    assertThat(ben.page().getByText("The person is handed over 0 times")).isVisible();
    assertThat(ben.page().locator("[data-hand-over]")).hasCount(0);
    house.browser().noViolations(ben.page());
  }

  @Test
  void anIdeaBecomesAnInitiativeThatTheOtherSeesAndTheCaseSays() {
    var ada = house.at(house.ada());
    ada.write("Moments that matter", "Decide", "The first no");
    ada.write("Ideas", "Decide", "Call within a day");
    ada.page().getByLabel("Which moment it answers").selectOption("The first no");
    ada.isSaved();
    var page = house.open(house.ada(), "/results");
    var ben = house.open(house.ben(), "/results");

    page.getByRole(AriaRole.BUTTON, named("Make it an initiative")).click();
    var own = page.getByRole(AriaRole.REGION, named("What we will do"));
    assertThat(own).containsText("Nobody owns it yet.");
    field(own, "Who").fill("Mona");
    field(own, "First step").fill("Ring ten people who heard a no");
    field(own, "By").fill("2031-03-01");

    var theirs = ben.getByRole(AriaRole.REGION, named("What we will do"));
    assertThat(theirs.getByRole(AriaRole.HEADING, MapOnScreen.inside("Call within a day")))
        .isVisible();
    assertThat(field(theirs, "Who")).hasValue("Mona");
    assertThat(field(theirs, "First step")).hasValue("Ring ten people who heard a no");
    assertThat(field(theirs, "By")).hasValue("2031-03-01");
    assertThat(theirs).not().containsText("Nobody owns it yet.");
    assertThat(ben.getByText("Taken up below.")).isVisible();
    house.browser().noViolations(page);

    page.getByRole(AriaRole.BUTTON, named("Write the case for action")).click();
    assertThat(field(page, "Owner")).hasValue("Mona");
    assertThat(field(page, "First step")).hasValue("Ring ten people who heard a no");
    assertThat(field(page, "The first step is done by")).hasValue("2031-03-01");
    assertThat(field(page, "If we change")).hasValue("Call within a day");
  }

  @Test
  void ofTwoConflictsInARowEachIsAskedAboutAndEachAnswerHolds() {
    house.browser().expects("ERR_INTERNET_DISCONNECTED", "WebSocket");
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Doing", "Search", "I dream");
    ada.write("Doing", "Decide", "I sign");
    assertThat(ben.note("I sign")).isVisible();
    ben.page().context().setOffline(true);
    assertThat(ben.page().getByRole(AriaRole.STATUS).getByText("Offline")).isVisible();
    reword(ben, "I dream", "I dream of a balcony");
    reword(ben, "I sign", "I sign at once");
    reword(ada, "I dream", "I dream of a garden");
    reword(ada, "I sign", "I sign in the end");
    ada.isSaved();

    ben.page().context().setOffline(false);

    assertThat(dialog(ben)).containsText("I dream of a garden");
    assertThat(dialog(ben)).containsText("I dream of a balcony");
    ben.button("Keep mine").click();
    assertThat(dialog(ben)).containsText("I sign in the end");
    assertThat(dialog(ben)).containsText("I sign at once");
    ben.button("Keep both").click();
    assertThat(dialog(ben)).hasCount(0);
    for (var side : new MapOnScreen[] {ada, ben}) {
      assertThat(side.cell("Doing", "Search")).containsText("I dream of a balcony");
      assertThat(side.cell("Doing", "Search")).not().containsText("garden");
      assertThat(side.cell("Doing", "Decide")).containsText("I sign in the end");
      assertThat(side.cell("Doing", "Decide")).containsText("I sign at once");
    }
    ben.isSaved();
  }

  private static void reword(MapOnScreen map, String from, String to) {
    map.note(from).dblclick();
    map.type(to);
  }

  @Test
  void aNoteThatIsHalfWrittenWhenThePageIsLeftIsOnTheMap() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Doing", "Search", "I dream");
    ada.note("I dream").dblclick();
    ada.editor().fill("I dream of a balc");
    loadedAgain(ada);

    assertThat(ada.note("I dream of a balc")).isVisible();
    assertThat(ben.note("I dream of a balc")).isVisible();
    field(ada.page(), "Add to Thinking, Decide").click();
    ada.keyboard().type("Can I pay fo");
    loadedAgain(ada);

    assertThat(ada.note("Can I pay fo")).hasCount(1);
    assertThat(ben.cell("Thinking", "Decide")).containsText("Can I pay fo");
  }

  @Test
  void aNoteThatIsHalfWrittenWhenOneGoesBackIsOnTheMapOnce() {
    var ben = house.at(house.ben());
    var page = house.open(house.ada(), "/results");
    page.getByRole(AriaRole.LINK, named("A first flat")).first().click();
    var ada = new MapOnScreen(page).isThere();
    field(page, "Add to Thinking, Decide").click();
    ada.keyboard().type("Can I pay fo");
    page.goBack();

    assertThat(ben.cell("Thinking", "Decide")).containsText("Can I pay fo");
    page.goForward();
    ada.isThere().note("Can I pay fo").dblclick();
    ada.editor().fill("Can I pay for it");
    page.goBack();

    assertThat(ben.note("Can I pay for it")).isVisible();
    assertThat(ben.cell("Thinking", "Decide").getByRole(AriaRole.BUTTON)).hasCount(1);
  }

  @Test
  void aStepThatIsHalfTypedStaysWithItsStageWhenThatIsRenamed() {
    var ada = house.at(house.ada());
    openTeams(ada);
    var step = dialog(ada).getByRole(AriaRole.TEXTBOX, MapOnScreen.inside("Add a step to Search"));
    step.fill("Vis");
    house.does(
        """
        {"op":"set","id":"search","fields":{"name":"Decide"}}\
        """);

    var renamed =
        dialog(ada).getByRole(AriaRole.TEXTBOX, MapOnScreen.inside("Add a step to Decide"));
    assertThat(renamed).hasCount(2);
    assertThat(renamed.first()).hasValue("Vis");
    assertThat(renamed.last()).hasValue("");
  }

  @Test
  void aMapperWritesTheCaseOfAMomentInALockedLane() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Moments that matter", "Decide", "The first no");
    ada.button("Lock Moments that matter").click();
    assertThat(ben.page().getByText("Locked").first()).isVisible();
    ben.note("The first no").click();
    ben.button("Write the case for action").click();

    assertThat(field(ben.page(), "Owner")).isVisible();
  }

  @Test
  void theServerSpeaksTheLanguageThatIsChosenWhileTheMapIsOpen() {
    var page = house.at(house.ada()).page();
    page.getByLabel("Appearance and language").first().click();

    var line = page.waitForWebSocket(() -> page.getByText("Deutsch").first().click());

    assertThat(line.url()).contains("language=de");
    assertThat(page.getByRole(AriaRole.STATUS).getByText("Gespeichert")).isVisible();
  }

  @Test
  void whatIsHalfTypedBesideTheMapIsKeptWhenThePageIsLeft() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.write("Moments that matter", "Decide", "The first no");
    ada.note("The first no").click();
    ada.page().getByLabel("Why it matters").fill("It hurts for wee");
    loadedAgain(ada);
    ben.note("The first no").click();
    assertThat(ben.page().getByLabel("Why it matters")).hasValue("It hurts for wee");

    ada.note("The first no").click();
    field(ada.page(), "Write a comment").fill("Ask her ag");
    loadedAgain(ada);
    ada.note("The first no").click();
    assertThat(field(ada.page(), "Write a comment")).hasValue("Ask her ag");
    field(ada.page(), "Write a comment").press("Enter");
    assertThat(ben.page().getByRole(AriaRole.REGION, named("Comments"))).containsText("Ask her ag");
    assertThat(field(ada.page(), "Write a comment")).hasValue("");
    ada.isSaved();
    loadedAgain(ada);
    ada.note("The first no").click();
    assertThat(field(ada.page(), "Write a comment")).hasValue("");

    openTeams(ada);
    field(ada.page(), "Name of Search").first().fill("Search and fi");
    loadedAgain(ada);
    assertThat(ben.page().getByLabel("Stage: Search and fi").first()).isVisible();
    openTeams(ada);
    field(ada.page(), "Add a team").first().fill("Notar");
    loadedAgain(ada);
    openTeams(ada);
    assertThat(field(ada.page(), "Add a team").first()).hasValue("Notar");
  }

  @Test
  void aNameThatIsHalfTypedInItsHeadingIsKeptAndEscapeLetsItGo() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    var heading = ada.page().getByLabel("Stage: Search");
    heading.fill("Search and as");
    loadedAgain(ada);
    assertThat(ada.page().getByLabel("Stage: Search and as")).hasValue("Search and as");
    assertThat(ben.page().getByLabel("Stage: Search and as")).isVisible();

    var decide = ada.page().getByLabel("Stage: Decide");
    decide.fill("Something else");
    decide.press("Escape");
    assertThat(decide).hasValue("Decide");
    decide.fill("Choose");
    decide.press("Enter");
    assertThat(ben.page().getByLabel("Stage: Choose")).isVisible();
    ada.page().getByLabel("Stage: Choose").fill(" ");
    ada.page().getByLabel("Stage: Choose").press("Enter");
    assertThat(ada.page().getByLabel("Stage: Choose")).hasValue("Choose");
  }

  @Test
  void whoLetsAHeadingGoTakesWhatAnotherWroteMeanwhileAndHasNothingToUndo() {
    var ada = house.at(house.ada());
    var ben = house.at(house.ben());
    ada.page().getByLabel("Stage: Search").fill("Look");
    ben.page().getByLabel("Stage: Search").fill("Seek");
    ben.page().getByLabel("Stage: Search").press("Enter");
    var heading = ada.page().getByLabel("Stage: Seek");
    assertThat(heading).hasValue("Look");

    heading.press("Escape");

    assertThat(heading).hasValue("Seek");
    assertThat(ada.button("Undo")).isDisabled();
  }

  @Test
  void theFirstStagesThatAreHalfTypedAreKeptWhenThePageIsLoadedAgain() {
    var page = house.with("blank").open(house.ada(), "");
    page.getByLabel("The stages, one a line").fill("Dream\nLo");

    page.reload();

    assertThat(page.getByLabel("The stages, one a line")).hasValue("Dream\nLo");
  }

  @Test
  void aPhoneThatIsLoadedAgainStillHasWhatWasBegun() {
    var phone = house.join("guest", "Cleo", Browser.phone());
    var park = phone.getByLabel("Something that does not belong here now?");
    phone.getByLabel("What it says").fill("Nobody told me wh");
    park.fill("Who pays the nota");

    phone.reload();

    assertThat(phone.getByLabel("What it says")).hasValue("Nobody told me wh");
    assertThat(park).hasValue("Who pays the nota");
    phone.getByRole(AriaRole.BUTTON, named("Add the note")).tap();
    assertThat(phone.getByLabel("What it says")).hasValue("");
    assertThat(house.at(house.ada()).note("Nobody told me wh")).isVisible();
  }

  @Test
  void anInitiativesWordsThatAreHalfTypedAreKeptWhenThePageIsLeft() {
    house.does(
        """
        {"op":"put","element":{"kind":"initiative","id":"i1","title":"Call","order":"V000"}}\
        """);
    var page = house.open(house.ada(), "/results");
    field(page, "Who").fill("Mon");

    page.reload();

    assertThat(field(page, "Who")).hasValue("Mon");
    assertThat(field(house.open(house.ben(), "/results"), "Who")).hasValue("Mon");
  }
}
