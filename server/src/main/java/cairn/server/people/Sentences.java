package cairn.server.people;

import cairn.blueprint.Blueprint;
import cairn.decision.Response;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fact.Withheld;
import cairn.person.Ending;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.server.publish.Published;
import cairn.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells facts in plain sentences. Every kind of fact is here, so that a new one asks for its words;
 * what only serves the machinery (timers, baselines) has none. The switch is one page long for that
 * reason.
 */
final class Sentences {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** The most properties of an event that are shown in its line. */
  private static final int PROPERTIES_SHOWN = 6;

  private final Published published;

  Sentences(Published published) {
    this.published = published;
  }

  /** What one fact says: a title, and perhaps more. */
  private record Line(
      Instant at,
      String kind,
      String title,
      @Nullable String detail,
      @Nullable String instance,
      @Nullable String step,
      @Nullable String channel,
      @Nullable String team) {
    static Line of(Instant at, String kind, String title) {
      return new Line(at, kind, title, null, null, null, null, null);
    }

    Line detail(@Nullable String more) {
      return new Line(at, kind, title, more, instance, step, channel, team);
    }

    Line on(@Nullable String journeyInstance, @Nullable String stepId) {
      return new Line(at, kind, title, detail, journeyInstance, stepId, channel, team);
    }

    Line by(@Nullable String channelId) {
      return new Line(at, kind, title, detail, instance, step, channelId, team);
    }

    Line with(@Nullable String teamName) {
      return new Line(at, kind, title, detail, instance, step, channel, teamName);
    }
  }

  /** The lines of one entry, the last fact first; an entry may have none. */
  List<EntryBody> of(Entry entry) {
    var lines = new ArrayList<EntryBody>();
    for (var fact : entry.facts().reversed()) {
      var line = line(entry, fact);
      if (line != null) {
        lines.add(body(entry, line));
      }
    }
    return lines;
  }

  private EntryBody body(Entry entry, Line line) {
    var journey = line.instance == null ? null : definitionOf(line.instance);
    var step = step(entry, line.instance, line.step);
    return new EntryBody(
        entry.number(),
        line.at,
        entry.now(),
        line.kind,
        line.title,
        line.detail,
        journey,
        step == null ? null : step.stage(),
        line.step,
        line.channel,
        line.team);
  }

  private @Nullable Line line(Entry entry, Fact fact) {
    var now = entry.now();
    return switch (fact) {
      case Fact.EventOccurred f ->
          Line.of(f.at(), "event", sentence(f.name())).detail(some(f.properties())).by(f.channel());
      case Fact.AttributesSet f -> attributes(now, f);
      case Fact.IdentifierAdded f ->
          switch (f.identifier().kind()) {
            case USER -> Line.of(now, "identity", "You became known to us");
            case ANONYMOUS -> Line.of(now, "identity", "We met on a device");
          };
      case Fact.RecordSealed f ->
          Line.of(now, "identity", "This record was joined with another one of yours");
      case Fact.RecordAbsorbed f ->
          Line.of(now, "identity", "What happened on another device was joined to your story")
              .detail(count(f.entries().size(), "entry", "entries") + " came along");
      case Fact.PurposeStated f ->
          Line.of(now, "purpose", "You said what you want: " + f.purpose().text())
              .detail(
                  switch (f.purpose().source()) {
                    case DECLARED -> null;
                    case IMPORTED -> "It came with earlier data; we will ask you.";
                    case INFERRED -> "It was guessed; we will ask you.";
                  });
      case Fact.PurposeClosed f -> Line.of(now, "purpose", "You closed a purpose");
      case Fact.ConsentRecorded f ->
          Line.of(
              now,
              "consent",
              (f.consent().given() ? "You allowed " : "You refused ") + f.consent().subject());
      case Fact.ObjectionRaised f ->
          Line.of(
              now,
              "objection",
              "You objected to " + objection(f.objection().scope(), f.objection().subject()));
      case Fact.ObjectionLifted f ->
          Line.of(
              now,
              "objection",
              "You took back your objection to " + objection(f.scope(), f.subject()));
      case Fact.LimitsSet f -> Line.of(now, "limits", "You set your own limits on being contacted");
      case Fact.QuestionAnswered f ->
          Line.of(now, "answer", "You answered: " + Plain.words(f.answer()))
              .detail(question(entry, f))
              .on(f.instance(), null);
      case Fact.JourneyBegun f ->
          Line.of(f.at(), "journey", "The journey " + name(entry, f.instance()) + " began")
              .on(f.instance(), null);
      case Fact.ArmDrawn f ->
          Line.of(now, "experiment", "You were put in the group " + f.arm() + " of a comparison")
              .detail("By chance, so that we learn what helps.")
              .on(f.instance(), null);
      case Fact.StepEntered f -> entered(entry, f);
      case Fact.GoalMet f ->
          Line.of(now, "goal", "A goal was reached: " + goal(entry, f)).on(f.instance(), null);
      case Fact.JourneyEnded f ->
          Line.of(f.at(), "ending", ending(f.ending(), name(entry, f.instance())))
              .detail(f.reason())
              .on(f.instance(), f.step());
      case Fact.JourneyHeld f ->
          Line.of(
                  now,
                  "journey",
                  "Not now: " + name(entry, f.instance()) + " rests until " + DAY.format(f.until()))
              .on(f.instance(), null);
      case Fact.JourneyPaused f ->
          Line.of(now, "journey", name(entry, f.instance()) + " was paused").on(f.instance(), null);
      case Fact.JourneyResumed f ->
          Line.of(now, "journey", name(entry, f.instance()) + " goes on").on(f.instance(), null);
      case Fact.JourneyReopened f ->
          Line.of(f.at(), "journey", name(entry, f.instance()) + " was opened again")
              .on(f.instance(), f.step());
      case Fact.JourneyMigrated f ->
          Line.of(f.at(), "journey", name(entry, f.instance()) + " goes on in a newer form")
              .on(f.instance(), f.step());
      case Fact.JourneyStuck f ->
          Line.of(
                  now,
                  "journey",
                  name(entry, f.instance()) + " went in a circle; it was paused for a colleague")
              .on(f.instance(), f.step());
      case Fact.SegmentEntered f ->
          Line.of(now, "segment", "You now count among: " + segment(entry, f.segment()));
      case Fact.SegmentLeft f ->
          Line.of(now, "segment", "You no longer count among: " + segment(entry, f.segment()));
      case Fact.TimerPlanted f -> null;
      case Fact.TimerDropped f -> null;
      case Fact.TimerFired f -> null;
      case Fact.EffectQueued f -> queued(now, f);
      case Fact.EffectReleased f -> Line.of(now, "contact", "It left for you");
      case Fact.EffectWithheld f ->
          Line.of(now, "withheld", "We did not write to you: " + why(f.why()));
      case Fact.EffectDeferred f ->
          Line.of(now, "withheld", "We wait with a message until " + DAY.format(f.until()))
              .detail("You asked for quiet at this hour, or it is too late in the day.");
      case Fact.EffectSettled f ->
          Line.of(
              now,
              "contact",
              f.delivered() ? "It arrived: " + f.outcome() : "It did not arrive: " + f.outcome());
      case Fact.DecisionMade f -> decided(entry, f);
      case Fact.ResponseRecorded f ->
          Line.of(now, "response", response(f.response(), action(entry, f.action())))
              .detail(f.response().reason())
              .by(f.channel());
      case Fact.Baseline f -> null;
      case Fact.Erased f -> Line.of(now, "erased", "Everything about you was erased");
    };
  }

  private static Line attributes(Instant now, Fact.AttributesSet f) {
    var learnt = new ArrayList<String>();
    var forgotten = new ArrayList<String>();
    for (var setting : f.settings()) {
      var value = setting.value();
      if (value == null) {
        forgotten.add(setting.name());
      } else {
        learnt.add(setting.name() + ": " + Plain.words(value));
      }
    }
    var title =
        learnt.isEmpty()
            ? "We forgot " + String.join(", ", forgotten)
            : learnt.size() == 1
                ? "We learnt " + learnt.getFirst()
                : "We learnt " + learnt.size() + " things about you";
    return Line.of(now, "attributes", title)
        .detail(learnt.size() > 1 ? String.join(" · ", learnt) : null);
  }

  private Line entered(Entry entry, Fact.StepEntered f) {
    var step = step(entry, f.instance(), f.step());
    var name = step == null ? f.step() : step.name();
    var title = step instanceof Step.End ? "You reached: " + name : "You came to: " + name;
    var line = Line.of(f.at(), "step", title).detail(because(f)).on(f.instance(), f.step());
    return step instanceof Step.HandOver handOver ? line.with(handOver.team()) : line;
  }

  private static @Nullable String because(Fact.StepEntered f) {
    return switch (f.cause()) {
      case BEGINNING -> "The journey began here.";
      case EVENT, MOVE -> "Because of: " + sentence(f.by());
      case TIME -> "Because the time was over.";
      case ANSWER -> "Because of your answer.";
      case RULE -> f.by().equals("otherwise") ? null : "Because: " + f.by();
      case ARM -> "By chance, in the group " + f.by() + ".";
      case NEXT -> null;
      case OUTCOME -> "Because a colleague noted: " + f.by();
      case REQUEST -> "Because it was asked for.";
    };
  }

  private static Line queued(Instant now, Fact.EffectQueued f) {
    var effect = f.effect();
    var line =
        switch (effect.kind()) {
          case MESSAGE -> Line.of(now, "message", "A message for you was prepared");
          case QUESTION -> Line.of(now, "question", "We have a question for you");
          case TASK -> Line.of(now, "task", "A colleague was asked to help you");
          case WEBHOOK -> Line.of(now, "note", "Another system was told");
        };
    var muted = f.muted() ? "It comes from earlier data, so it was not sent." : null;
    var team = effect.kind() == Pending.Kind.TASK ? effect.subject() : null;
    return line.detail(muted).on(effect.instance(), null).by(effect.channel()).with(team);
  }

  private Line decided(Entry entry, Fact.DecisionMade f) {
    var decision = f.decision();
    int considered = decision.drops().size() + decision.survivors().size();
    var chosen =
        decision.slots().stream()
            .map(slot -> action(entry, slot.action()))
            .distinct()
            .collect(Collectors.joining(", "));
    var line =
        chosen.isEmpty()
            ? Line.of(entry.now(), "decision", "We thought about you and kept silent")
                .detail(silence(entry, decision.silence()))
            : Line.of(entry.now(), "decision", "We chose for you: " + chosen)
                .detail("Out of " + count(considered, "possibility", "possibilities") + ".");
    return line.by(decision.request().channel());
  }

  private @Nullable String silence(Entry entry, int component) {
    var blueprint = published.blueprint(entry.blueprint());
    if (blueprint == null
        || component < 0
        || component >= blueprint.catalogue().components().size()) {
      return null;
    }
    return blueprint.catalogue().component(component).sentence();
  }

  private String action(Entry entry, String id) {
    var blueprint = published.blueprint(entry.blueprint());
    int ordinal = blueprint == null ? -1 : blueprint.catalogue().ordinal(id);
    return blueprint == null || ordinal < 0 ? id : blueprint.catalogue().action(ordinal).name();
  }

  private static String response(Response response, String action) {
    var until = response.until();
    return switch (response.kind()) {
      case SHOWN -> "You were shown: " + action;
      case CLICKED -> "You looked at: " + action;
      case ACCEPTED -> "You said yes to: " + action;
      case NO -> "You said no to: " + action;
      case NOT_NOW ->
          "You said not now to: " + action + (until == null ? "" : ", until " + DAY.format(until));
      case OUTCOME -> "Something came of: " + action;
      case HARM -> "You told us this was wrong for you: " + action;
    };
  }

  private static String why(Withheld why) {
    return switch (why) {
      case PERSON_SAID_NO -> "you said no.";
      case OBJECTION -> "you objected.";
      case NO_CONSENT -> "you did not allow it.";
      case NOT_NOW -> "you said not now.";
      case PERSONS_LIMIT -> "your own limit was reached.";
      case FREQUENCY_CAP -> "you had heard enough from us.";
      case QUIET_HOURS -> "it was a quiet hour.";
      case MISSING_IDENTIFIER -> "we have no address for it.";
      case CHANNEL_STOPPED -> "this way of writing was stopped.";
      case HOLD_OUT -> "you are in the group that gets nothing, to compare.";
      case JOURNEY_OVER -> "the journey was over.";
      case UNANSWERED -> "a newer one took its place.";
    };
  }

  private static String ending(Ending ending, String journey) {
    return switch (ending) {
      case ACHIEVED -> "You did it: " + journey;
      case DECLINED -> "You said no to " + journey;
      case CHANGED_PURPOSE -> "You now want something else than " + journey;
      case LEFT -> "You left " + journey;
      case TIMED_OUT -> "The time for " + journey + " ran out";
    };
  }

  private static String objection(Objection.Scope scope, String subject) {
    return switch (scope) {
      case EVERYTHING -> "being contacted";
      case CHANNEL -> "being contacted by " + subject;
      case JOURNEY -> "the journey " + subject;
      case ACTION -> subject;
      case PROFILING -> "being profiled";
    };
  }

  private @Nullable String question(Entry entry, Fact.QuestionAnswered f) {
    var blueprint = published.blueprint(entry.blueprint());
    var question = blueprint == null ? null : blueprint.question(f.question());
    return question == null ? f.question() : question.text();
  }

  private String goal(Entry entry, Fact.GoalMet f) {
    var definition = definition(entry, f.instance());
    if (definition != null) {
      for (var goal : definition.goals()) {
        if (goal.id().equals(f.goal())) {
          return goal.name();
        }
      }
    }
    return f.goal();
  }

  private String segment(Entry entry, String id) {
    var blueprint = published.blueprint(entry.blueprint());
    if (blueprint != null) {
      for (var segment : blueprint.segments()) {
        if (segment.id().equals(id)) {
          return segment.name();
        }
      }
    }
    return id;
  }

  private String name(Entry entry, String instance) {
    var definition = definition(entry, instance);
    return definition == null ? definitionOf(instance) : definition.name();
  }

  private @Nullable Step step(Entry entry, @Nullable String instance, @Nullable String step) {
    var definition = instance == null || step == null ? null : definition(entry, instance);
    return definition == null || step == null ? null : definition.step(step);
  }

  /** The definition as the entry's blueprint had it, else as any kept version has it. */
  private @Nullable JourneyDefinition definition(Entry entry, String instance) {
    var id = definitionOf(instance);
    var then = published.blueprint(entry.blueprint());
    if (then != null && then.journey(id) != null) {
      return then.journey(id);
    }
    return published.current().map((Blueprint b) -> b.journey(id)).orElse(null);
  }

  private static String definitionOf(String instance) {
    int hash = instance.lastIndexOf('#');
    return hash < 0 ? instance : instance.substring(0, hash);
  }

  /** An event's name as words: {@code application_submitted} and A_SUBMITTED read alike. */
  static String sentence(String name) {
    var words = name.replace('_', ' ').replace('.', ' ').strip();
    if (words.isEmpty()) {
      return name;
    }
    boolean shouted = words.equals(words.toUpperCase(Locale.ROOT));
    var calm = shouted ? words.toLowerCase(Locale.ROOT) : words;
    return calm.substring(0, 1).toUpperCase(Locale.ROOT) + calm.substring(1);
  }

  private static @Nullable String some(Map<String, Value> properties) {
    return properties.isEmpty()
        ? null
        : properties.entrySet().stream()
            .limit(PROPERTIES_SHOWN)
            .map(p -> p.getKey() + ": " + Plain.words(p.getValue()))
            .collect(Collectors.joining(" · "));
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
