package cairn.blueprint.file;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Values as an author would write them into a file: plain where that is safe, else quoted. */
final class YamlWriting {
  /** Longer mappings stand on several lines. */
  private static final int LINE_CHARS_MAX = 100;

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private YamlWriting() {}

  /** A value on one line. */
  static String inline(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var parts =
            map.entrySet().stream()
                .map(entry ->
                    inline(String.valueOf(entry.getKey())) + ": " + inline(entry.getValue()))
                .toList();
        yield "{" + String.join(", ", parts) + "}";
      }
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(YamlWriting::inline).toList()) + "]";
      case String text -> text(text);
      case BigDecimal number -> number.toPlainString();
      default -> String.valueOf(value);
    };
  }

  /**
   * What follows the colon of a name that stands at an indentation: a mapping on lines of its own,
   * anything else on the same line where it fits.
   */
  static String under(String indent, Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty()
        ? "\n" + fields(indent + "  ", map, indent + "  ")
        : inside(indent, value);
  }

  /** The same inside of what is written, where short mappings too stand on one line. */
  private static String inside(String indent, Object value) {
    if (value instanceof String text && isParagraph(text)) {
      return literal(indent + "  ", text);
    }
    if (isOneLine(indent, value)) {
      return " " + inline(value);
    }
    return switch (value) {
      case Map<?, ?> map -> "\n" + fields(indent + "  ", map, indent + "  ");
      case List<?> list -> {
        var lines = new StringBuilder();
        for (var item : list) {
          lines.append('\n').append(item(indent + "  ", item));
        }
        yield lines.toString();
      }
      default -> throw new IllegalStateException("every text and number fits on a line");
    };
  }

  /** An item of a list whose dashes stand at an indentation. */
  static String item(String indent, Object value) {
    return value instanceof Map<?, ?> map && !map.isEmpty()
        ? fields(indent + "- ", map, indent + "  ")
        : indent + "- " + inline(value);
  }

  /** A whole file. */
  static String file(Map<?, ?> map) {
    return fields("", map, "") + "\n";
  }

  /** The fields of a mapping, a line or more each; the first begins differently in a list. */
  private static String fields(String first, Map<?, ?> map, String indent) {
    var lines = new StringBuilder();
    for (var entry : map.entrySet()) {
      lines
          .append(lines.isEmpty() ? first : "\n" + indent)
          .append(inline(String.valueOf(entry.getKey())))
          .append(':')
          .append(inside(indent, entry.getValue()));
    }
    return lines.toString();
  }

  private static boolean isOneLine(String indent, Object value) {
    boolean nested =
        value instanceof Map<?, ?> map
            ? map.values().stream().anyMatch(YamlWriting::holdsMore)
                || (map.size() > 1 && indent.length() + inline(map).length() > LINE_CHARS_MAX)
            : value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
    return !nested;
  }

  private static boolean holdsMore(Object value) {
    return value instanceof Map<?, ?> || value instanceof List<?>;
  }

  /** Whether a text reads best line by line, and can be written so without loss. */
  private static boolean isParagraph(String text) {
    return text.strip().contains("\n")
        && !text.startsWith(" ")
        && !text.startsWith("\n")
        && !text.endsWith("\n\n")
        && text.chars().allMatch(c -> c == '\n' || isPrinted(c));
  }

  private static String literal(String indent, String text) {
    var lines = new StringBuilder(text.endsWith("\n") ? " |" : " |-");
    text.lines().forEach(line -> lines.append('\n').append(line.isEmpty() ? "" : indent + line));
    return lines.toString();
  }

  /** Plain where it reads back as the same text both in a line and in brackets. */
  private static String text(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || !text.equals(text.strip()) || !text.chars().allMatch(c -> isPrinted(c))) {
      return false;
    }
    try {
      var load = new Load(SETTINGS);
      return load.loadFromString("[{a: " + text + "}, " + text + "]") instanceof List<?> list
          && list.equals(List.of(Map.of("a", text), text))
          && Map.of("a", text).equals(load.loadFromString("a: " + text));
    } catch (YamlEngineException notPlain) {
      return false;
    }
  }

  private static boolean isPrinted(int c) {
    return c >= ' '
        && c != 0x7f
        && (c < 0x80 || c > 0x9f)
        && c != 0x2028
        && c != 0x2029
        && c != 0xfeff;
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c ->
            quoted.append(
                switch (c) {
                  case '"' -> "\\\"";
                  case '\\' -> "\\\\";
                  case '\n' -> "\\n";
                  case '\t' -> "\\t";
                  case '\r' -> "\\r";
                  default -> isPrinted(c) ? Character.toString(c) : "\\u%04x".formatted(c);
                }));
    return quoted.append('"').toString();
  }
}
