package cairn.server.publish;

import cairn.rule.Schema;
import cairn.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published blueprint as the control log keeps it.
 *
 * @param version the number it runs under
 * @param by who asked for it, as the audit names them
 * @param digest of its files
 * @param attributes the slots it gave out, which the next version keeps
 */
record PublishedFiles(
    int version,
    String by,
    String digest,
    List<AttributePart> attributes,
    Map<String, String> files) {
  PublishedFiles {
    attributes = List.copyOf(attributes);
    files = new TreeMap<>(files);
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
