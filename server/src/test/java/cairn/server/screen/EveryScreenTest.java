package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every screen: without a violation in light and dark and on a phone, no wider than the phone, and
 * reached by keys. Pictures of all of them lie in {@code target/screens} afterwards.
 */
final class EveryScreenTest {
  private static final int PHONE_WIDTH = 375;
  private static final int PHONE_HEIGHT = 740;

  @RegisterExtension static final Browser browser = new Browser();
  @RegisterExtension static final RealServer server = RealServer.running("first-home");

  private static Cookie ada;
  private static String map;
  private static String story;
  private static String persona = "";
  private static String decision;
  private static String draft;

  @BeforeAll
  static void aHouseThatIsLivedIn() {
    ada = server.account("Ada", "operator", "facilitator", "designer", "helper", "analyst");
    for (var name : new String[] {"ben", "cleo", "dora", "emil"}) {
      server.happened(name, "Home interest shown");
    }
    server.happened("cleo", "Viewing booked");
    server.happened("dora", "A_PREACCEPTED");
    server.happened("emil", "Not for me");
    map =
        server
            .post("/v1/boards", "{\"title\":\"A first flat\",\"template\":\"first-home\"}")
            .json()
            .path("id")
            .asText();
    var elements = server.get("/v1/boards/" + map).json().path("snapshot").path("elements");
    String moment = "";
    for (var element : elements) {
      switch (element.path("kind").asText()) {
        case "moment" -> moment = element.path("id").asText();
        case "persona" -> persona = element.path("id").asText();
        default -> {
          // Other elements have no page of their own.
        }
      }
    }
    story =
        server
            .post("/v1/boards/" + map + "/cases", "{\"moment\":\"" + moment + "\"}")
            .json()
            .path("id")
            .asText();
    assertThat(story).isNotEmpty();
    decision =
        server
            .post(
                "/v1/decisions",
                "{\"person\":\"cleo\",\"channel\":\"app\",\"placements\":[\"home\"]}")
            .json()
            .path("decision")
            .asText();
    assertThat(decision).isNotEmpty();
    draft = aDraftThatSaysMore();
  }

  private static String aDraftThatSaysMore() {
    var begun = server.post("/v1/drafts", "{\"title\":\"Rest longer\"}").json();
    var id = begun.path("id").asText();
    var rest = "[\"contacts\",\"rest-after-a-no\",\"suppress\",\"pause\"]";
    var edits =
        "[{\"file\":\"policies/all.yaml\",\"path\":%s,\"kind\":\"put\",\"value\":\"90d\"}]"
            .formatted(rest);
    var changed =
        server.post(
            "/v1/drafts/" + id + "/edits",
            "{\"rev\":%d,\"edits\":%s}".formatted(begun.path("rev").asLong(), edits));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    return id;
  }

  private static Page open(String path) {
    var page =
        browser.visit(
            server.url(
                path.replace("MAP", map)
                    .replace("CASE", story)
                    .replace("PERSONA", persona)
                    .replace("DECISION", decision)
                    .replace("DRAFT", draft)),
            ada);
    drawn(page);
    return page;
  }

  /** Waits until there is a heading and nothing is being loaded. */
  private static void drawn(Page page) {
    assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
    assertThat(page.getByText("Loading", new GetByTextOptions().setExact(true))).hasCount(0);
  }

  private static void examine(Page page, String name) {
    for (var colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(colours));
      picture(page, name + (colours == ColorScheme.DARK ? "-dark" : ""));
      browser.noViolations(page);
    }
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    drawn(page);
    picture(page, name + "-phone");
    browser.fitsAcross(page);
    browser.noViolations(page);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions().setPath(Path.of("target", "screens", "all", name + ".png")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/journeys/first-home",
        "/journeys/first-home?view=list",
        "/journeys/first-home?step=wish",
        "/people",
        "/people?query=zzzz",
        "/people/user:cleo",
        "/desk",
        "/maps",
        "/maps/MAP",
        "/maps/MAP/results",
        "/maps/MAP/history",
        "/maps/MAP/summary",
        "/maps/MAP/print",
        "/maps/MAP/live",
        "/maps/MAP/case/CASE",
        "/maps/MAP/personas/PERSONA",
        "/decide",
        "/decide/suits",
        "/decide/often",
        "/decide/weighing",
        "/decide/places",
        "/decide/models",
        "/decide/models/first-look",
        "/decide/arms",
        "/decide/runs",
        "/decide/stops",
        "/decide/drafts",
        "/decide/drafts/DRAFT",
        "/decide/drafts/DRAFT?at=first-look",
        "/decide/drafts/DRAFT?part=suits&at=grown-up",
        "/decide/drafts/DRAFT?part=often&at=rest-after-a-no",
        "/decide/drafts/DRAFT?part=weighing",
        "/decide/drafts/DRAFT?part=purposes",
        "/decide/drafts/DRAFT?view=edit",
        "/decide/drafts/DRAFT?view=difference",
        "/decisions/DECISION",
        "/nowhere"
      })
  void noScreenBreaksARuleAndAllFitAPhone(String path) {
    // What simulated people truly prefer is known in the demo alone.
    browser.expects("/v1/demo/truth");
    examine(open(path), path.replaceAll("[^A-Za-z]+", "-"));
  }

  @Test
  void neitherDoWhatOpensOverThem() {
    var page = open("/");
    page.keyboard().press("Control+k");
    page.getByRole(AriaRole.COMBOBOX).fill("cleo");
    assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
    examine(page, "palette");
    page.keyboard().press("Escape");

    page.setViewportSize(1440, 900);
    page.keyboard().press("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
    examine(page, "keys");
    page.keyboard().press("Escape");

    page.setViewportSize(1440, 900);
    page.getByRole(AriaRole.BUTTON, named("Appearance")).click();
    examine(page, "appearance");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Outline", "Teams", "As it should feel"})
  void neitherDoOtherLooksAtAMap(String look) {
    var page = open("/maps/MAP");
    page.getByRole(AriaRole.BUTTON, MapOnScreen.named(look).setExact(true)).first().click();
    if (look.equals("Outline")) {
      page.locator("summary").first().click();
    }
    examine(page, "map-" + look.replace(' ', '-'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest", "mapper", "viewer"})
  void neitherDoesWhatOneSeesWhoCameByACode(String role) {
    var code =
        server
            .post("/v1/boards/" + map + "/links", "{\"role\":\"" + role + "\"}")
            .json()
            .path("code")
            .asText();
    var page = browser.visit(server.url("/join"));
    page.getByLabel("Code").fill(code);
    page.getByLabel("Your name").fill("Gil");
    page.getByRole(AriaRole.BUTTON, named("Join")).click();
    assertThat(page.getByText("Gil, ")).isVisible();
    examine(page, "joined-" + role);
  }

  @Test
  void neitherDoTheDoors() {
    browser.expects("404", "401");
    var token =
        server
            .post(
                "/v1/invitations",
                "{\"email\":\"new@example.org\",\"name\":\"Nora\",\"roles\":[\"helper\"]}")
            .json()
            .path("token")
            .asText();
    for (var path : new String[] {"/", "/join", "/invitation/" + token, "/invitation/gone"}) {
      var page = browser.visit(server.url(path));
      drawn(page);
      examine(page, "door" + path.replace(token, "good").replace('/', '-'));
      page.context().close();
    }
  }

  @Test
  void whoIsInvitedChoosesAPasswordSignsOutAndInAgain() {
    browser.expects("401");
    var token =
        server
            .post(
                "/v1/invitations",
                "{\"email\":\"ole@example.org\",\"name\":\"Ole\",\"roles\":[\"helper\"]}")
            .json()
            .path("token")
            .asText();
    var page = browser.visit(server.url("/invitation/" + token));
    page.getByLabel("Choose a password").fill("a cairn is a heap of stones");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.HEADING, named("On the way now"))).isVisible();

    page.getByRole(AriaRole.BUTTON, named("Ole")).click();
    page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
    page.getByLabel("E-mail").fill("ole@example.org");
    page.getByRole(AriaRole.TEXTBOX, named("Password")).fill("not this one, surely");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not belong together");
    page.getByRole(AriaRole.TEXTBOX, named("Password")).fill("a cairn is a heap of stones");
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.HEADING, named("On the way now"))).isVisible();
  }

  @Test
  void theFirstTabOfEveryPageLeadsPastTheBar() {
    var page = open("/maps");

    page.keyboard().press("Tab");
    assertThat(page.getByRole(AriaRole.LINK, named("Skip to the content"))).isFocused();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");

    assertThat(page.getByRole(AriaRole.LINK, named("A first flat"))).isFocused();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/journeys/first-home", "/people/user:cleo", "/maps", "/maps/MAP/results"})
  void whereTheKeyboardStandsIsAlwaysSeen(String path) {
    var page = open(path);
    for (int stop = 0; stop < 14; stop++) {
      page.keyboard().press("Tab");
      var seen =
          page.evaluate(
              """
              () => {
                const at = document.activeElement
                if (at === document.body) return 'body'
                const box = at.getBoundingClientRect()
                if (box.bottom < 0 || box.top > innerHeight) return 'away: ' + at.outerHTML
                for (let up = 0, around = at; up < 4 && around; up++, around = around.parentElement)
                  if (getComputedStyle(around).outlineStyle !== 'none') return 'seen'
                return 'not seen: ' + at.outerHTML
              }\
              """);
      assertThat(seen).as("stop %s of %s", stop, path).isIn("seen", "body");
    }
  }
}
