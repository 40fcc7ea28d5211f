package cairn.server.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole sentences in another language than the code's own: why something is refused, what is wrong
 * with a file, what an agenda asks. They are made everywhere and carry their English words; a file
 * has the pairs, and its holes {@code {0}} to {@code {9}} take over what the English sentence has
 * there, in the other language where the file has a pair for that too. Safe for many threads.
 */
final class Pairs {
  /** Says every sentence as the code does. */
  static final Pairs AS_WRITTEN = new Pairs(Map.of());

  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

  /** A sentence with holes. */
  private record Holed(Pattern english, List<String> holes, String said) {}

  private final Map<String, String> pairs;
  private final Map<String, String> whole = new HashMap<>();
  private final List<Holed> holed = new ArrayList<>();

  Pairs(Map<String, String> pairs) {
    this.pairs = pairs;
    pairs.forEach((english, said) -> {
      var holes = HOLE.matcher(english).results().map(found -> found.group(1)).toList();
      if (holes.isEmpty()) {
        whole.put(english, said);
      } else {
        holed.add(new Holed(pattern(english), holes, said));
      }
    });
  }

  /**
   * Reads the pairs of a language from a file.
   *
   * @param what the sentences are: the beginning of the file's name
   */
  static Pairs of(String what, String language) {
    var file = what + "-" + language + ".txt";
    try (var in = Pairs.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + file);
      }
      var lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      if (lines.size() % 2 != 0) {
        throw new IllegalStateException("a sentence stands alone in " + file);
      }
      var pairs = new LinkedHashMap<String, String>();
      for (int at = 0; at < lines.size(); at += 2) {
        if (pairs.put(lines.get(at), lines.get(at + 1)) != null) {
          throw new IllegalStateException("twice in " + file + ": " + lines.get(at));
        }
      }
      return new Pairs(pairs);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** The sentence in this language; as it came where there is none. */
  String say(String english) {
    var said = whole.get(english);
    if (said != null) {
      return said;
    }
    for (var one : holed) {
      var found = one.english().matcher(english);
      if (found.matches()) {
        return filled(one, found);
      }
    }
    return english;
  }

  private String filled(Holed one, Matcher found) {
    return HOLE.matcher(one.said())
        .replaceAll(hole -> {
          var taken = found.group(one.holes().indexOf(hole.group(1)) + 1);
          return Matcher.quoteReplacement(whole.getOrDefault(taken, taken));
        });
  }

  private static Pattern pattern(String english) {
    var parts = HOLE.split(english, -1);
    var text = new StringBuilder();
    for (int at = 0; at < parts.length; at++) {
      text.append(at == 0 ? "" : "(.+?)").append(Pattern.quote(parts[at]));
    }
    return Pattern.compile(text.toString());
  }

  /** Every pair, the English sentence first. */
  Map<String, String> pairs() {
    return pairs;
  }
}
