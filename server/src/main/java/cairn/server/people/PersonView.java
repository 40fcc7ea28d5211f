package cairn.server.people;

import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.Limits;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.person.Timer;
import cairn.server.people.PersonBody.CapBody;
import cairn.server.people.PersonBody.ConsentBody;
import cairn.server.people.PersonBody.IdentifierBody;
import cairn.server.people.PersonBody.InteractionBody;
import cairn.server.people.PersonBody.LimitsBody;
import cairn.server.people.PersonBody.ObjectionBody;
import cairn.server.people.PersonBody.PurposeBody;
import cairn.server.people.PersonBody.QuestionBody;
import cairn.server.people.PersonBody.QuietBody;
import cairn.server.people.PersonBody.WaitBody;
import cairn.server.publish.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a person's state with the names that the blueprints give to things. */
final class PersonView {
  private final Published published;
  private final People people;

  PersonView(Published published, People people) {
    this.published = published;
    this.people = people;
  }

  PersonBody of(PersonState state) {
    return new PersonBody(
        state.key().hex(),
        people.name(state),
        state.identifiers().stream().map(IdentifierBody::of).toList(),
        attributes(state),
        state.segments(),
        state.consents().stream()
            .map(c -> new ConsentBody(c.subject(), c.given(), c.at(), c.source()))
            .toList(),
        state.objections().stream()
            .map(o -> new ObjectionBody(word(o.scope()), o.subject(), o.at()))
            .toList(),
        limits(state.limits()),
        state.purposes().stream()
            .map(p -> new PurposeBody(p.id(), p.text(), word(p.source()), p.at(), p.open()))
            .toList(),
        state.journeys().stream().map(journey -> journey(state, journey)).toList(),
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
              ? blueprint.map(b -> b.question(effect.subject())).orElse(null)
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

  static LimitsBody limits(Limits limits) {
    var quiet = limits.quiet();
    return new LimitsBody(
        limits.caps().stream()
            .map(c -> new CapBody(c.channel(), c.contactsMax(), c.window().toString()))
            .toList(),
        quiet == null ? null : new QuietBody(quiet.from().toString(), quiet.to().toString()),
        limits.silentUntil());
  }

  PersonBody.JourneyBody journey(PersonState state, Journey journey) {
    var definition = definition(journey);
    var step = definition == null ? null : definition.step(journey.step());
    return new PersonBody.JourneyBody(
        journey.instance(),
        journey.definition(),
        definition == null ? journey.definition() : definition.name(),
        journey.version(),
        journey.stage(),
        stageName(definition, journey.stage()),
        journey.step(),
        step == null ? journey.step() : step.name(),
        Standings.of(journey),
        journey.ending() == null ? null : ending(journey.ending()),
        journey.reason(),
        journey.heldUntil(),
        journey.begunAt(),
        journey.enteredAt(),
        waits(state, journey, step));
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

  private static List<WaitBody> waits(PersonState state, Journey journey, @Nullable Step step) {
    var until = dueOf(state, journey);
    var waits = new ArrayList<WaitBody>();
    if (journey.standing() == Journey.Standing.HELD) {
      waits.add(new WaitBody("the date you picked", journey.heldUntil()));
    } else if (journey.isUnderWay()) {
      switch (step) {
        case Step.WaitFor s -> {
          var events =
              s.events().stream()
                  .map(e -> e.trigger().event())
                  .distinct()
                  .collect(Collectors.joining(" or "));
          waits.add(new WaitBody(events.isEmpty() ? "time to pass" : events, until));
        }
        case Step.Ask s -> waits.add(new WaitBody("an answer", until));
        case Step.HandOver s -> waits.add(new WaitBody("the team " + s.team(), until));
        case null -> {}
        case Step.Talk s -> {}
        case Step.Decide s -> {}
        case Step.Split s -> {}
        case Step.Experiment s -> {}
        case Step.Note s -> {}
        case Step.End s -> {}
      }
    }
    return waits;
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
