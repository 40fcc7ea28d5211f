package cairn.blueprint.rule;

import cairn.rule.Schema;
import cairn.value.ValueType;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CEL is told of a scope: the variables, their types, and our functions. */
final class Environment {
  /** The longest rule, in characters. */
  static final int RULE_CHARS_MAX = 4_000;

  static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(RULE_CHARS_MAX)
          .maxParseRecursionDepth(60)
          .build();

  /** What a rule in a journey may ask of it. */
  static final Map<String, CelType> JOURNEY =
      ordered(
          "id", SimpleType.STRING,
          "stage", SimpleType.STRING,
          "step", SimpleType.STRING,
          "key", SimpleType.STRING,
          "days", SimpleType.INT,
          "daysInStep", SimpleType.INT,
          "stepsTaken", SimpleType.INT,
          "begun", SimpleType.TIMESTAMP,
          "entered", SimpleType.TIMESTAMP);

  /** What is known of the person's latest open purpose. */
  static final Map<String, CelType> PURPOSE =
      ordered("id", SimpleType.STRING, "text", SimpleType.STRING, "declared", SimpleType.BOOL);

  static final List<CelFunctionDecl> FUNCTIONS =
      List.of(
          function("count", SimpleType.INT, 2),
          function("contacts", SimpleType.INT, 1, 2),
          function("last", SimpleType.TIMESTAMP, 1),
          function("since", SimpleType.DURATION, 1),
          function("within", SimpleType.BOOL, 2),
          function("happened", SimpleType.BOOL, 1),
          function("segment", SimpleType.BOOL, 1),
          function("consents", SimpleType.BOOL, 1),
          function("onJourney", SimpleType.BOOL, 1),
          function("arm", SimpleType.STRING, 1));

  private Environment() {}

  /** The variables of a scope by name, in the order they are spoken of. */
  static Map<String, CelType> variables(Vocabulary vocabulary, Scope scope) {
    var variables = new LinkedHashMap<String, CelType>();
    variables.put("person", struct("cairn.Person", person(vocabulary.schema())));
    variables.put("now", SimpleType.TIMESTAMP);
    if (scope.segments()) {
      variables.put("purpose", struct("cairn.Purpose", PURPOSE));
    }
    if (scope.event() != null) {
      var declared = vocabulary.events().get(scope.event());
      variables.put(
          "event", declared == null ? anything() : struct("cairn.Event", event(declared)));
    }
    if (scope.request()) {
      variables.put(
          "context",
          vocabulary.context().isEmpty()
              ? anything()
              : struct("cairn.Context", types(vocabulary.context())));
    }
    if (scope.journey()) {
      variables.put("journey", struct("cairn.Journey", JOURNEY));
    }
    if (scope.answer() != null) {
      variables.put("answer", type(scope.answer()));
      variables.put("feeling", SimpleType.INT);
      variables.put("effort", SimpleType.INT);
    }
    return variables;
  }

  static CelCompiler compiler(Map<String, CelType> variables) {
    var structs = new ArrayList<CelType>();
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.HAS)
            .addFunctionDeclarations(FUNCTIONS);
    variables.forEach((name, type) -> {
      builder.addVar(name, type);
      if (type instanceof StructType) {
        structs.add(type);
      }
    });
    return builder.setTypeProvider(new Structs(ImmutableList.copyOf(structs))).build();
  }

  static CelType type(ValueType type) {
    return switch (type) {
      case FLAG -> SimpleType.BOOL;
      case WHOLE -> SimpleType.INT;
      case DECIMAL -> SimpleType.DOUBLE;
      case TEXT -> SimpleType.STRING;
      case TIME -> SimpleType.TIMESTAMP;
      case TEXTS -> ListType.create(SimpleType.STRING);
    };
  }

  private static Map<String, CelType> person(Schema schema) {
    var fields = new LinkedHashMap<String, CelType>();
    for (var attribute : schema.attributes()) {
      if (attribute.given()) {
        fields.put(attribute.name(), type(attribute.type()));
      }
    }
    return fields;
  }

  private static Map<String, CelType> event(Map<String, ValueType> declared) {
    var fields = new LinkedHashMap<>(types(declared));
    fields.put("name", SimpleType.STRING);
    return fields;
  }

  private static Map<String, CelType> types(Map<String, ValueType> declared) {
    var fields = new LinkedHashMap<String, CelType>();
    declared.forEach((name, type) -> fields.put(name, type(type)));
    return fields;
  }

  private static CelType anything() {
    return MapType.create(SimpleType.STRING, SimpleType.DYN);
  }

  private static StructType struct(String name, Map<String, CelType> named) {
    var fields = ImmutableMap.copyOf(named);
    return StructType.create(
        name,
        ImmutableSet.copyOf(fields.keySet()),
        field -> Optional.ofNullable(fields.get(field)));
  }

  private static CelFunctionDecl function(String name, CelType result, int... arities) {
    var overloads = new ArrayList<CelOverloadDecl>();
    for (int arity : arities) {
      var texts = new CelType[arity];
      Arrays.fill(texts, SimpleType.STRING);
      overloads.add(CelOverloadDecl.newGlobalOverload("cairn_" + name + arity, result, texts));
    }
    return CelFunctionDecl.newFunctionDeclaration(name, overloads);
  }

  private static Map<String, CelType> ordered(Object... namesAndTypes) {
    var map = new LinkedHashMap<String, CelType>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      map.put((String) namesAndTypes[i], (CelType) namesAndTypes[i + 1]);
    }
    return map;
  }

  private record Structs(ImmutableCollection<CelType> types) implements CelTypeProvider {
    @Override
    public Optional<CelType> findType(String typeName) {
      return types.stream().filter(type -> type.name().equals(typeName)).findFirst();
    }
  }
}
