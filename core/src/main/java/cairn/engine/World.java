package cairn.engine;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import org.jspecify.annotations.Nullable;

/**
 * Everything published that a decision may look at, by number, so that old versions stay readable.
 */
public interface World {
  /** The blueprint with this number, or null once it is no longer kept. */
  @Nullable Blueprint blueprint(int number);

  /** The emergency switches in force. */
  Switches switches();
}
