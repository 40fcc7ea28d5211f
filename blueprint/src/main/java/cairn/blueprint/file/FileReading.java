package cairn.blueprint.file;

import cairn.blueprint.rule.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads values out of one file's tree. It never complains about shape, which {@link Shape} has
 * checked: what is missing or of another shape reads as absent, so that everything else that is
 * wrong can still be told in the same run.
 */
final class FileReading {
  private static final Tree.Mapping EMPTY = new Tree.Mapping(Place.START, Map.of());

  private final String file;
  private final Tree.Mapping root;
  private final List<Problem> problems;
  private final List<Problem> objections;

  FileReading(String file, Tree tree, List<Problem> problems, List<Problem> objections) {
    this.file = file;
    this.root = tree instanceof Tree.Mapping mapping ? mapping : EMPTY;
    this.problems = problems;
    this.objections = objections;
  }

  String file() {
    return file;
  }

  Tree.Mapping root() {
    return root;
  }

  void problem(Place place, String what, String remedy) {
    problems.add(Problem.at(file, place, what, remedy));
  }

  /** Tells of what must not be published, although it could run. */
  void objection(Place place, String what, String remedy) {
    objections.add(Problem.at(file, place, what, remedy));
  }

  static Tree.@Nullable Scalar scalar(Tree.Mapping mapping, String name) {
    return mapping.get(name) instanceof Tree.Scalar scalar
            && scalar.kind() != Tree.Scalar.Kind.NOTHING
        ? scalar
        : null;
  }

  static @Nullable String text(Tree.Mapping mapping, String name) {
    var scalar = scalar(mapping, name);
    return scalar == null ? null : scalar.text();
  }

  static String text(Tree.Mapping mapping, String name, String otherwise) {
    var text = text(mapping, name);
    return text == null ? otherwise : text;
  }

  static boolean flag(Tree.Mapping mapping, String name, boolean otherwise) {
    var scalar = scalar(mapping, name);
    return scalar == null ? otherwise : scalar.text().equalsIgnoreCase("true");
  }

  static int whole(Tree.Mapping mapping, String name, int otherwise) {
    var text = text(mapping, name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException notWhole) {
      return otherwise;
    }
  }

  static @Nullable Duration span(Tree.Mapping mapping, String name) {
    var text = text(mapping, name);
    return text == null ? null : Span.parse(text).orElse(null);
  }

  static @Nullable LocalTime clock(Tree.Mapping mapping, String name) {
    var text = text(mapping, name);
    boolean clock = text != null && text.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
    return clock ? LocalTime.parse(text) : null;
  }

  static Tree.Mapping mapping(Tree.Mapping mapping, String name) {
    return mapping.get(name) instanceof Tree.Mapping inner ? inner : EMPTY;
  }

  /** The mappings of a list; nothing else in it. */
  static List<Tree.Mapping> mappings(Tree.Mapping mapping, String name) {
    return mapping.get(name) instanceof Tree.Items items
        ? items.items().stream()
            .filter(Tree.Mapping.class::isInstance)
            .map(Tree.Mapping.class::cast)
            .toList()
        : List.of();
  }

  static List<Tree.Scalar> scalars(Tree.Mapping mapping, String name) {
    return mapping.get(name) instanceof Tree.Items items
        ? items.items().stream()
            .filter(Tree.Scalar.class::isInstance)
            .map(Tree.Scalar.class::cast)
            .toList()
        : List.of();
  }

  /** The scalars under names. */
  static Map<String, Tree.Scalar> scalarFields(Tree.Mapping mapping) {
    var all = new LinkedHashMap<String, Tree.Scalar>();
    mapping
        .fields()
        .forEach((name, field) -> {
          if (field.value() instanceof Tree.Scalar scalar) {
            all.put(name, scalar);
          }
        });
    return all;
  }

  /** The days of a list. */
  static Set<DayOfWeek> days(Tree.Mapping mapping) {
    var days = new LinkedHashSet<DayOfWeek>();
    for (var day : scalars(mapping, "days")) {
      for (var known : DayOfWeek.values()) {
        if (known.name().toLowerCase(Locale.ROOT).equals(day.text())) {
          days.add(known);
        }
      }
    }
    return days;
  }
}
