package cairn.server.people;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Glossary;
import cairn.blueprint.Question;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Journey;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.server.journeys.Ways;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What ids were called in the blueprint that ran when an entry was written, in the reader's tongue
 * where the words are ours.
 */
final class Naming {
  private final Published published;
  private final @Nullable Blueprint then;
  private final Tongue tongue;

  Naming(Published published, Entry entry, Tongue tongue) {
    this.published = published;
    this.then = published.blueprint(entry.blueprint());
    this.tongue = tongue;
  }

  String say(String key, Object... values) {
    return tongue.say(key, values);
  }

  String moment(Instant time) {
    return tongue.moment(time, zone());
  }

  String value(Value value) {
    return tongue.value(value, zone());
  }

  private ZoneId zone() {
    return then == null ? ZoneOffset.UTC : then.about().zone();
  }

  String event(String name) {
    return Ways.event(Calling.of(then), tongue, name);
  }

  String attribute(String name) {
    return Calling.of(then).attribute(name);
  }

  @Nullable String channel(@Nullable String id) {
    return id == null ? null : Calling.channel(then, id);
  }

  String consent(String subject) {
    return Calling.consent(then, subject);
  }

  String objection(Objection.Scope scope, String subject) {
    return tongue.say("objection." + scope.name(), Calling.objected(then, scope, subject));
  }

  /** The sentence of what stood in the way of every candidate, or null. */
  @Nullable String silence(int component) {
    if (then == null || component < 0 || component >= then.catalogue().components().size()) {
      return null;
    }
    var by = then.catalogue().component(component);
    return tongue.sayOr("component." + by.id(), by.sentence());
  }

  String action(String id) {
    int ordinal = then == null ? -1 : then.catalogue().ordinal(id);
    return then == null || ordinal < 0 ? id : then.catalogue().action(ordinal).name();
  }

  /** An answer as it was given on the screen: a feeling and an effort in words. */
  String answer(Fact.QuestionAnswered f) {
    var question = asked(f);
    return question == null ? value(f.answer()) : answer(question.kind(), f.answer());
  }

  private String answer(Question.Kind kind, Value answer) {
    var said = value(answer);
    return switch (kind) {
      case FEELING -> tongue.sayOr("feeling." + said, said);
      case EFFORT -> say("story.effort", said);
      case CHOICE, TEXT, NUMBER, YES_NO -> said;
    };
  }

  private @Nullable Question asked(Fact.QuestionAnswered f) {
    return then == null ? null : then.question(f.question());
  }

  @Nullable String question(Fact.QuestionAnswered f) {
    var question = asked(f);
    return question == null ? f.question() : question.text();
  }

  String goal(Fact.GoalMet f) {
    var definition = definition(f.instance());
    if (definition != null) {
      for (var goal : definition.goals()) {
        if (goal.id().equals(f.goal())) {
          return goal.name();
        }
      }
    }
    return f.goal();
  }

  String segment(String id) {
    return Calling.segment(then, id);
  }

  String name(String instance) {
    var definition = definition(instance);
    return definition == null ? Journey.definitionOf(instance) : definition.name();
  }

  /** The team that a journey hands somebody over to; its queue where no step says. */
  String team(Pending task) {
    var instance = task.instance();
    var definition = instance == null ? null : definition(instance);
    if (definition != null) {
      for (var step : definition.steps()) {
        if (step instanceof Step.HandOver over && over.queue().equals(task.subject())) {
          return over.team();
        }
      }
    }
    return Glossary.words(task.subject());
  }

  @Nullable Step step(@Nullable String instance, @Nullable String step) {
    var definition = instance == null || step == null ? null : definition(instance);
    return definition == null || step == null ? null : definition.step(step);
  }

  /** The definition as the entry's blueprint had it, else as any kept version has it. */
  private @Nullable JourneyDefinition definition(String instance) {
    var id = Journey.definitionOf(instance);
    if (then != null && then.journey(id) != null) {
      return then.journey(id);
    }
    return published.current().map(now -> now.journey(id)).orElse(null);
  }
}
