package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody reads whose browser prefers German, where the words are the server's. */
final class GermanScreenTest {
  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static MapHouse all;

  @BeforeAll
  static void twoColleagues() {
    all = MapHouse.of(server, browser);
  }

  private static NewContextOptions inGerman() {
    return Browser.desktop().setLocale("de-DE");
  }

  @Test
  void aCodeThatOpensNothingIsRefusedInGerman() {
    browser.expects("400");
    var page = browser.visit(server.url("/join"), inGerman());

    page.getByLabel("Code").fill("ABCDEF");
    page.getByLabel("Ihr Name").fill("Cleo");
    page.getByRole(AriaRole.BUTTON, named("Dazukommen")).click();

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("bitten Sie um einen neuen");
  }

  @Test
  void aMapThatIsNotThereSaysSoInGermanOverItsLine() {
    browser.expects("404");
    var page = browser.visit(server.url("/maps/nothing"), all.ada(), inGerman());

    assertThat(page.getByText("Diese Landkarte gibt es nicht.")).isVisible();
  }

  @Test
  void lanesThatKeepTheirNameAreCalledByTheirRoleAndOthersAsTheyWereNamed() {
    var house = all.withTwoStages();
    house.does("{\"op\":\"set\",\"id\":\"lane-thinking\",\"fields\":{\"name\":\"Own thoughts\"}}");
    var page = browser.visit(server.url("/maps/" + house.map()), house.ada(), inGerman());

    for (var lane :
        List.of(
            "Tun",
            "Own thoughts",
            "Fühlen",
            "Bedürfnisse: was gehen muss",
            "Bedürfnisse: wie es sich anfühlen soll",
            "Kanäle und Berührungen",
            "Auf der Bühne: Menschen",
            "Auf der Bühne: Dinge",
            "Hinter der Bühne: Menschen",
            "Hinter der Bühne: Dinge",
            "Mitarbeitende: Gefühl und Aufwand",
            "Teams",
            "Wirkung",
            "Momente, die zählen",
            "Hindernisse und Gelegenheiten",
            "Ideen")) {
      assertThat(page.getByRole(AriaRole.REGION, named(lane).setExact(true))).isVisible();
    }
  }

  @Test
  void aMapBegunInGermanIsWrittenInGerman() {
    var page = browser.visit(server.url("/maps"), all.ada(), inGerman());

    page.getByRole(AriaRole.BUTTON, named("Die erste eigene Wohnung")).click();

    assertThat(page.getByText("Ich frage Jonas im Nachtdienst")).isVisible();
    assertThat(page.getByRole(AriaRole.REGION, named("Tun").setExact(true))).isVisible();
  }

  @Test
  void aWorkshopIsLedInGerman() {
    var page =
        browser.visit(server.url("/maps/" + all.withTwoStages().map()), all.ada(), inGerman());

    page.getByRole(AriaRole.BUTTON, named("Werkstatt").setExact(true)).click();
    page.getByRole(AriaRole.BUTTON, named("30 Minuten: ein Moment")).click();
    page.getByRole(AriaRole.BUTTON, named("Beginnen").setExact(true)).click();

    assertThat(page.getByText("Lesen Sie die Persona vor.")).isVisible();
  }
}
