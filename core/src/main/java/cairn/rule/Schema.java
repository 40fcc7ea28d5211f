package cairn.rule;

import cairn.value.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profile schema: what may be known of a person, with the slot each attribute keeps for ever.
 * Slots of attributes that were given up stay taken.
 */
public final class Schema {
  /** The most attributes of one schema, given up ones included. */
  public static final int ATTRIBUTES_MAX = 1_024;

  /**
   * One attribute.
   *
   * @param personal true for personal data: masked in exports, erased with the person
   * @param sensitive true for a protected characteristic: never a feature unless declared so
   * @param given false once a later blueprint gave it up
   */
  public record Attribute(
      int slot,
      String name,
      ValueType type,
      String description,
      boolean personal,
      boolean sensitive,
      boolean given) {}

  private final List<Attribute> attributes;
  private final Map<String, Attribute> byName = new HashMap<>();

  public Schema(List<Attribute> attributes) {
    this.attributes = List.copyOf(attributes);
    if (attributes.size() > ATTRIBUTES_MAX) {
      throw new IllegalArgumentException("a schema has at most " + ATTRIBUTES_MAX + " attributes");
    }
    for (int slot = 0; slot < attributes.size(); slot++) {
      var attribute = attributes.get(slot);
      if (attribute.slot() != slot || byName.put(attribute.name(), attribute) != null) {
        throw new IllegalArgumentException("attributes stand at their slots, each name once");
      }
    }
  }

  /** In order of slot. */
  public List<Attribute> attributes() {
    return attributes;
  }

  public @Nullable Attribute attribute(String name) {
    var attribute = byName.get(name);
    return attribute != null && attribute.given() ? attribute : null;
  }
}
