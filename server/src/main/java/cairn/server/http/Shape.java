package cairn.server.http;

import org.jspecify.annotations.Nullable;

/**
 * What a body looks like, for the description of the interface.
 *
 * @param mediaType how it is written
 * @param type the record whose components are its fields, or null
 * @param schema a JSON Schema in words of its own, where no record describes it; or null
 */
public record Shape(String mediaType, @Nullable Class<?> type, @Nullable String schema) {
  /** JSON with the fields of a record. */
  public static Shape of(Class<? extends Record> type) {
    return new Shape(Json.TYPE, type, null);
  }

  /** JSON that a schema describes. */
  public static Shape described(String schema) {
    return new Shape(Json.TYPE, null, schema);
  }

  /** Anything else. */
  public static Shape media(String mediaType) {
    return new Shape(mediaType, null, null);
  }
}
