package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.person.PersonState;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import liqp.Template;
import liqp.TemplateParser;

/** Fills the words of treatments with what is known of a person. Safe for many threads. */
final class Content {
  private static final System.Logger LOG = System.getLogger(Content.class.getName());

  /** Different texts whose templates are kept; beyond it, all are read anew. */
  private static final int KEPT_MAX = 10_000;

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final TemplateParser parser = new TemplateParser.Builder().build();

  /** The words of a treatment for a person; a question brings its form and choices along. */
  Map<String, Object> of(
      Blueprint blueprint, PersonState person, String action, String treatmentId) {
    var content = new TreeMap<String, Object>();
    var treatment = blueprint.treatment(treatmentId);
    if (treatment != null) {
      treatment.fields().forEach((name, text) -> content.put(name, fill(blueprint, person, text)));
    }
    var question = blueprint.question(action);
    if (question != null) {
      var asks = new LinkedHashMap<String, Object>();
      asks.put("id", question.id());
      asks.put("text", question.text());
      asks.put("kind", Words.camel(question.kind()));
      asks.put("choices", question.choices());
      content.put("question", asks);
    }
    return content;
  }

  private String fill(Blueprint blueprint, PersonState person, String text) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    try {
      if (templates.size() > KEPT_MAX) {
        templates.clear();
      }
      var template = templates.computeIfAbsent(text, parser::parse);
      return template.render(Map.of("person", attributes(blueprint, person)));
    } catch (RuntimeException broken) {
      LOG.log(Level.WARNING, "a treatment's words could not be filled");
      return text;
    }
  }

  private static Map<String, Object> attributes(Blueprint blueprint, PersonState person) {
    var known = new HashMap<String, Object>();
    for (var attribute : blueprint.schema().attributes()) {
      var value = person.attributes().get(attribute.slot());
      if (value != null) {
        known.put(attribute.name(), Words.plain(value));
      }
    }
    return known;
  }
}
