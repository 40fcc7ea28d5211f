package cairn.blueprint.file;

import cairn.blueprint.rule.Nearest;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks the shape of files against the JSON Schema that editors use too, and says what is wrong in
 * plain words. Thread-safe.
 */
final class Shape {
  private static final String RESOURCE = "blueprint.schema.json";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Keywords that only gather what others say. */
  private static final Set<String> GATHERING = Set.of("allOf", "if", "then", "$ref", "not");

  private static final Shape INSTANCE = new Shape();

  private final String text;
  private final JsonNode root;
  private final Map<FileKind, Schema> schemas = new EnumMap<>(FileKind.class);

  private Shape() {
    try (var in = Shape.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the JSON Schema is not on the class path");
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    root = new JsonMapper().readTree(text);
    for (var kind : FileKind.values()) {
      var one = (ObjectNode) root.deepCopy();
      one.remove("allOf");
      one.remove("$id");
      one.put("$ref", "#/$defs/" + kind.definition());
      var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      schemas.put(kind, registry.getSchema(one.toString(), InputFormat.JSON));
    }
  }

  static Shape instance() {
    return INSTANCE;
  }

  /** The JSON Schema as shipped. */
  String text() {
    return text;
  }

  /** Adds what is wrong with a file's shape. */
  void check(String file, FileKind kind, Tree tree, List<Problem> problems) {
    var schema = schemas.get(kind);
    if (schema == null) {
      throw new IllegalStateException("every kind of file has a schema");
    }
    var held = new ArrayList<Problem>();
    var places = new HashSet<Place>();
    for (var error : schema.validate(json(tree))) {
      var problem = problem(file, tree, error);
      if (problem != null && inChoice(error)) {
        held.add(problem);
      } else if (problem != null) {
        problems.add(problem);
        places.add(new Place(problem.line(), problem.column()));
      }
    }
    held.stream()
        .filter(problem -> places.add(new Place(problem.line(), problem.column())))
        .forEach(problems::add);
  }

  /** Of what can be written in two ways, the type says little unless nothing else is wrong. */
  private static boolean inChoice(Error error) {
    boolean plain = error.getInstanceNode() == null || !error.getInstanceNode().isContainer();
    var keyword = error.getKeyword();
    boolean ofType = keyword.equals("type") || (keyword.equals("enum") && !plain);
    return ofType && error.getEvaluationPath().contains("anyOf");
  }

  private @Nullable Problem problem(String file, Tree tree, Error error) {
    var path = error.getInstanceLocation();
    var steps = new ArrayList<Object>();
    for (int i = 0; i < path.getNameCount(); i++) {
      steps.add(path.getElement(i));
    }
    var here = find(tree, steps);
    var property = error.getProperty() == null ? "" : error.getProperty();
    var keyword = error.getKeyword();
    if (GATHERING.contains(keyword)) {
      return null;
    }
    return switch (keyword) {
      case "additionalProperties" -> {
        var known = known(error);
        yield Problem.at(
            file,
            key(here, property),
            "Nothing is called " + property + " here.",
            isHalfText(here, property)
                ? "Put a text that holds a comma into quotes."
                : Nearest.remedy(property, known));
      }
      case "required" -> isKind(error) ? null : Problem.missing(file, here.place(), property);
      case "oneOf" -> oneOf(file, here, error);
      case "enum", "const" -> {
        var words = words(error.getSchemaNode());
        yield Problem.at(
            file,
            here.place(),
            said(here) + " is none of the known words.",
            Nearest.remedy(plain(here), words));
      }
      case "type" ->
          Problem.at(file, here.place(), type(error.getSchemaNode()) + " is expected here.", "");
      case "anyOf" ->
          Problem.at(
              file,
              here.place(),
              "This can be written in one of two ways; neither fits.",
              hint(error));
      case "pattern" ->
          Problem.at(
              file,
              place(tree, steps, error),
              said(here) + " is not written as it should be.",
              description(error));
      case "propertyNames" -> null;
      case "minItems", "minProperties", "minLength" ->
          Problem.at(file, here.place(), "There is too little here.", capital(error.getMessage()));
      case "maxItems", "maxProperties", "maxLength", "maximum", "minimum", "uniqueItems" ->
          Problem.at(file, here.place(), "This is beyond a bound.", capital(error.getMessage()));
      default -> Problem.at(file, here.place(), capital(error.getMessage()), "");
    };
  }

  /** In {a: one, two} the words after the comma become a name of their own. */
  private static boolean isHalfText(Tree here, String property) {
    return property.contains(" ")
        && here instanceof Tree.Mapping mapping
        && mapping.get(property) instanceof Tree.Scalar scalar
        && scalar.kind() == Tree.Scalar.Kind.NOTHING;
  }

  /** A missing word inside "exactly one of" is told by that, not by itself. */
  private static boolean isKind(Error error) {
    return error.getEvaluationPath().contains("oneOf");
  }

  private static Problem oneOf(String file, Tree here, Error error) {
    var words = new ArrayList<String>();
    error
        .getSchemaNode()
        .forEach(one -> one.path("required").forEach(word -> words.add(word.asString())));
    var present =
        here instanceof Tree.Mapping mapping
            ? words.stream().filter(mapping.fields()::containsKey).toList()
            : List.<String>of();
    var list = String.join(", ", words);
    return present.isEmpty()
        ? Problem.at(file, here.place(), "It is not said what this is.", "Add one of " + list + ".")
        : Problem.at(
            file,
            key(here, present.getLast()),
            "This is " + String.join(" and ", present) + " at once.",
            "Keep exactly one of " + list + ".");
  }

  private Collection<String> known(Error error) {
    var fragment = error.getSchemaLocation().getFragment();
    JsonNode at = root;
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      at =
          fragment.getElement(i) instanceof Integer index
              ? at.path(index)
              : at.path(fragment.getName(i));
    }
    var names = new ArrayList<String>();
    at.path("properties").propertyNames().forEach(names::add);
    return names;
  }

  private static List<String> words(@Nullable JsonNode node) {
    var words = new ArrayList<String>();
    if (node != null && node.isArray()) {
      node.forEach(one -> words.add(one.asString()));
    } else if (node != null) {
      words.add(node.asString());
    }
    return words;
  }

  private static String type(@Nullable JsonNode node) {
    var types = words(node);
    var said =
        types.stream()
            .map(type ->
                switch (type) {
                  case "object" -> "a mapping (name: value)";
                  case "array" -> "a list (- ...)";
                  case "string" -> "a text";
                  case "integer" -> "a whole number";
                  case "number" -> "a number";
                  case "boolean" -> "true or false";
                  default -> type;
                })
            .toList();
    return capital(String.join(" or ", said));
  }

  private String description(Error error) {
    var fragment = error.getSchemaLocation().getFragment();
    JsonNode at = root;
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      at =
          fragment.getElement(i) instanceof Integer index
              ? at.path(index)
              : at.path(fragment.getName(i));
    }
    return at.path("description").asString("");
  }

  private String hint(Error error) {
    return description(error);
  }

  private static Place place(Tree tree, List<Object> steps, Error error) {
    if (error.getEvaluationPath().contains("propertyNames")) {
      var here = find(tree, steps);
      return error.getInstanceNode() == null
          ? here.place()
          : key(here, error.getInstanceNode().asString());
    }
    return find(tree, steps).place();
  }

  private static Tree find(Tree tree, List<Object> steps) {
    var here = tree;
    for (var step : steps) {
      Tree next =
          switch (here) {
            case Tree.Mapping mapping -> mapping.get(step.toString());
            case Tree.Items items ->
                step instanceof Integer index && index < items.items().size()
                    ? items.items().get(index)
                    : null;
            case Tree.Scalar scalar -> null;
          };
      if (next == null) {
        return here;
      }
      here = next;
    }
    return here;
  }

  private static Place key(Tree tree, String name) {
    if (tree instanceof Tree.Mapping mapping) {
      var field = mapping.fields().get(name);
      if (field != null) {
        return field.key();
      }
    }
    return tree.place();
  }

  private static String plain(Tree tree) {
    return tree instanceof Tree.Scalar scalar ? scalar.text() : "";
  }

  private static String said(Tree tree) {
    return tree instanceof Tree.Scalar scalar ? scalar.text() : "What stands here";
  }

  private static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static JsonNode json(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping -> {
        var object = JSON.objectNode();
        mapping.fields().forEach((name, field) -> object.set(name, json(field.value())));
        yield object;
      }
      case Tree.Items items -> {
        var array = JSON.arrayNode();
        items.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Tree.Scalar scalar -> json(scalar);
    };
  }

  private static JsonNode json(Tree.Scalar scalar) {
    return switch (scalar.kind()) {
      case TEXT -> JSON.stringNode(scalar.text());
      case WHOLE -> whole(scalar.text());
      case DECIMAL -> JSON.numberNode(decimal(scalar.text()));
      case FLAG -> JSON.booleanNode(Boolean.parseBoolean(scalar.text().toLowerCase(Locale.ROOT)));
      case NOTHING -> JSON.nullNode();
    };
  }

  private static JsonNode whole(String text) {
    try {
      return JSON.numberNode(Long.parseLong(text));
    } catch (NumberFormatException notPlain) {
      return JSON.numberNode(decimal(text));
    }
  }

  private static double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notPlain) {
      return Double.NaN;
    }
  }
}
