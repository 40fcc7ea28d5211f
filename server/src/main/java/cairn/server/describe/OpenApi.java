package cairn.server.describe;

import cairn.server.http.Access;
import cairn.server.http.ErrorBody;
import cairn.server.http.Json;
import cairn.server.http.Route;
import cairn.server.http.RouteTable;
import cairn.server.http.Shape;
import cairn.workspace.account.Role;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The OpenAPI 3.1 document of a route table. */
public final class OpenApi {
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

  private static final String EVENT =
      """
      {"type":"object","required":["name"],"additionalProperties":false,
       "anyOf":[{"required":["person"]},{"required":["anonymous"]}],
       "properties":{
        "person":{"type":"string","maxLength":512,
          "description":"What your organisation calls the person."},
        "anonymous":{"type":"string","maxLength":512,
          "description":"What a device calls whoever uses it, before they said who they are."},
        "name":{"type":"string","maxLength":200},
        "id":{"type":"string","maxLength":256,
          "description":"Yours; the same id is taken once for 30 days."},
        "at":{"type":"string","format":"date-time","description":"When it occurred; now if absent."},
        "channel":{"type":"string","maxLength":200},
        "properties":{"type":"object","description":"Nested objects are joined by dots."}}}
      """;

  private OpenApi() {}

  /** The document of these routes. */
  public static ObjectNode of(RouteTable table, String version) {
    var document = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Cairn")
        .put("version", version)
        .put("description", "Journeys of people: what happens, where they are, what comes next.");
    var schemas = new Schemas();
    var error = schemas.reference(ErrorBody.class);
    var paths = document.putObject("paths");
    for (var route : table.routes()) {
      var path = paths.withObjectProperty(route.path());
      path.set(route.method().name().toLowerCase(Locale.ROOT), operation(route, schemas, error));
    }
    var components = document.putObject("components");
    var all = components.putObject("schemas");
    schemas.components().forEach(all::set);
    all.set("Event", parse(EVENT));
    var security = components.putObject("securitySchemes");
    security
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "cairn_session");
    security.putObject("key").put("type", "http").put("scheme", "bearer");
    security
        .putObject("writeKey")
        .put("type", "http")
        .put("scheme", "basic")
        .put("description", "A key as the user name, with an empty password.");
    return document;
  }

  private static ObjectNode operation(Route route, Schemas schemas, ObjectNode error) {
    var operation = Json.MAPPER.createObjectNode();
    operation.putArray("tags").add(route.tag());
    operation.put("summary", route.summary());
    operation.put("operationId", operationId(route));
    operation.put("description", who(route.access()));
    var parameters = operation.putArray("parameters");
    var names = NAME.matcher(route.path());
    while (names.find()) {
      parameters
          .addObject()
          .put("name", names.group(1))
          .put("in", "path")
          .put("required", true)
          .putObject("schema")
          .put("type", "string");
    }
    for (var name : route.query()) {
      parameters
          .addObject()
          .put("name", name)
          .put("in", "query")
          .putObject("schema")
          .put("type", "string");
    }
    var takes = route.takes();
    if (takes != null) {
      content(operation.putObject("requestBody").put("required", true), takes, schemas);
    }
    var responses = operation.putObject("responses");
    var gives = route.gives();
    if (gives == null) {
      responses.putObject("204").put("description", "Done.");
    } else {
      content(responses.putObject("200").put("description", "Done."), gives, schemas);
    }
    var failed = responses.putObject("default").put("description", "Why not, and what to do next.");
    failed.putObject("content").putObject(Json.TYPE).set("schema", error);
    security(route.access(), operation);
    return operation;
  }

  private static void content(ObjectNode owner, Shape shape, Schemas schemas) {
    var media = owner.putObject("content").putObject(shape.mediaType());
    if (shape.type() != null) {
      media.set("schema", schemas.reference(shape.type()));
    } else if (shape.schema() != null) {
      media.set("schema", parse(shape.schema()));
    }
  }

  private static void security(Access access, ObjectNode operation) {
    var security = operation.putArray("security");
    switch (access) {
      case Access.Anyone() -> {}
      case Access.Inside(var who) -> {
        security.addObject().putArray("session");
        security.addObject();
      }
      case Access.Known() -> {
        security.addObject().putArray("session");
        security.addObject().putArray("key");
      }
      case Access.Only(var scope, var roles) -> {
        if (!roles.isEmpty()) {
          security.addObject().putArray("session");
        }
        if (scope != null) {
          security.addObject().putArray("key").add(scope.wireName());
          security.addObject().putArray("writeKey").add(scope.wireName());
        }
      }
      case Access.KeyInBody(var scope) -> {
        security.addObject().putArray("writeKey").add(scope.wireName());
        security.addObject();
      }
    }
  }

  /** Who may use a route, in a sentence. */
  static String who(Access access) {
    return switch (access) {
      case Access.Anyone() -> "Anyone may.";
      case Access.Inside(var who) -> who + " may.";
      case Access.Known() -> "Whoever is signed in or has a key may.";
      case Access.Only(var scope, var roles) -> {
        var staff =
            roles.size() == Role.values().length
                ? "Staff"
                : roles.stream().sorted().map(Role::wireName).collect(Collectors.joining(", "));
        var keys = scope == null ? "" : "keys with the scope " + scope.wireName();
        yield (staff.isEmpty() ? keys : keys.isEmpty() ? staff : staff + "; " + keys) + " may.";
      }
      case Access.KeyInBody(var scope) ->
          "Keys with the scope " + scope.wireName() + " may; the key may also stand in the body.";
    };
  }

  private static String operationId(Route route) {
    var id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    for (var part : route.path().split("[^A-Za-z0-9]+", -1)) {
      if (!part.isEmpty()) {
        id.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
      }
    }
    return id.toString();
  }

  private static ObjectNode parse(String schema) {
    try {
      return (ObjectNode) Json.MAPPER.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a schema of ours is not JSON", e);
    }
  }
}
