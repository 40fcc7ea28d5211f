package cairn.engine;

import cairn.log.Fact;
import cairn.log.Fact.AttributesSet.Setting;
import cairn.value.Value;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what a sender says of a person into the settings that change anything. */
final class Profile {
  private final Turn turn;

  Profile(Turn turn) {
    this.turn = turn;
  }

  /**
   * Sets attributes; the ones that already have the value are left out. A value that does not fit
   * its declared type stays in the log and out of the state.
   */
  void set(Map<String, @Nullable Value> attributes) {
    var settings = new ArrayList<Setting>();
    for (var given : new TreeMap<>(attributes).entrySet()) {
      var declared = turn.blueprint.schema().attribute(given.getKey());
      var value = given.getValue();
      if (declared == null) {
        settings.add(new Setting(-1, given.getKey(), value));
        continue;
      }
      var fitting = value == null ? null : value.as(declared.type());
      if (value != null && fitting == null) {
        settings.add(new Setting(-1, given.getKey(), value));
        continue;
      }
      var known = turn.state.attributes().get(declared.slot());
      if (fitting == null ? known != null : !fitting.equals(known)) {
        settings.add(new Setting(declared.slot(), given.getKey(), fitting));
      }
    }
    if (!settings.isEmpty()) {
      turn.add(new Fact.AttributesSet(settings));
    }
  }
}
