package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ada, who leads, and Ben, who maps, at two browsers on one map; guests by its code. */
final class MapScreenTest {
  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  /** The number of the activity of the half-hour agenda in which dots are given. */
  private static final int VOTING = 5;

  private static MapHouse all;
  private static Cookie ada;
  private static Cookie ben;
  private MapHouse house;
  private String map;

  @BeforeAll
  static void twoColleagues() {
    all = MapHouse.of(server, browser);
    ada = all.ada();
    ben = all.ben();
  }

  @BeforeEach
  void aMapForBoth() {
    house = all.withTwoStages();
    map = house.map();
  }

  private MapOnScreen at(Cookie who) {
    return house.at(who);
  }

  private void lead(String deed) {
    var led =
        server.post(
            "/v1/boards/" + map + "/lead", "{\"deed\":\"" + deed + "\",\"agenda\":\"half-hour\"}");
    assertThat(led.status()).as(led.text()).isEqualTo(204);
  }

  private Page join(String role, String name) {
    return house.join(role, name, Browser.phone());
  }

  @Test
  void aMapIsBegunByTypingItsStagesAndItsFirstNoteByKeysAlone() {
    var page = browser.visit(server.url("/maps"), ada);
    page.getByRole(AriaRole.BUTTON, named("Blank map")).click();
    page.getByLabel("Type the stages, one a line").fill("Search\nDecide\nMove in");
    page.getByRole(AriaRole.BUTTON, named("Add stages").setExact(true)).last().click();
    var own = new MapOnScreen(page).isThere();

    page.keyboard().press("n");
    page.keyboard().type("I look at flats at night");
    page.keyboard().press("Enter");
    page.keyboard().press("Alt+ArrowRight");

    assertThat(own.cell("Doing", "Decide")).containsText("I look at flats at night");
    assertThat(own.note("I look at flats")).isFocused();
    own.isSaved();
  }

  @Test
  void whatOneWritesTheOtherSeesAndSoWhoIsThere() {
    var left = at(ada);
    var right = at(ben);

    left.write("Thinking", "Search", "Can I pay for this at all?");

    assertThat(right.cell("Thinking", "Search")).containsText("Can I pay for this at all?");
    assertThat(right.page().getByRole(AriaRole.LIST, named("Who is here"))).containsText("Ada");
  }

  @Test
  void aNoteIsDraggedToAnotherCellAndStandsThereForBoth() {
    var left = at(ada);
    var right = at(ben);
    left.write("Doing", "Search", "I call the agent");
    assertThat(right.cell("Doing", "Search")).containsText("I call the agent");
    var from = left.note("I call the agent").boundingBox();
    var onto = left.page().locator("[data-cell='lane-thinking|decide']").boundingBox();

    var mouse = left.page().mouse();
    mouse.move(from.x + 20, from.y + 20);
    mouse.down();
    mouse.move(
        onto.x + 60, onto.y + 30, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(8));
    mouse.up();

    assertThat(left.cell("Thinking", "Decide")).containsText("I call the agent");
    assertThat(right.cell("Thinking", "Decide")).containsText("I call the agent");
    assertThat(right.cell("Doing", "Search")).not().containsText("I call the agent");
  }

  @Test
  void whatCanBeDraggedCanBeMovedByAChoice() {
    var own = at(ada);
    own.write("Doing", "Search", "I call the agent");

    own.note("I call the agent").click();
    own.page().keyboard().press("m");
    var choice = own.page().getByRole(AriaRole.DIALOG);
    choice.getByLabel("Lane").selectOption("Ideas");
    choice.getByLabel("Step").selectOption("Decide");
    own.button("Move").click();

    assertThat(own.cell("Ideas", "Decide")).containsText("I call the agent");
  }

  @Test
  void undoAndRedoConcernOnesOwnDeedsAlone() {
    var left = at(ada);
    var right = at(ben);
    left.write("Doing", "Search", "by Ada");
    assertThat(right.note("by Ada")).isVisible();
    right.write("Doing", "Search", "by Ben");
    assertThat(left.note("by Ben")).isVisible();
    left.note("by Ada").click();
    left.page().keyboard().press("Delete");
    assertThat(right.note("by Ada")).hasCount(0);

    left.page().keyboard().press("Control+z");
    assertThat(right.note("by Ada")).isVisible();
    left.page().keyboard().press("Control+y");
    assertThat(right.note("by Ada")).hasCount(0);

    assertThat(left.note("by Ben")).isVisible();
    assertThat(right.button("Redo")).isDisabled();
  }

  @ParameterizedTest
  @CsvSource({
    "Keep mine, Ada's words, Ben's words",
    "Take theirs, Ben's words, Ada's words",
    "Keep both, Ada's words, ''"
  })
  void whoWritesOverAnotherIsAskedWhatToKeep(String choice, String kept, String lost) {
    var left = at(ada);
    var right = at(ben);
    left.write("Doing", "Search", "first words");
    assertThat(right.note("first words")).isVisible();
    left.note("first words").dblclick();
    assertThat(right.note("first words")).containsText("Ada is writing");
    right.note("first words").dblclick();

    right.type("Ben's words");
    right.isSaved();
    left.type("Ada's words");
    assertThat(left.page().getByRole(AriaRole.DIALOG)).containsText("You wrote:");
    left.button(choice).click();

    for (var side : List.of(left, right)) {
      assertThat(side.cell("Doing", "Search")).containsText(kept);
      if (!lost.isEmpty()) {
        assertThat(side.cell("Doing", "Search")).not().containsText(lost);
      } else {
        assertThat(side.cell("Doing", "Search")).containsText("Ben's words");
      }
    }
  }

  @Test
  void whatLiesInALockedLaneStaysAndTheServerSaysWhy() {
    var left = at(ada);
    var right = at(ben);
    left.write("Doing", "Search", "stays");
    assertThat(right.note("stays")).isVisible();

    left.button("Lock Doing").click();
    assertThat(right.page().getByText("Locked").first()).isVisible();
    assertThat(right.page().getByLabel("Add to Doing, Search")).hasCount(0);
    right.note("stays").click();
    right.page().keyboard().press("Delete");

    assertThat(right.alert()).containsText("The facilitator has locked this lane");
    assertThat(right.note("stays")).isVisible();
    assertThat(left.note("stays")).isVisible();
  }

  @Test
  void whatIsWrittenInSilenceShowsWhenItIsShown() {
    var left = at(ada);
    var right = at(ben);
    left.button("Workshop").click();
    left.button("30 minutes: one moment 6 activities").click();
    left.button("Start").click();
    left.button("Next activity").click();
    assertThat(right.page().getByText("Silent writing")).isVisible();

    right.write("Thinking", "Search", "I am afraid to ask");
    assertThat(right.note("I am afraid to ask")).containsText("Only you see this");
    right.isSaved();
    assertThat(left.note("I am afraid to ask")).hasCount(0);
    left.button("Show everything").click();

    assertThat(left.note("I am afraid to ask")).isVisible();
  }

  @Test
  void aPhoneJoinsByTheCodeWritesAndVotesWithItsDots() {
    var left = at(ada);
    left.write("Moments that matter", "Decide", "The first no");
    var phone = join("guest", "Cleo");
    browser.fitsAcross(phone);

    phone.getByLabel("Step").selectOption("Decide");
    phone.getByLabel("What it says").fill("Nobody told me why");
    phone.getByRole(AriaRole.BUTTON, named("Add the note")).tap();
    assertThat(left.cell("Thinking", "Decide")).containsText("Nobody told me why");
    lead("begin");
    for (int activity = 1; activity <= VOTING; activity++) {
      lead("next");
    }
    server.onMap(map, "{\"op\":\"set\",\"id\":\"workshop\",\"fields\":{\"dots\":2}}");
    phone.getByLabel("Give a dot: The first no").tap();
    phone.getByLabel("Give a dot: The first no").tap();

    assertThat(phone.getByText("0 of 2 dots left")).isVisible();
    assertThat(phone.getByLabel("Give a dot: The first no")).isDisabled();
    assertThat(left.note("The first no")).not().containsText("2");
    left.button("Close the voting").click();
    assertThat(left.note("The first no")).containsText("2");
    browser.noViolations(phone);
  }

  @Test
  void whoLooksOnIsOfferedNothingToWriteAndForgedDeedsAreRefused() {
    var left = at(ada);
    left.write("Doing", "Search", "stays");
    lead("begin");
    var phone = join("viewer", "Vera");

    assertThat(phone.getByRole(AriaRole.TEXTBOX)).hasCount(0);
    assertThat(forged(phone, "{op:'del', id:'search'}")).contains("You are looking on");
    assertThat(forged(phone, "{op:'set', id:'workshop', fields:{voting:true}}"))
        .contains("You are looking on");
    assertThat(left.note("stays")).isVisible();
    assertThat(left.cell("Doing", "Search")).isVisible();
  }

  @Test
  void aGuestWhoForgesALeadersDeedIsRefused() {
    lead("begin");
    var phone = join("guest", "Gil");

    assertThat(forged(phone, "{op:'set', id:'lane-doing', fields:{locked:true}}"))
        .contains("Guests write notes");
    assertThat(forged(phone, "{op:'set', id:'workshop', fields:{voting:true}}"))
        .contains("Guests write notes");
    assertThat(forged(phone, "{op:'put', element:{kind:'spaceship', id:'x'}}"))
        .contains("no such kind of element");
    assertThat(forged(phone, "{op:'set', id:'gone', fields:{text:'a'}}")).isNotEmpty();
  }

  /** Sends an operation past the screen, over a line of its own; the server's answer to it. */
  private String forged(Page page, String op) {
    return (String)
        page.evaluate(
            """
            () => new Promise((done) => {
              const line = new WebSocket(`ws://${location.host}/v1/boards/MAP/live?guest=1`)
              line.onopen = () => line.send(JSON.stringify({type: 'join', since: 0}))
              line.onmessage = ({data}) => {
                const told = JSON.parse(data)
                if (told.type === 'welcome')
                  line.send(JSON.stringify({type: 'batch', batch: {
                    id: 'forged-' + Math.random(), author: told.member, label: '', ops: [OP]}}))
                if (told.type === 'refused' || told.type === 'revision') {
                  line.close(1000)
                  done(told.message ?? 'TAKEN')
                }
              }
              line.onclose = ({code, reason}) => done(`closed ${code} ${reason}`)
            })\
            """
                .replace("MAP", map)
                .replace("OP", op));
  }

  @Test
  void whatIsWrittenOfflineIsKeptAndReplayed() {
    browser.expects("ERR_INTERNET_DISCONNECTED", "WebSocket");
    var left = at(ada);
    var right = at(ben);

    right.page().context().setOffline(true);
    assertThat(right.page().getByRole(AriaRole.STATUS).getByText("Offline")).isVisible();
    right.write("Doing", "Search", "in the tunnel");
    left.write("Doing", "Decide", "meanwhile");
    assertThat(right.page().getByRole(AriaRole.STATUS).getByText("1 change waits")).isVisible();
    assertThat(left.note("in the tunnel")).hasCount(0);
    right.page().context().setOffline(false);

    assertThat(left.note("in the tunnel")).isVisible();
    assertThat(right.note("meanwhile")).isVisible();
    right.isSaved();
  }

  @Test
  void pastedLinesBecomeNotesAndTooMuchIsRefusedInClearWords() {
    var own = at(ada);
    own.page().getByLabel("Add to Doing, Search").click();
    own.paste("I dream\nI save\nI search");
    assertThat(own.cell("Doing", "Search").getByRole(AriaRole.BUTTON)).hasCount(3);

    own.page().getByLabel("Add to Thinking, Search").click();
    own.paste("one more line\n".repeat(3_000));
    assertThat(own.alert()).containsText("3,000");
    own.page().keyboard().press("Escape");
    own.page().getByLabel("Add to Thinking, Search").click();
    own.paste("short\n" + "word ".repeat(1_000));
    assertThat(own.alert()).containsText("2,000");
    own.page().keyboard().press("Escape");

    assertThat(own.cell("Doing", "Search").getByRole(AriaRole.BUTTON)).hasCount(3);
    assertThat(own.cell("Thinking", "Search").getByRole(AriaRole.BUTTON)).hasCount(0);
  }

  @Test
  void aPastedTableGoesToTheRightAndWhatIsWiderStaysInTheLastColumn() {
    var own = at(ada);
    own.page().getByLabel("Add to Doing, Search").click();
    own.paste("I look\tI sign\nI ask\t\n");
    assertThat(own.cell("Doing", "Search").getByRole(AriaRole.BUTTON)).hasCount(2);
    assertThat(own.cell("Doing", "Decide").getByRole(AriaRole.BUTTON)).hasCount(1);
    assertThat(own.cell("Doing", "Decide")).containsText("I sign");

    own.page().getByLabel("Add to Thinking, Decide").click();
    own.paste("Is it mine?\tCan I?\tShall I?");

    var told = own.page().locator("p[popover][role=status]");
    assertThat(told).containsText("the rest lies in the last one");
    assertThat(told).isVisible();
    assertThat(own.cell("Thinking", "Decide").getByRole(AriaRole.BUTTON)).hasCount(3);
    own.press("Control+z");
    assertThat(own.cell("Thinking", "Decide").getByRole(AriaRole.BUTTON)).hasCount(0);

    own.note("I sign").dblclick();
    own.editor().fill("");
    own.paste("I sign here\tI pay");

    assertThat(told).containsText("2 notes. The table has 2 columns");
    assertThat(own.cell("Doing", "Decide").getByRole(AriaRole.BUTTON)).hasCount(2);
  }

  @Test
  void theMapHasNoViolation() {
    var own = at(ada);
    own.write("Doing", "Search", "I dream");
    own.note("I dream").click();
    assertThat(own.page()).hasTitle(Pattern.compile("A first flat.*"));
    browser.noViolations(own.page());
  }
}
