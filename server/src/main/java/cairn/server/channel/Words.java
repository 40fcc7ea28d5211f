package cairn.server.channel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import liqp.Template;
import liqp.TemplateParser;

/**
 * Renders Liquid templates within bounds of size, turns and time; a template reads no files. What
 * was parsed once is kept. Safe for many threads.
 */
final class Words {
  /** The longest rendered field, in characters. */
  static final int CHARS_MAX = 100_000;

  private static final int TURNS_MAX = 10_000;
  private static final long MILLIS_MAX = 2_000;
  private static final int KEPT_MAX = 1_000;

  private final TemplateParser parser =
      new TemplateParser.Builder()
          .withMaxIterations(TURNS_MAX)
          .withMaxSizeRenderedString(CHARS_MAX)
          .withMaxRenderTimeMillis(MILLIS_MAX)
          .withMaxTemplateSizeBytes(CHARS_MAX)
          .withNameResolver(name -> {
            throw new IllegalArgumentException("a template includes no files");
          })
          .build();
  private final Map<String, Template> kept = new HashMap<>();

  /** Renders every field. */
  Map<String, String> render(Map<String, String> templates, Map<String, Object> variables) {
    var words = new LinkedHashMap<String, String>();
    templates.forEach(
        (name, template) -> words.put(name, parse(template).renderUnguarded(copy(variables))));
    return words;
  }

  /** Rendering writes into the variables it is given. */
  private static Map<String, Object> copy(Map<String, Object> variables) {
    return new HashMap<>(variables);
  }

  private synchronized Template parse(String template) {
    if (kept.size() > KEPT_MAX) {
      kept.clear();
    }
    return kept.computeIfAbsent(template, parser::parse);
  }
}
