package cairn.blueprint.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file as read: mappings, lists and scalars, each knowing its place. */
sealed interface Tree {
  /** Where it begins. */
  Place place();

  /** Names and what stands under them, in the file's order. */
  record Mapping(Place place, Map<String, Field> fields) implements Tree {
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Nullable Tree get(String name) {
      var field = fields.get(name);
      return field == null ? null : field.value();
    }
  }

  /**
   * What stands under a name.
   *
   * @param key where the name stands
   */
  record Field(Place key, Tree value) {}

  /** Several in a row. */
  record Items(Place place, List<Tree> items) implements Tree {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** One text, number, yes or no, or nothing. */
  record Scalar(Place place, String text, Kind kind, Written written) implements Tree {
    /** What kind of scalar YAML takes it for. */
    enum Kind {
      TEXT,
      WHOLE,
      DECIMAL,
      FLAG,
      NOTHING
    }

    /** The place in the file of a character of the text. */
    Place at(int offset) {
      return written.place(text, offset);
    }
  }

  /**
   * How a scalar is written in its file, quotes and breaks and escapes included.
   *
   * @param raw the file's text from the scalar's first character on, to its end
   */
  record Written(Place start, String raw) {
    /**
     * Walks the raw characters beside the text: equal ones match, an escape and a folded break
     * stand for one character, and everything else of the raw text (quotes, indentation) is passed.
     */
    Place place(String text, int offset) {
      int line = start.line();
      int column = start.column();
      int next = 0;
      int i = 0;
      while (i < raw.length()) {
        char is = raw.charAt(i);
        char wanted = next < text.length() ? text.charAt(next) : '\0';
        boolean matches = is == wanted || (is == '\n' && wanted == ' ');
        int taken = 1;
        if (!matches && is == '\\' && i + 1 < raw.length()) {
          matches = true;
          taken = 2;
        } else if (matches && is == '\'' && raw.startsWith("''", i) && raw.charAt(0) == '\'') {
          taken = i == 0 ? 1 : 2;
          matches = i > 0;
        } else if (i == 0 && (is == '\'' || is == '"' || is == '|' || is == '>')) {
          matches = raw.length() == text.length();
        }
        if (matches) {
          if (next >= offset) {
            return new Place(line, column);
          }
          next++;
        }
        for (int k = 0; k < taken; k++, i++) {
          if (raw.charAt(i) == '\n') {
            line++;
            column = 1;
          } else {
            column++;
          }
        }
      }
      return new Place(line, column);
    }
  }
}
