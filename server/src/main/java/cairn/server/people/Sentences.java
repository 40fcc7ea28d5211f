package cairn.server.people;

import cairn.blueprint.Glossary;
import cairn.journey.Step;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.server.publish.Published;
import cairn.server.words.Tongue;
import cairn.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells facts in plain sentences. Every kind of fact is here, so that a new one asks for its words;
 * what only serves the machinery (timers, leave to go out) has none. The switch is one page long
 * for that reason.
 */
final class Sentences {
  /** The most properties of an event that are shown in its line. */
  private static final int PROPERTIES_SHOWN = 6;

  private final Published published;

  Sentences(Published published) {
    this.published = published;
  }

  /** The lines of one entry, the last fact first; an entry may have none. */
  List<EntryBody> of(Entry entry, Tongue tongue) {
    var lines = new ArrayList<EntryBody>();
    var names = new Naming(published, entry, tongue);
    for (var fact : entry.facts().reversed()) {
      var line = line(entry, names, fact);
      if (line != null) {
        lines.add(body(entry, names, line));
      }
    }
    return lines;
  }

  private static EntryBody body(Entry entry, Naming names, Line line) {
    var journey = line.instance() == null ? null : Journey.definitionOf(line.instance());
    var step = names.step(line.instance(), line.step());
    return new EntryBody(
        entry.number(),
        line.at(),
        entry.now(),
        line.kind(),
        line.title(),
        line.detail(),
        journey,
        step == null ? null : step.stage(),
        line.step(),
        names.channel(line.channel()),
        line.team());
  }

  private static @Nullable Line line(Entry entry, Naming names, Fact fact) {
    var now = entry.now();
    return switch (fact) {
      case Fact.EventOccurred f ->
          Line.of(f.at(), "event", names.event(f.name()))
              .detail(some(names, f.properties()))
              .by(f.channel());
      case Fact.AttributesSet f -> attributes(now, names, f);
      case Fact.IdentifierAdded f ->
          switch (f.identifier().kind()) {
            case USER -> Line.of(now, "identity", names.say("story.known"));
            case ANONYMOUS -> Line.of(now, "identity", names.say("story.device"));
          };
      case Fact.RecordSealed f -> Line.of(now, "identity", names.say("story.joinedAway"));
      case Fact.RecordAbsorbed f ->
          Line.of(now, "identity", names.say("story.joined"))
              .detail(names.say("story.joinedMore", f.entries().size()));
      case Fact.PurposeStated f ->
          Line.of(now, "purpose", names.say("story.purpose", f.purpose().text()))
              .detail(
                  switch (f.purpose().source()) {
                    case DECLARED -> null;
                    case IMPORTED -> names.say("story.purposeImported");
                    case INFERRED -> names.say("story.purposeInferred");
                  });
      case Fact.PurposeClosed f -> Line.of(now, "purpose", names.say("story.purposeClosed"));
      case Fact.ConsentRecorded f ->
          Line.of(
              now,
              "consent",
              names.say(
                  f.consent().given() ? "story.consentGiven" : "story.consentRefused",
                  names.consent(f.consent().subject())));
      case Fact.ObjectionRaised f ->
          Line.of(
              now,
              "objection",
              names.say(
                  "story.objected",
                  names.objection(f.objection().scope(), f.objection().subject())));
      case Fact.ObjectionLifted f ->
          Line.of(
              now,
              "objection",
              names.say("story.objectionLifted", names.objection(f.scope(), f.subject())));
      case Fact.LimitsSet f -> Line.of(now, "limits", names.say("story.limits"));
      case Fact.QuestionAnswered f ->
          Line.of(now, "answer", names.say("story.answered", names.answer(f)))
              .detail(names.question(f))
              .on(f.instance(), null);
      case Fact.JourneyBegun f ->
          Line.of(f.at(), "journey", names.say("story.began", names.name(f.instance())))
              .on(f.instance(), null);
      case Fact.ArmDrawn f ->
          Line.of(now, "experiment", names.say("story.arm", f.arm()))
              .detail(names.say("story.armWhy"))
              .on(f.instance(), null);
      case Fact.StepEntered f -> entered(names, f);
      case Fact.GoalMet f ->
          Line.of(now, "goal", names.say("story.goal", names.goal(f))).on(f.instance(), null);
      case Fact.JourneyEnded f ->
          Line.of(
                  f.at(),
                  "ending",
                  names.say("story.ending." + f.ending().name(), names.name(f.instance())))
              .detail(f.reason())
              .on(f.instance(), f.step());
      case Fact.JourneyHeld f ->
          Line.of(
                  now,
                  "journey",
                  names.say("story.held", names.name(f.instance()), names.moment(f.until())))
              .on(f.instance(), null);
      case Fact.JourneyPaused f -> journey(names, now, "story.paused", f.instance(), null);
      case Fact.JourneyResumed f -> journey(names, now, "story.resumed", f.instance(), null);
      case Fact.JourneyReopened f ->
          journey(names, f.at(), "story.reopened", f.instance(), f.step());
      case Fact.JourneyMigrated f ->
          journey(names, f.at(), "story.migrated", f.instance(), f.step());
      case Fact.JourneyStuck f -> journey(names, now, "story.stuck", f.instance(), f.step());
      case Fact.SegmentEntered f ->
          Line.of(now, "segment", names.say("story.segmentEntered", names.segment(f.segment())));
      case Fact.SegmentLeft f ->
          Line.of(now, "segment", names.say("story.segmentLeft", names.segment(f.segment())));
      case Fact.TimerPlanted f -> null;
      case Fact.TimerDropped f -> null;
      case Fact.TimerFired f -> null;
      case Fact.EffectQueued f -> queued(entry, names, f);
      case Fact.EffectReleased f -> null;
      case Fact.EffectWithheld f ->
          Line.of(now, "withheld", names.say("story.withheld." + f.why().name()));
      case Fact.EffectDeferred f ->
          Line.of(now, "withheld", names.say("story.deferred", names.moment(f.until())))
              .detail(names.say("story.deferredWhy"));
      case Fact.EffectSettled f ->
          f.delivered()
              ? Line.of(now, "contact", came(names, f.outcome()))
              : Line.of(now, "contact", names.say("story.notDelivered")).detail(f.outcome());
      case Fact.DecisionMade f -> decided(entry, names, f);
      case Fact.ResponseRecorded f -> responded(names, now, f);
      case Fact.Baseline f -> null;
      case Fact.Erased f -> Line.of(now, "erased", names.say("story.erased"));
    };
  }

  private static Line journey(
      Naming names, Instant at, String key, String instance, @Nullable String step) {
    return Line.of(at, "journey", names.say(key, names.name(instance))).on(instance, step);
  }

  /** What came of something that left; a desk's outcome is the colleague's own word. */
  private static String came(Naming names, String outcome) {
    return switch (outcome) {
      case "sent" -> names.say("story.sent");
      case "placed" -> names.say("story.placed");
      default ->
          outcome.startsWith("answered ")
              ? names.say("story.systemAnswered", outcome)
              : names.say("story.noted", outcome);
    };
  }

  private static Line responded(Naming names, Instant now, Fact.ResponseRecorded f) {
    var response = f.response();
    var until = response.until();
    var more =
        Stream.of(
                until == null ? null : names.say("story.notNowUntil", names.moment(until)),
                response.reason())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return Line.of(
            now,
            "response",
            names.say("story.response." + response.kind().name(), names.action(f.action())))
        .detail(more.isEmpty() ? null : more)
        .by(f.channel());
  }

  private static Line attributes(Instant now, Naming names, Fact.AttributesSet f) {
    var learnt = new ArrayList<String>();
    var forgotten = new ArrayList<String>();
    for (var setting : f.settings()) {
      var value = setting.value();
      var name = names.attribute(setting.name());
      if (value == null) {
        forgotten.add(name);
      } else {
        learnt.add(name + ": " + names.value(value));
      }
    }
    var title =
        learnt.isEmpty()
            ? names.say("story.forgot", String.join(", ", forgotten))
            : learnt.size() == 1
                ? names.say("story.learnt", learnt.getFirst())
                : names.say("story.learntMany", learnt.size());
    return Line.of(now, "attributes", title)
        .detail(learnt.size() > 1 ? String.join(" · ", learnt) : null);
  }

  private static Line entered(Naming names, Fact.StepEntered f) {
    var step = names.step(f.instance(), f.step());
    var name = step == null ? f.step() : step.name();
    var title = names.say(step instanceof Step.End ? "story.reached" : "story.cameTo", name);
    var line = Line.of(f.at(), "step", title).detail(because(names, f)).on(f.instance(), f.step());
    return step instanceof Step.HandOver handOver ? line.with(handOver.team()) : line;
  }

  private static @Nullable String because(Naming names, Fact.StepEntered f) {
    var key = "story.because." + f.cause().name();
    return switch (f.cause()) {
      case BEGINNING, TIME, ANSWER, REQUEST -> names.say(key);
      case EVENT, MOVE -> names.say(key, names.event(f.by()));
      case RULE -> f.by().equals("otherwise") ? null : names.say(key, f.by());
      case ARM, OUTCOME -> names.say(key, f.by());
      case NEXT -> null;
    };
  }

  private static Line queued(Entry entry, Naming names, Fact.EffectQueued f) {
    var now = entry.now();
    var effect = f.effect();
    var line =
        switch (effect.kind()) {
          case MESSAGE -> Line.of(now, "message", names.say("story.message"));
          case QUESTION -> Line.of(now, "question", names.say("story.question"));
          case TASK -> Line.of(now, "task", names.say("story.task"));
          case WEBHOOK -> Line.of(now, "note", names.say("story.told"));
        };
    var muted =
        switch (entry.origin()) {
          case IMPORT -> "story.mutedImport";
          case LIVE -> "story.mutedLive";
        };
    var team = effect.kind() == Pending.Kind.TASK ? names.team(effect) : null;
    return line.detail(f.muted() ? names.say(muted) : null)
        .on(effect.instance(), null)
        .by(effect.channel())
        .with(team);
  }

  private static Line decided(Entry entry, Naming names, Fact.DecisionMade f) {
    var decision = f.decision();
    int considered = decision.drops().size() + decision.survivors().size();
    var chosen =
        decision.slots().stream()
            .map(slot -> names.action(slot.action()))
            .distinct()
            .collect(Collectors.joining(", "));
    var line =
        chosen.isEmpty()
            ? Line.of(entry.now(), "decision", names.say("story.silent"))
                .detail(names.silence(decision.silence()))
            : Line.of(entry.now(), "decision", names.say("story.chosen", chosen))
                .detail(names.say("story.chosenOf", considered));
    return line.by(decision.request().channel());
  }

  private static @Nullable String some(Naming names, Map<String, Value> properties) {
    return properties.isEmpty()
        ? null
        : properties.entrySet().stream()
            .limit(PROPERTIES_SHOWN)
            .map(p -> Glossary.words(p.getKey()) + ": " + names.value(p.getValue()))
            .collect(Collectors.joining(" · "));
  }
}
