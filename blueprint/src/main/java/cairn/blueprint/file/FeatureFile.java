package cairn.blueprint.file;

import cairn.adaptive.FeatureSchema;
import cairn.adaptive.Predictor;
import cairn.blueprint.rule.Nearest;
import cairn.decision.ModelPlan;
import cairn.rule.Schema;
import cairn.value.ValueType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads what models look at; a protected attribute only enters by a declaration of its own. */
final class FeatureFile {
  /** How many times of an event are remembered so that models can count it. */
  static final int RECENT_KEPT = 16;

  private static final List<Double> HOURS = List.of(6.0, 9.0, 12.0, 17.0, 21.0);

  private final Known known;
  private final FileReading file;
  private final Map<String, Integer> keep = new LinkedHashMap<>();

  FeatureFile(Known known, FileReading file) {
    this.known = known;
    this.file = file;
  }

  /** The events models count, and how many of their times that needs. */
  Map<String, Integer> keep() {
    return keep;
  }

  ModelPlan read() {
    var predictors = new LinkedHashMap<String, Predictor>();
    if (file.root().get("predictors") instanceof Tree.Items items) {
      for (var item : items.items()) {
        var name =
            item instanceof Tree.Mapping fields ? FileReading.scalar(fields, "name") : scalar(item);
        if (name == null) {
          continue;
        }
        var fields = item instanceof Tree.Mapping mapping ? mapping : null;
        var predictor = predictor(name, fields);
        if (predictor != null && predictors.putIfAbsent(name.text(), predictor) != null) {
          file.problem(name.place(), name.text() + " stands here twice.", "Take one out.");
        }
      }
    }
    var names = List.copyOf(predictors.keySet());
    var crosses = crosses(names);
    var window = FileReading.span(file.root(), "outcomeWindow");
    return new ModelPlan(
        new FeatureSchema(version(predictors, crosses), List.copyOf(predictors.values()), crosses),
        window == null || window.isZero() ? ModelPlan.STANDARD.outcomeWindow() : window,
        fairness());
  }

  /** What people are grouped by: words as they are, numbers by edges. */
  private List<Predictor> fairness() {
    var by = new LinkedHashMap<String, Predictor>();
    if (file.root().get("fairness") instanceof Tree.Items items) {
      for (var item : items.items()) {
        var fields = item instanceof Tree.Mapping mapping ? mapping : null;
        var name = fields == null ? scalar(item) : FileReading.scalar(fields, "name");
        if (name == null) {
          continue;
        }
        int dot = name.text().indexOf('.');
        var what = name.text().substring(dot + 1);
        var attribute = known.schema().attribute(what);
        if (attribute == null) {
          var names = known.schema().attributes().stream().map(Schema.Attribute::name).toList();
          unknown(name, what, names);
          continue;
        }
        var predictor = typed(name.text(), attribute.type(), fields);
        if (predictor instanceof Predictor.Symbol || predictor instanceof Predictor.Binned) {
          by.putIfAbsent(name.text(), predictor);
        } else {
          file.problem(
              name.place(),
              attribute.name() + " is a number: people are grouped by edges.",
              "Write {name: " + name.text() + ", edges: [30, 45, 60]}.");
        }
      }
    }
    return List.copyOf(by.values());
  }

  private static Tree.@Nullable Scalar scalar(Tree item) {
    return item instanceof Tree.Scalar scalar ? scalar : null;
  }

  private @Nullable Predictor predictor(Tree.Scalar name, Tree.@Nullable Mapping fields) {
    int dot = name.text().indexOf('.');
    var where = dot < 0 ? name.text() : name.text().substring(0, dot);
    var what = dot < 0 ? "" : name.text().substring(dot + 1);
    return switch (where) {
      case "person" -> {
        var attribute = known.schema().attribute(what);
        yield attribute == null
            ? unknown(
                name,
                what,
                known.schema().attributes().stream()
                    .filter(Schema.Attribute::given)
                    .map(Schema.Attribute::name)
                    .toList())
            : protectedOr(name, fields, attribute, typed(name.text(), attribute.type(), fields));
      }
      case "context" -> {
        var type = known.context().get(what);
        yield type == null
            ? unknown(name, what, known.context().keySet())
            : typed(name.text(), type, fields);
      }
      case "journey" ->
          known.journeys().contains(what)
              ? new Predictor.Symbol(name.text())
              : unknown(name, what, known.journeys());
      case "recent" -> {
        if (!known.events().isEmpty() && !known.events().containsKey(what)) {
          yield unknown(name, what, known.events().keySet());
        }
        keep.merge(what, RECENT_KEPT, Math::max);
        yield typed(name.text(), ValueType.WHOLE, fields);
      }
      case "time" ->
          switch (what) {
            case "hour" -> new Predictor.Binned(name.text(), HOURS);
            case "day" -> new Predictor.Symbol(name.text());
            default -> unknown(name, what, List.of("hour", "day"));
          };
      case "channel", "purpose" -> new Predictor.Symbol(name.text());
      default -> null;
    };
  }

  private @Nullable Predictor unknown(
      Tree.Scalar name, String what, java.util.Collection<String> names) {
    file.problem(
        name.at(Math.max(0, name.text().length() - what.length())),
        "There is no " + name.text() + ".",
        Nearest.remedy(what, names));
    return null;
  }

  private @Nullable Predictor protectedOr(
      Tree.Scalar name,
      Tree.@Nullable Mapping fields,
      Schema.Attribute attribute,
      Predictor predictor) {
    if (!attribute.sensitive()
        || (fields != null && FileReading.text(fields, "declared") != null)) {
      return predictor;
    }
    file.problem(
        name.place(),
        attribute.name() + " is a protected attribute; no model looks at it unless declared.",
        "Take it out, or add declared: and why, and who decided it.");
    return null;
  }

  private Predictor typed(String name, ValueType type, Tree.@Nullable Mapping fields) {
    boolean number =
        switch (type) {
          case WHOLE, DECIMAL, TIME -> true;
          case FLAG, TEXT, TEXTS -> false;
        };
    if (fields != null && FileReading.flag(fields, "symbol", false)) {
      return new Predictor.Symbol(name);
    }
    if (fields != null && !FileReading.scalars(fields, "edges").isEmpty()) {
      return binned(name, fields);
    }
    int bins = fields == null ? 0 : FileReading.whole(fields, "bins", 0);
    if (bins >= 2 && bins <= 50) {
      return new Predictor.Quantiles(name, bins);
    }
    return number ? new Predictor.Scaled(name) : new Predictor.Symbol(name);
  }

  private Predictor binned(String name, Tree.Mapping fields) {
    var edges = new ArrayList<Double>();
    for (var edge : FileReading.scalars(fields, "edges")) {
      try {
        double next = Double.parseDouble(edge.text());
        if (!edges.isEmpty() && next <= edges.getLast()) {
          file.problem(edge.place(), "Edges rise.", "Put them in order, each once.");
          return new Predictor.Scaled(name);
        }
        edges.add(next);
      } catch (NumberFormatException notNumber) {
        return new Predictor.Scaled(name);
      }
    }
    return new Predictor.Binned(name, edges);
  }

  private List<FeatureSchema.Cross> crosses(List<String> names) {
    var crosses = new ArrayList<FeatureSchema.Cross>();
    if (file.root().get("crosses") instanceof Tree.Items items) {
      for (var item : items.items()) {
        if (item instanceof Tree.Items pair
            && pair.items().size() == 2
            && pair.items().get(0) instanceof Tree.Scalar first
            && pair.items().get(1) instanceof Tree.Scalar second
            && Known.check(file, first, "predictor", names)
            && Known.check(file, second, "predictor", names)) {
          crosses.add(
              new FeatureSchema.Cross(names.indexOf(first.text()), names.indexOf(second.text())));
        }
      }
    }
    return crosses;
  }

  /** The same predictors have the same version, and others another. */
  private static int version(Map<String, Predictor> predictors, List<FeatureSchema.Cross> crosses) {
    var sum = new CRC32();
    sum.update(predictors.values().toString().getBytes(StandardCharsets.UTF_8));
    sum.update(crosses.toString().getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() & 0x3fff_ffff) + 2;
  }
}
