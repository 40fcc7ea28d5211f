package cairn.server.screen;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Ada, who leads, and Ben, who maps, at browsers before a server of their own, for a test class
 * that registers them as a static extension. Maps they make are theirs alone.
 */
final class Colleagues implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private final Browser browser = new Browser();
  private final RealServer server = RealServer.running("first-home");
  private @Nullable MapHouse all;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    browser.beforeAll(context);
    server.beforeAll(context);
    all = MapHouse.of(server, browser);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    browser.afterEach(context);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.afterAll(context);
  }

  /** A new map with the stages Search and Decide and nothing in them. */
  MapHouse onTwoStages() {
    return known().withTwoStages();
  }

  /** A new map from a template. */
  MapHouse on(String template) {
    return known().with(template);
  }

  private MapHouse known() {
    return Objects.requireNonNull(all, "register them as a static extension");
  }
}
