package cairn.server.publish;

import cairn.blueprint.Switches;
import java.util.Set;

/** Emergency switches as the control log keeps them, with who set them. */
record StoppedParts(
    String by,
    boolean everything,
    Set<String> channels,
    Set<String> actions,
    Set<String> journeys) {
  static StoppedParts of(String by, Switches switches) {
    return new StoppedParts(
        by, switches.everything(), switches.channels(), switches.actions(), switches.journeys());
  }

  Switches switches() {
    return new Switches(everything, channels, actions, journeys);
  }
}
