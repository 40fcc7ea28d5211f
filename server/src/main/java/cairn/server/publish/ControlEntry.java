package cairn.server.publish;

import cairn.blueprint.Switches;
import cairn.rule.Schema;
import cairn.value.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the control log: either a blueprint or switches.
 *
 * @param number its place in the log, from 1
 * @param at when it was written
 * @param by who asked for it, as the audit names them
 * @param blueprint what was published, or null
 * @param switches what is stopped from now on, or null
 */
record ControlEntry(
    int number,
    Instant at,
    String by,
    @Nullable BlueprintPart blueprint,
    @Nullable SwitchesPart switches) {

  /**
   * A published blueprint.
   *
   * @param version the number it runs under
   * @param digest of its files
   * @param attributes the slots it gave out, which the next version keeps
   */
  record BlueprintPart(
      int version, String digest, List<AttributePart> attributes, Map<String, String> files) {
    BlueprintPart {
      attributes = List.copyOf(attributes);
      files = new TreeMap<>(files);
    }

    Schema schema() {
      var all = new ArrayList<Schema.Attribute>();
      for (var attribute : attributes) {
        all.add(
            new Schema.Attribute(
                all.size(),
                attribute.name(),
                ValueType.valueOf(attribute.type()),
                attribute.description(),
                attribute.personal(),
                attribute.sensitive(),
                attribute.given()));
      }
      return new Schema(all);
    }
  }

  /** An attribute at the slot of its place. */
  record AttributePart(
      String name,
      String type,
      String description,
      boolean personal,
      boolean sensitive,
      boolean given) {
    static List<AttributePart> of(Schema schema) {
      return schema.attributes().stream()
          .map(a ->
              new AttributePart(
                  a.name(),
                  a.type().name(),
                  a.description(),
                  a.personal(),
                  a.sensitive(),
                  a.given()))
          .toList();
    }
  }

  /** What is stopped. */
  record SwitchesPart(
      boolean everything, Set<String> channels, Set<String> actions, Set<String> journeys) {
    static SwitchesPart of(Switches switches) {
      return new SwitchesPart(
          switches.everything(), switches.channels(), switches.actions(), switches.journeys());
    }

    Switches switches() {
      return new Switches(everything, channels, actions, journeys);
    }
  }
}
