package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a moment on a map to a case that is printed. */
final class CaseScreenTest {
  private static final int PAGES_MAX = 2;

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  @Test
  void aCaseIsWrittenFromAMomentAndReadBackFromItsPdf() throws IOException {
    var page = browser.visit(server.url("/maps"));
    page.getByRole(AriaRole.BUTTON, named("First home")).click();
    var map = new MapOnScreen(page).isThere();
    page.locator("[data-kind=moment]").first().click();
    map.button("Write the case for action").click();
    assertThat(page.getByText("Case for action").first()).isVisible();
    page.getByLabel("First step").fill("Call ten people who heard a no");
    page.getByLabel("The decision we ask for").fill("Two weeks of one adviser");
    page.getByText("Yes", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
        .first()
        .click();
    var title = page.getByRole(AriaRole.HEADING).first().innerText();
    var person =
        page.getByLabel("Who", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
            .inputValue();

    var pdf = page.pdf(new PdfOptions().setFormat("A4").setTagged(true));

    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(PAGES_MAX);
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      var text =
          Pattern.compile("\\s+").matcher(new PDFTextStripper().getText(document)).replaceAll(" ");
      assertThat(text)
          .contains(title)
          .contains(person.substring(0, 40))
          .contains("Call ten people who heard a no")
          .contains("Two weeks of one adviser")
          .contains("Yes 20")
          .doesNotContain("Search or do");
    }
  }
}
