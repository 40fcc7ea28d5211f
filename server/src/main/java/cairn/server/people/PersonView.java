package cairn.server.people;

import cairn.blueprint.Blueprint;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.map.live.Shadow;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.Limits;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.person.Timer;
import cairn.server.http.Request;
import cairn.server.journeys.Ways;
import cairn.server.people.PersonBody.CapBody;
import cairn.server.people.PersonBody.ConsentBody;
import cairn.server.people.PersonBody.IdentifierBody;
import cairn.server.people.PersonBody.InteractionBody;
import cairn.server.people.PersonBody.LimitsBody;
import cairn.server.people.PersonBody.ObjectionBody;
import cairn.server.people.PersonBody.PurposeBody;
import cairn.server.people.PersonBody.QuestionBody;
import cairn.server.people.PersonBody.QuietBody;
import cairn.server.people.PersonBody.SegmentBody;
import cairn.server.people.PersonBody.StageBody;
import cairn.server.people.PersonBody.WaitBody;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a person's state with the names that the blueprints give to things. */
final class PersonView {
  private final Published published;
  private final People people;

  PersonView(Published published, People people) {
    this.published = published;
    this.people = people;
  }

  /**
   * Whether whoever asks is shown a journey. One that only watches says nothing to the person it
   * follows, so it is none of the ways on their own page.
   */
  static boolean isShown(String journey, Request request) {
    return !request.isByThemselves() || !Shadow.is(journey);
  }

  PersonBody of(PersonState state, Request request) {
    var tongue = Tongue.of(request);
    var current = published.current().orElse(null);
    return new PersonBody(
        state.key().hex(),
        people.name(state),
        state.identifiers().stream().map(IdentifierBody::of).toList(),
        attributes(state),
        attributeNames(state),
        state.segments().stream()
            .map(id -> new SegmentBody(id, Calling.segment(current, id)))
            .toList(),
        state.consents().stream()
            .map(c ->
                new ConsentBody(
                    c.subject(),
                    Calling.consent(current, c.subject()),
                    c.given(),
                    c.at(),
                    c.source()))
            .toList(),
        state.objections().stream()
            .map(o ->
                new ObjectionBody(
                    word(o.scope()),
                    o.subject(),
                    Calling.objected(current, o.scope(), o.subject()),
                    o.at()))
            .toList(),
        limits(state.limits(), current),
        state.purposes().stream()
            .map(p -> new PurposeBody(p.id(), p.text(), word(p.source()), p.at(), p.open()))
            .toList(),
        state.journeys().stream()
            .filter(journey -> isShown(journey.definition(), request))
            .map(journey -> journey(state, journey, tongue))
            .toList(),
        questions(state),
        state.interactions().reversed().stream()
            .map(i -> new InteractionBody(i.id(), i.subject(), i.channel(), i.at(), i.response()))
            .toList(),
        state.now(),
        state.position());
  }

  private List<QuestionBody> questions(PersonState state) {
    var questions = new ArrayList<QuestionBody>();
    var blueprint = published.current();
    for (var effect : state.pending()) {
      var question =
          effect.kind() == Pending.Kind.QUESTION
              ? blueprint.map(b -> b.question(asked(effect))).orElse(null)
              : null;
      if (question != null) {
        questions.add(
            new QuestionBody(
                effect.id(),
                question.id(),
                question.text(),
                word(question.kind()),
                question.choices(),
                effect.channel(),
                effect.queuedAt()));
      }
    }
    return questions;
  }

  /** The question itself, or the action that is one. */
  private static String asked(Pending effect) {
    return effect.action() == null ? effect.subject() : effect.action();
  }

  private Map<String, Object> attributes(PersonState state) {
    var attributes = new LinkedHashMap<String, Object>();
    published
        .current()
        .ifPresent(blueprint -> {
          for (var attribute : blueprint.schema().attributes()) {
            var value = state.attributes().get(attribute.slot());
            if (value != null && attribute.given()) {
              attributes.put(attribute.name(), Plain.of(value));
            }
          }
        });
    return attributes;
  }

  private Map<String, String> attributeNames(PersonState state) {
    var names = new LinkedHashMap<String, String>();
    published
        .current()
        .ifPresent(blueprint -> {
          for (var attribute : blueprint.schema().attributes()) {
            if (attribute.given() && state.attributes().get(attribute.slot()) != null) {
              names.put(attribute.name(), blueprint.glossary().attribute(attribute.name()));
            }
          }
        });
    return names;
  }

  private static LimitsBody limits(Limits limits, @Nullable Blueprint blueprint) {
    var quiet = limits.quiet();
    return new LimitsBody(
        limits.caps().stream()
            .map(c ->
                new CapBody(
                    c.channel(),
                    c.contactsMax(),
                    c.window().toString(),
                    c.channel() == null ? null : Calling.channel(blueprint, c.channel())))
            .toList(),
        quiet == null ? null : new QuietBody(quiet.from().toString(), quiet.to().toString()),
        limits.silentUntil());
  }

  private PersonBody.JourneyBody journey(PersonState state, Journey journey, Tongue tongue) {
    var definition = definition(journey);
    var step = definition == null ? null : definition.step(journey.step());
    return new PersonBody.JourneyBody(
        journey.instance(),
        journey.definition(),
        definition == null ? journey.definition() : definition.name(),
        definition == null ? "" : definition.purpose(),
        journey.version(),
        journey.stage(),
        stageName(definition, journey.stage()),
        journey.step(),
        step == null ? journey.step() : step.name(),
        step == null ? "" : step.about().description(),
        Standings.of(journey),
        journey.ending() == null ? null : ending(journey.ending()),
        journey.reason(),
        journey.heldUntil(),
        journey.begunAt(),
        journey.enteredAt(),
        waits(state, journey, step, tongue),
        definition == null
            ? List.of()
            : definition.stages().stream().map(s -> new StageBody(s.id(), s.name())).toList(),
        definition == null || step == null || journey.isOver()
            ? List.of()
            : new Ways(Calling.of(published.blueprint(journey.version())), tongue)
                .onward(definition, step));
  }

  @Nullable JourneyDefinition definition(Journey journey) {
    var blueprint = published.blueprint(journey.version());
    return blueprint == null ? null : blueprint.journey(journey.definition());
  }

  static String stageName(@Nullable JourneyDefinition definition, String stage) {
    if (definition != null) {
      for (var one : definition.stages()) {
        if (one.id().equals(stage)) {
          return one.name();
        }
      }
    }
    return stage;
  }

  private List<WaitBody> waits(
      PersonState state, Journey journey, @Nullable Step step, Tongue tongue) {
    if (journey.standing() == Journey.Standing.HELD) {
      return List.of(new WaitBody(tongue.say("wait.date"), journey.heldUntil()));
    }
    var what = journey.isUnderWay() ? awaited(journey, step, tongue) : null;
    return what == null ? List.of() : List.of(new WaitBody(what, dueOf(state, journey)));
  }

  private @Nullable String awaited(Journey journey, @Nullable Step step, Tongue tongue) {
    return switch (step) {
      case Step.WaitFor s -> {
        var names = Calling.of(published.blueprint(journey.version()));
        var events =
            s.events().stream().map(e -> Ways.event(names, tongue, e.trigger().event())).toList();
        yield events.isEmpty() ? tongue.say("wait.time") : tongue.either(events);
      }
      case Step.Ask s -> tongue.say("wait.answer");
      case Step.HandOver s -> tongue.say("wait.team", s.team());
      case null -> null;
      case Step.Talk s -> null;
      case Step.Decide s -> null;
      case Step.Split s -> null;
      case Step.Experiment s -> null;
      case Step.Note s -> null;
      case Step.End s -> null;
    };
  }

  private static @Nullable Instant dueOf(PersonState state, Journey journey) {
    for (var timer : state.timers()) {
      if (timer.subject().equals(journey.instance()) && timer.kind() == Timer.Kind.STEP) {
        return timer.due();
      }
    }
    return null;
  }

  /** How a journey stands, as the interface names it. */
  static String ending(Ending ending) {
    return switch (ending) {
      case ACHIEVED -> "achieved";
      case DECLINED -> "declined";
      case CHANGED_PURPOSE -> "changedPurpose";
      case LEFT -> "left";
      case TIMED_OUT -> "timedOut";
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
