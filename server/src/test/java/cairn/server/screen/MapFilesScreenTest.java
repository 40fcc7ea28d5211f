package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;

/** What is taken out of a map is opened and read back; what is brought in is looked at first. */
final class MapFilesScreenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static MapHouse house;

  @BeforeAll
  static void aMapFromATemplate() {
    house = MapHouse.of(server, browser).with("first-home");
  }

  /** Takes the map out by its menu, as the browser keeps it. */
  private static Path takenOut(String form) {
    var own = house.at(house.ada());
    own.button("Take out").click();
    return own.page().waitForDownload(() -> own.page().getByText(form).click()).path();
  }

  private static Document xml(Path file) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }

  @Test
  void theJsonHoldsEverythingAndMakesTheSameMapAgain() throws IOException {
    var json = Files.readString(takenOut("Whole map (JSON)"));
    var out = JSON.readTree(json).path("elements");
    assertThat(out.size()).isGreaterThan(100);

    var page = browser.visit(server.url("/maps"), house.ada());
    bring(page, "flat.json", json);
    assertThat(page.getByText("A whole map: ")).containsText("6 stages");
    page.getByLabel("Name of the new map").fill("The same again");
    page.getByRole(AriaRole.BUTTON, named("Make the map")).click();
    var own = new MapOnScreen(page).isThere();

    assertThat(own.note("I type my pay")).isVisible();
    var id = page.url().substring(page.url().lastIndexOf('/') + 1);
    var again = server.get("/v1/boards/" + id).json().path("snapshot").path("elements");
    assertThat(again.size()).isEqualTo(out.size());
  }

  @Test
  void theTableHasARowForEveryCard() throws IOException {
    var rows = Files.readString(takenOut("Table (CSV)"));

    assertThat(rows).startsWith("stage,step,lane,kind,text,");
    assertThat(rows)
        .contains("Dream,Do my first sum,Doing,note,\"I type my pay, then guess at the rest\"");
  }

  @Test
  void thePlannedLogSaysThatItIsPlanned() throws Exception {
    var log = xml(takenOut("Planned log (XES)"));

    assertThat(log.getDocumentElement().getTagName()).isEqualTo("log");
    var flags = log.getElementsByTagName("boolean");
    assertThat(flags.getLength())
        .isPositive()
        .isEqualTo(log.getElementsByTagName("trace").getLength());
    for (int at = 0; at < flags.getLength(); at++) {
      var flag = flags.item(at).getAttributes();
      assertThat(flag.getNamedItem("key").getNodeValue()).isEqualTo("isPlanned");
      assertThat(flag.getNamedItem("value").getNodeValue()).isEqualTo("true");
    }
    assertThat(log.getElementsByTagName("event").getLength()).isGreaterThan(10);
  }

  @Test
  void theJourneyModelHasItsPhasesActorsAndTouchpoints() throws Exception {
    var model = xml(takenOut("Journey model (CJML)"));

    assertThat(model.getElementsByTagName("phase").getLength()).isEqualTo(6);
    assertThat(model.getElementsByTagName("actor").getLength()).isGreaterThan(2);
    assertThat(model.getElementsByTagName("communicationPoint").getLength()).isGreaterThan(8);
  }

  @Test
  void thePictureIsAsWideAsTheMapAndHasItsColours() throws IOException {
    var picture = ImageIO.read(takenOut("Picture (PNG)").toFile());

    assertThat(picture.getWidth()).isGreaterThan(2_000);
    assertThat(picture.getHeight()).isGreaterThan(1_000);
    var colours = new java.util.HashSet<Integer>();
    for (int x = 0; x < picture.getWidth(); x += 40) {
      for (int y = 0; y < picture.getHeight(); y += 40) {
        colours.add(picture.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(5);
  }

  @Test
  void thePrintedMapHoldsEveryStageAndWhatPeopleFeel() throws IOException {
    var own = house.at(house.ada());
    own.button("Take out").click();
    own.page().getByText("Print or PDF").click();
    assertThat(own.page().getByRole(AriaRole.HEADING, named("Live there"))).isVisible();

    var pdf = own.page().pdf(new PdfOptions().setPreferCSSPageSize(true).setTagged(true));

    try (var document = Loader.loadPDF(pdf)) {
      var page = document.getPage(0).getMediaBox();
      assertThat(page.getWidth()).isGreaterThan(page.getHeight());
      var text =
          Pattern.compile("\\s+").matcher(new PDFTextStripper().getText(document)).replaceAll(" ");
      assertThat(text)
          .contains("Dream", "Find out", "Look", "Decide", "Sign", "Live there")
          .contains("I type my pay, then guess at the rest")
          .contains("Lena, 31, nurse on shifts: −0.5")
          .doesNotContain("Search or do");
    }
  }

  @Test
  void aTableIsShownAsItIsReadPutRightAndOnlyThenMade() {
    var page = browser.visit(server.url("/maps"), house.ada());
    int before = server.get("/v1/boards").json().size();

    bring(page, "notes.csv", "Phase;Was;Wo\nDream;I read;Doing\nSearch;I ask;Doing\n");
    var looked = page.getByRole(AriaRole.REGION, named("This is how notes.csv is read"));
    assertThat(looked).containsText("2 rows with semicolons between the cells");
    assertThat(looked).containsText("No column is called text");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Make the map"))).isDisabled();
    looked.getByLabel("Column for the text").selectOption("Was");
    looked.getByLabel("Column for the lane").selectOption("Wo");
    assertThat(looked).containsText("2 notes on 2 stages");
    browser.noViolations(page);
    assertThat(server.get("/v1/boards").json()).hasSize(before);
    page.getByRole(AriaRole.BUTTON, named("Make the map")).click();
    var own = new MapOnScreen(page).isThere();

    assertThat(own.cell("Doing", "Dream")).containsText("I read");
    assertThat(own.cell("Doing", "Search")).containsText("I ask");
  }

  @Test
  void oneOfEachIsToldAsOne() {
    var page = browser.visit(server.url("/maps"), house.ada());

    bring(page, "one.csv", "stage,text\nDream,I read\n");

    assertThat(page.getByText("1 note on 1 stage, from 1 row with commas")).isVisible();
  }

  @Test
  void whatIsNoMapIsRefusedInWordsAndNothingIsMade() {
    browser.expects("400");
    var page = browser.visit(server.url("/maps"), house.ada());
    int before = server.get("/v1/boards").json().size();

    bring(page, "odd.json", "{\"not\": \"a map\"");

    assertThat(page.getByText("There is no field not.")).isVisible();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Make the map"))).hasCount(0);
    assertThat(server.get("/v1/boards").json()).hasSize(before);
  }

  private static void bring(Page page, String name, String text) {
    page.getByLabel("Bring a map in")
        .setInputFiles(new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8)));
  }
}
