package cairn.server.screen;

import static cairn.server.screen.MapOnScreen.named;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;

/** A house with Ada, who leads its maps, and Ben, who maps; and the map they are on. */
record MapHouse(RealServer server, Browser browser, Cookie ada, Cookie ben, String map) {
  /** Invites both; the server must know nobody yet. */
  static MapHouse of(RealServer server, Browser browser) {
    var ada = server.account("Ada", "operator", "facilitator");
    var ben = server.account("Ben", "designer");
    return new MapHouse(server, browser, ada, ben, "");
  }

  /** A new map with the stages Search and Decide and nothing in them, for both. */
  MapHouse withTwoStages() {
    var house = with("blank");
    server.onMap(
        house.map,
        """
        {"op":"put","element":{"kind":"stage","id":"search","name":"Search","order":"V000"}},
        {"op":"put","element":{"kind":"stage","id":"decide","name":"Decide","order":"V001"}}\
        """);
    return house;
  }

  /** A new map from a template, for both. */
  MapHouse with(String template) {
    var made =
        server
            .post(
                "/v1/boards",
                "{\"title\":\"A first flat\",\"template\":\"%s\"}".formatted(template))
            .json()
            .path("id")
            .asText();
    var shared =
        server.post(
            "/v1/boards/" + made + "/members",
            "{\"email\":\"ben@example.org\",\"role\":\"mapper\"}");
    assertThat(shared.status()).as(shared.text()).isLessThan(300);
    return new MapHouse(server, browser, ada, ben, made);
  }

  /** Somebody at the map, once it is drawn. */
  MapOnScreen at(Cookie who) {
    return new MapOnScreen(open(who, "")).isThere();
  }

  /** Somebody at a page of the map. */
  Page open(Cookie who, String page) {
    return browser.visit(server.url("/maps/" + map + page), who);
  }

  /** Does operations as the facilitator. */
  void does(String ops) {
    server.onMap(map, ops);
  }

  /** Comes by a code of a role, at a screen of some kind. */
  Page join(String role, String name, NewContextOptions options) {
    var code =
        server
            .post("/v1/boards/" + map + "/links", "{\"role\":\"" + role + "\"}")
            .json()
            .path("code")
            .asText();
    var page = browser.visit(server.url("/join"), options);
    page.getByLabel("Code").fill(code);
    page.getByLabel("Your name").fill(name);
    page.getByRole(AriaRole.BUTTON, named("Join")).click();
    assertThat(page.getByText(name + ", ")).isVisible();
    return page;
  }
}
