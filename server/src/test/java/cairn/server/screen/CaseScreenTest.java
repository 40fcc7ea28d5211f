package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a moment on a map to a case that is filled, kept true, printed, decided and measured. */
final class CaseScreenTest {
  private static final int SIDES = 2;
  private static final float A4_WIDTH_POINTS = 595;
  private static final float A4_HEIGHT_POINTS = 842;

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private Page page;
  private MapOnScreen map;
  private String board;

  @BeforeEach
  void aCaseIsWrittenFromAMoment() {
    page = browser.visit(server.url("/maps"));
    page.getByRole(AriaRole.BUTTON, named("First home")).click();
    map = new MapOnScreen(page).isThere();
    board = page.url().substring(page.url().lastIndexOf('/') + 1);
    map.note("Two days to answer").click();
    map.button("Write the case for action").click();
    assertThat(page.getByText("Case for action").first()).isVisible();
  }

  private Locator field(String label) {
    return page.getByLabel(label, new GetByLabelOptions().setExact(true));
  }

  private void say(String label, String words) {
    field(label).fill(words);
    field(label).blur();
  }

  @Test
  void whatIsFilledInIsReadBackFromTwoSidesOfA4() throws IOException {
    var person = field("Who").inputValue();
    say("Then this moves", "answers within a day");
    say("From", "20");
    field("Where From comes from").selectOption("measured");
    say("To", "90");
    field("Counted in").first().fill("% of calls");
    field("By").fill("2026-12-01");
    say("For the person", "She hears yes or no in time");
    say("At least, For the person", "3");
    say("At most, For the person", "5");
    field("Counted in").nth(1).fill("days of waiting less");
    say("At most, For the staff", "-2");
    field("Counted in").nth(2).fill("hours of typing a week");
    say("First step", "Call ten people who heard a no");
    say("Owner", "Mona");
    say("The decision we ask for", "Two weeks of one adviser");
    assertThat(page.getByText("3 to 5 days of waiting less").first()).isVisible();
    browser.noViolations(page);

    try (var document = printed()) {
      assertThat(document.getNumberOfPages()).isEqualTo(SIDES);
      for (var side : document.getPages()) {
        assertThat(side.getMediaBox().getWidth())
            .isCloseTo(A4_WIDTH_POINTS, org.assertj.core.data.Offset.offset(2f));
        assertThat(side.getMediaBox().getHeight())
            .isCloseTo(A4_HEIGHT_POINTS, org.assertj.core.data.Offset.offset(2f));
      }
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(text(document))
          .contains("Two days to answer")
          .contains(person.substring(0, 40))
          .contains("answers within a day moves from 20 (measured) to 90 % of calls (assumed)")
          .contains("She hears yes or no in time")
          .contains("3 to 5 days of waiting less assumed")
          .contains("at most −2 hours of typing a week")
          .contains("Call ten people who heard a no")
          .contains("Mona")
          .contains("Two weeks of one adviser")
          .doesNotContain("Search or do")
          .doesNotContain("Skip to the content");
    }
  }

  @Test
  void aRangeWhoseEndsAreCrossedIsToldAndNotPrinted() throws IOException {
    say("At least, For the staff", "9");
    say("At most, For the staff", "4");

    assertThat(page.getByText("At least is more than at most")).isVisible();
    try (var document = printed()) {
      assertThat(text(document)).doesNotContain("9 to 4");
    }
  }

  @Test
  void whatTheMapHasLeftBehindIsMarkedAndBroughtUpWhileWhatPeopleWroteStays() {
    var need = field("What they need");
    say("What doing nothing costs", "Nine flats a month");
    var moment = moment();

    server.onMap(
        board,
        """
        {"op":"set","id":"%s","fields":{"need":"An answer by noon","impact":"Eleven flats"}}\
        """
            .formatted(moment));

    assertThat(page.getByText("The map has moved on")).hasCount(2);
    map.button("Bring 1 part up to the map").click();
    assertThat(need).hasValue("An answer by noon");
    assertThat(field("What doing nothing costs")).hasValue("Nine flats a month");
    map.button("Take what the map says").click();
    assertThat(field("What doing nothing costs")).hasValue("Eleven flats");
    assertThat(page.getByText("The map has moved on")).hasCount(0);
  }

  @Test
  void aNotNowKeepsTheDayToAskAgainAndANoItsReason() throws IOException {
    map.button("Not now").click();
    say("Decided by", "The board of the bank");
    field("Ask again on").fill("2027-03-01");
    assertThat(field("Ask again on")).hasValue("2027-03-01");
    try (var document = printed()) {
      assertThat(text(document))
          .contains("Not now: ")
          .contains("The board of the bank")
          .contains("to be asked again on 1 Mar 2027");
    }

    map.button("No").click();
    say("Why", "The deputy costs more than the flats");
    map.isSaved();
    page.reload();

    assertThat(map.button("No")).hasAttribute("aria-pressed", "true");
    assertThat(field("Why")).hasValue("The deputy costs more than the flats");
    assertThat(field("Ask again on")).hasCount(0);
    assertThat(page.getByText("What came of it")).not().isVisible();
  }

  @Test
  void aYesIsLaterHeldAgainstWhatWasMeasured() throws IOException {
    say("Then this moves", "answers within a day");
    say("From", "20");
    field("Where From comes from").selectOption("measured");
    say("To", "90");
    map.button("Yes").click();

    say("What it was in the end: answers within a day", "62");
    field("Measured on").fill("2027-06-01");
    say("What we learned", "The deputy is called at night");

    assertThat(page.getByText("60 % of the way we believed in").first()).isVisible();
    browser.noViolations(page);
    try (var document = printed()) {
      assertThat(document.getNumberOfPages()).isEqualTo(SIDES);
      assertThat(text(document))
          .contains("Yes: ")
          .contains("answers within a day: 62 (measured)")
          .contains("60 % of the way we believed in")
          .contains("The deputy is called at night");
    }
  }

  @Test
  void aCaseIsWrittenAndDecidedWithTheKeysAlone() {
    page.navigate(server.url("/maps/" + board + "/results"));
    var write = page.getByRole(AriaRole.LINK, named("Read the case")).first();
    write.focus();
    page.keyboard().press("Enter");
    assertThat(field("Who")).isVisible();
    field("The decision we ask for").focus();
    page.keyboard().type("A deputy with a name");
    for (int tabs = 0; tabs < 20 && !isFocused("Not now"); tabs++) {
      page.keyboard().press("Tab");
    }

    page.keyboard().press("Enter");

    assertThat(map.button("Not now")).hasAttribute("aria-pressed", "true");
    assertThat(field("The decision we ask for")).hasValue("A deputy with a name");
  }

  private boolean isFocused(String words) {
    return words.equals(page.evaluate("document.activeElement.textContent"));
  }

  private String moment() {
    for (var element : server.get("/v1/boards/" + board).json().at("/snapshot/elements")) {
      if (element.path("title").asText().equals("Two days to answer")
          && element.path("kind").asText().equals("moment")) {
        return element.path("id").asText();
      }
    }
    throw new AssertionError("the template has this moment");
  }

  private PDDocument printed() throws IOException {
    return Loader.loadPDF(page.pdf(new PdfOptions().setPreferCSSPageSize(true).setTagged(true)));
  }

  private static String text(PDDocument document) throws IOException {
    return Pattern.compile("\\s+").matcher(new PDFTextStripper().getText(document)).replaceAll(" ");
  }
}
