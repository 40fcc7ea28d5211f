package cairn.server.describe;

import cairn.server.http.Json;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of records: components are fields, those marked nullable may be absent. */
final class Schemas {
  private final Map<String, ObjectNode> components = new TreeMap<>();

  /** The schemas of all records met so far, by name. */
  Map<String, ObjectNode> components() {
    return components;
  }

  /** A reference to the schema of a record. */
  ObjectNode reference(Class<?> type) {
    var name = name(type);
    if (!components.containsKey(name)) {
      var schema = Json.MAPPER.createObjectNode();
      components.put(name, schema);
      fill(schema, type);
    }
    return Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name);
  }

  private void fill(ObjectNode schema, Class<?> type) {
    schema.put("type", "object");
    var properties = schema.putObject("properties");
    var required = Json.MAPPER.createArrayNode();
    for (var component : type.getRecordComponents()) {
      var name = fieldName(component);
      properties.set(name, of(component.getGenericType()));
      if (!isNullable(component.getAnnotatedType())) {
        required.add(name);
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }

  private static String fieldName(RecordComponent component) {
    var named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private ObjectNode of(Type type) {
    var schema = Json.MAPPER.createObjectNode();
    if (type instanceof ParameterizedType generic) {
      var inner = generic.getActualTypeArguments();
      if (Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
        schema.put("type", "array").set("items", of(inner[0]));
      } else {
        schema.put("type", "object").set("additionalProperties", of(inner[1]));
      }
      return schema;
    }
    if (type == Instant.class) {
      return schema.put("type", "string").put("format", "date-time");
    }
    if (type == String.class) {
      return schema.put("type", "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema.put("type", "boolean");
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return schema.put("type", "integer");
    }
    if (type == double.class || type == Double.class) {
      return schema.put("type", "number");
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return reference(record);
    }
    return schema;
  }

  /** {@code PersonRoutes.CapBody} and {@code PersonBody.CapBody} are told apart by their outer. */
  static String name(Class<?> type) {
    var own = strip(type.getSimpleName());
    var outer = type.getEnclosingClass();
    return outer == null ? own : strip(outer.getSimpleName()).replace("Routes", "") + own;
  }

  private static String strip(String name) {
    return name.endsWith("Body") ? name.substring(0, name.length() - 4) : name;
  }
}
