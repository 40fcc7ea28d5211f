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
 * Why something is refused, in another language than the code's own. Refusals are made everywhere
 * and carry their English sentence; a file has the pairs, and its holes {@code {0}} to {@code {9}}
 * take over what the English sentence has there. Safe for many threads.
 */
final class Refusals {
  /** Says every refusal as the code does. */
  static final Refusals AS_WRITTEN = new Refusals(Map.of());

  private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

  /** A sentence with holes. */
  private record Holed(Pattern english, List<String> holes, String said) {}

  private final Map<String, String> pairs;
  private final Map<String, String> whole = new HashMap<>();
  private final List<Holed> holed = new ArrayList<>();

  Refusals(Map<String, String> pairs) {
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

  /** Reads the pairs of a language from its file. */
  static Refusals in(String language) {
    var file = "refusals-" + language + ".txt";
    try (var in = Refusals.class.getResourceAsStream(file)) {
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
      return new Refusals(pairs);
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

  private static String filled(Holed one, Matcher found) {
    return HOLE.matcher(one.said())
        .replaceAll(
            hole -> Matcher.quoteReplacement(found.group(one.holes().indexOf(hole.group(1)) + 1)));
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
