package cairn.server.channel;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Channel;
import cairn.engine.OutboxItem;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes letters: finds the words of a treatment or question and fills in what is known. */
final class Composer {
  /** The name by which words and webhooks find the token that an answer needs. */
  private static final String TOKEN = "token";

  private final Words words = new Words();
  private final Function<OutboxItem, @Nullable String> tokens;

  Composer(Function<OutboxItem, @Nullable String> tokens) {
    this.tokens = tokens;
  }

  Letter compose(
      OutboxItem item, PersonState state, Blueprint blueprint, @Nullable Channel channel) {
    var effect = item.effect();
    var content = new LinkedHashMap<String, Object>();
    item.content().forEach((name, value) -> content.put(name, plain(value)));
    var token = tokens.apply(item);
    if (token != null) {
      content.put(TOKEN, token);
    }
    var address = channel == null ? null : state.attributes().get(channel.address());
    var instance = effect.instance();
    return new Letter(
        effect.id(),
        effect.channel(),
        state.key().hex(),
        address instanceof Value.Text(var text) ? text : null,
        effect.subject(),
        instance == null ? null : Journey.definitionOf(instance),
        words(effect, state, blueprint, content),
        content);
  }

  private Map<String, String> words(
      Pending effect, PersonState state, Blueprint blueprint, Map<String, Object> content) {
    var treatment = blueprint.treatment(effect.subject());
    if (treatment != null) {
      var variables = new HashMap<>(content);
      var person = person(state, blueprint);
      variables.put("person", person);
      person.forEach(variables::putIfAbsent);
      return words.render(treatment.fields(), variables);
    }
    var question = blueprint.question(effect.subject());
    if (question != null && effect.kind() == Pending.Kind.QUESTION) {
      var body = question.text() + "\n\n" + String.join("\n", question.choices());
      return Map.of("subject", question.text(), "body", body.strip());
    }
    return Map.of();
  }

  private static Map<String, Object> person(PersonState state, Blueprint blueprint) {
    var person = new HashMap<String, Object>();
    for (var attribute : blueprint.schema().attributes()) {
      var value = state.attributes().get(attribute.slot());
      if (value != null && attribute.given()) {
        person.put(attribute.name(), plain(value));
      }
    }
    return person;
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Flag(var flag) -> flag;
      case Value.Whole(var whole) -> whole;
      case Value.Decimal(var decimal) -> decimal;
      case Value.Text(var text) -> text;
      case Value.Time(var time) -> time.toString();
      case Value.Texts(var texts) -> texts;
    };
  }
}
