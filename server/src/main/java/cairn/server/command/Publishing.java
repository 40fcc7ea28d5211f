package cairn.server.command;

import cairn.blueprint.file.Bundle;
import java.io.IOException;

/** Publishes before an import: into a store of our own, or at a running server. */
interface Publishing {
  /** Whether a blueprint runs there. */
  boolean isAnythingPublished() throws IOException, InterruptedException;

  /**
   * Publishes files unless they run already; answers the version that runs.
   *
   * @throws CommandFailure where they have a mistake, which it tells
   */
  int publish(Bundle files) throws IOException, InterruptedException;
}
