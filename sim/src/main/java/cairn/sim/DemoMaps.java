package cairn.sim;

import cairn.sim.crowd.HttpWire;

/** The maps that greet whoever opens the demo, made as any user makes them. */
final class DemoMaps {
  private DemoMaps() {}

  /**
   * Makes the maps of two worlds. The first runs in shadow: it follows the people of the world and
   * sends them nothing.
   */
  static void make(HttpWire wire) {
    var home = wire.map("First home", "first-home");
    wire.map("Cycle to work", "cycle-to-work");
    wire.shadow(home);
  }
}
