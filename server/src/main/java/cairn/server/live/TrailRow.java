package cairn.server.live;

import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.PersonKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where one journey of one person stands, as the trails need it.
 *
 * @param node its way so far, or {@link TrailTree#NONE}
 * @param step where it stands, or ended
 * @param before the step before that; empty at the beginning
 * @param entered since when
 * @param ending how it ended, or null
 */
record TrailRow(
    String instance,
    PersonKey person,
    int node,
    String step,
    String before,
    Instant entered,
    @Nullable Ending ending) {

  String journey() {
    return Journey.definitionOf(instance);
  }

  TrailRow of(PersonKey other) {
    return new TrailRow(instance, other, node, step, before, entered, ending);
  }

  TrailRow ended(Ending how) {
    return new TrailRow(instance, person, node, step, before, entered, how);
  }
}
