package cairn.server.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** One person's look at a map, by the words on it. */
record MapOnScreen(Page page) {
  /** Waits until the map is drawn. */
  MapOnScreen isThere() {
    assertThat(page.getByRole(AriaRole.REGION, named("Map: press Enter"))).isVisible();
    return this;
  }

  /** What lies in a lane under a step. */
  Locator cell(String lane, String column) {
    return page.getByRole(AriaRole.LIST, named(lane + ", " + column).setExact(true));
  }

  Locator note(String text) {
    return page.locator("[data-card]").filter(new Locator.FilterOptions().setHasText(text));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  /** Writes a note in a cell with the mouse and the keys. */
  void write(String lane, String column, String text) {
    page.getByLabel("Add to " + lane + ", " + column, new GetByLabelOptions().setExact(true))
        .click();
    type(text);
    assertThat(cell(lane, column).getByRole(AriaRole.BUTTON).last()).containsText(text);
  }

  /** Presses keys where the focus is. */
  void press(String keys) {
    page.keyboard().press(keys);
  }

  Keyboard keyboard() {
    return page.keyboard();
  }

  /** Pastes a text where the focus is. */
  void paste(String text) {
    page.evaluate(
        """
        text => {
          const data = new DataTransfer()
          data.setData('text/plain', text)
          document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
        }\
        """,
        text);
  }

  /** Types into the note that is open, and keeps it. */
  void type(String text) {
    editor().fill(text);
    page.keyboard().press("Enter");
  }

  Locator editor() {
    return page.getByRole(AriaRole.TEXTBOX, named("What it says").setExact(true));
  }

  /** Waits until the server has everything. */
  void isSaved() {
    assertThat(page.getByRole(AriaRole.STATUS).getByText("Saved")).isVisible();
  }

  static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name);
  }
}
