package cairn.blueprint.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says in plain words what CEL says in its own. */
final class Words {
  /** List macros of CEL that this language leaves out. */
  static final Set<String> MACROS = Set.of("exists", "exists_one", "all", "map", "filter");

  static final List<String> STANDARD_FUNCTIONS =
      List.of(
          "has",
          "size",
          "startsWith",
          "endsWith",
          "contains",
          "matches",
          "int",
          "double",
          "string",
          "duration",
          "timestamp",
          "getFullYear",
          "getMonth",
          "getDate",
          "getDayOfMonth",
          "getDayOfWeek",
          "getDayOfYear",
          "getHours",
          "getMinutes",
          "getSeconds");

  /** Words that are known in other places, and where. */
  static final Map<String, String> ELSEWHERE =
      Map.of(
          "purpose", "A segment cannot see a purpose; ask for it where the segment is used.",
          "event", "An event can be seen where a rule belongs to an event (on: ...).",
          "context", "The context of a request can be seen in decisions only.",
          "journey", "A journey can be seen by rules within one.",
          "answer", "An answer can be seen in the answers of an ask step.",
          "feeling", "A feeling can be seen in the answers of an ask step.",
          "effort", "An effort can be seen in the answers of an ask step.");

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("_==_", "=="),
          Map.entry("_!=_", "!="),
          Map.entry("_<_", "<"),
          Map.entry("_<=_", "<="),
          Map.entry("_>_", ">"),
          Map.entry("_>=_", ">="),
          Map.entry("_+_", "+"),
          Map.entry("_-_", "-"),
          Map.entry("_*_", "*"),
          Map.entry("_/_", "/"),
          Map.entry("_%_", "%"),
          Map.entry("_&&_", "&&"),
          Map.entry("_||_", "||"),
          Map.entry("!_", "!"),
          Map.entry("-_", "-"),
          Map.entry("_?_:_", "? :"),
          Map.entry("@in", "in"),
          Map.entry("_[_]", "[ ]"));

  private Words() {}

  static String of(CelType type) {
    return of(CelTypes.format(type));
  }

  private static String of(String type) {
    return switch (type) {
      case "bool" -> "a yes or no";
      case "int" -> "a whole number";
      case "double" -> "a decimal number";
      case "string" -> "a text";
      case "google.protobuf.Timestamp", "timestamp" -> "a time";
      case "google.protobuf.Duration", "duration" -> "a length of time";
      case "list(string)" -> "a list of texts";
      case "list(int)" -> "a list of whole numbers";
      case "list(double)" -> "a list of decimal numbers";
      case "cairn.Person" -> "the whole person";
      case "cairn.Purpose" -> "the whole purpose";
      case "cairn.Event", "map(string, dyn)" -> "the whole event or context";
      case "cairn.Journey" -> "the whole journey";
      case "dyn" -> "any value";
      default -> type;
    };
  }

  static RuleProblem overload(String function, String types, int offset, String source) {
    var sides = List.of(types.substring(1, types.length() - 1).split(", (?![^()]*\\))"));
    var said = sides.stream().map(Words::of).toList();
    var operator = OPERATORS.get(function);
    if (operator == null) {
      int at = source.startsWith("(", offset) ? Math.max(0, offset - function.length()) : offset;
      return new RuleProblem(
          at,
          function + " does not work with " + String.join(" and ", said) + ".",
          usage(function));
    }
    var remedy = "";
    if (types.equals("(double, int)") || types.equals("(int, double)")) {
      remedy =
          "Write whole numbers beside decimals with a point, such as 5.0, or convert: double(...).";
    } else if (operator.equals("&&") || operator.equals("||") || operator.equals("!")) {
      remedy = "Both sides must answer yes or no; compare each with something.";
    } else if (types.contains("Timestamp") && types.contains("string")) {
      remedy = "Write a time as timestamp('2026-01-31T00:00:00Z').";
    } else if (types.contains("Duration")) {
      remedy = "Write a length of time as duration('3d').";
    }
    return new RuleProblem(
        offset, operator + " does not work between " + String.join(" and ", said) + ".", remedy);
  }

  private static String usage(String function) {
    return switch (function) {
      case "count" -> "Write count('Event name', '7d').";
      case "contacts" -> "Write contacts('channel', '7d') or contacts('7d').";
      case "last", "since", "happened" -> "Write " + function + "('Event name').";
      case "within" -> "Write within('Event name', '3d').";
      case "segment" -> "Write segment('segment-id').";
      case "duration" -> "Write duration('3d').";
      default -> "";
    };
  }

  /** The first line of what the parser says, without its list of everything it would take. */
  static String syntax(String message) {
    var first = message.lines().findFirst().orElse("");
    int list = first.indexOf(" expecting ");
    var shorter = list > 0 ? first.substring(0, list) : first;
    return shorter
        .replace("mismatched input '<EOF>'", "it ends too early")
        .replace("mismatched input", "unexpected")
        .replace("extraneous input", "unexpected")
        .replace("no viable alternative at input", "unexpected");
  }

  /** The identifier that ends just before an offset. */
  static String wordBefore(String source, int offset) {
    int end = Math.min(offset, source.length());
    while (end > 0 && Character.isWhitespace(source.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(source.charAt(start - 1))) {
      start--;
    }
    return source.substring(start, end);
  }
}
