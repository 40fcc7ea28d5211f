package cairn.rule;

import cairn.person.Journey;
import cairn.person.PersonState;
import cairn.value.Value;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may look at: one person, the moment, and what is going on.
 *
 * @param now the moment rolling windows end at: when the event occurred, or when a request was
 *     taken
 * @param happening the event's or request's name; empty where there is none
 * @param properties the event's properties, or the request's context
 * @param journey the journey the rule is asked about, or null outside one
 */
public record Situation(
    PersonState person,
    Instant now,
    String happening,
    Map<String, Value> properties,
    @Nullable Journey journey) {

  public static Situation of(PersonState person, Instant now) {
    return new Situation(person, now, "", Map.of(), null);
  }

  public Situation in(@Nullable Journey other) {
    return new Situation(person, now, happening, properties, other);
  }

  public Situation with(PersonState newPerson) {
    return new Situation(newPerson, now, happening, properties, journey);
  }
}
