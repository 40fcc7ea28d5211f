package cairn.server.people;

import cairn.journey.Step;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.server.publish.Published;
import cairn.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  List<EntryBody> of(Entry entry) {
    var lines = new ArrayList<EntryBody>();
    var names = new Naming(published, entry);
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
        line.channel(),
        line.team());
  }

  private static @Nullable Line line(Entry entry, Naming names, Fact fact) {
    var now = entry.now();
    return switch (fact) {
      case Fact.EventOccurred f ->
          Line.of(f.at(), "event", Phrases.sentence(f.name()))
              .detail(some(f.properties()))
              .by(f.channel());
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
              "You objected to "
                  + Phrases.objection(f.objection().scope(), f.objection().subject()));
      case Fact.ObjectionLifted f ->
          Line.of(
              now,
              "objection",
              "You took back your objection to " + Phrases.objection(f.scope(), f.subject()));
      case Fact.LimitsSet f -> Line.of(now, "limits", "You set your own limits on being contacted");
      case Fact.QuestionAnswered f ->
          Line.of(now, "answer", "You answered: " + Plain.words(f.answer()))
              .detail(names.question(f))
              .on(f.instance(), null);
      case Fact.JourneyBegun f ->
          Line.of(f.at(), "journey", "The journey " + names.name(f.instance()) + " began")
              .on(f.instance(), null);
      case Fact.ArmDrawn f ->
          Line.of(now, "experiment", "You were put in the group " + f.arm() + " of a comparison")
              .detail("By chance, so that we learn what helps.")
              .on(f.instance(), null);
      case Fact.StepEntered f -> entered(names, f);
      case Fact.GoalMet f ->
          Line.of(now, "goal", "A goal was reached: " + names.goal(f)).on(f.instance(), null);
      case Fact.JourneyEnded f ->
          Line.of(f.at(), "ending", Phrases.ending(f.ending(), names.name(f.instance())))
              .detail(f.reason())
              .on(f.instance(), f.step());
      case Fact.JourneyHeld f ->
          Line.of(
                  now,
                  "journey",
                  "Not now: " + names.name(f.instance()) + " rests until " + Phrases.day(f.until()))
              .on(f.instance(), null);
      case Fact.JourneyPaused f ->
          Line.of(now, "journey", names.name(f.instance()) + " was paused").on(f.instance(), null);
      case Fact.JourneyResumed f ->
          Line.of(now, "journey", names.name(f.instance()) + " goes on").on(f.instance(), null);
      case Fact.JourneyReopened f ->
          Line.of(f.at(), "journey", names.name(f.instance()) + " was opened again")
              .on(f.instance(), f.step());
      case Fact.JourneyMigrated f ->
          Line.of(f.at(), "journey", names.name(f.instance()) + " goes on in a newer form")
              .on(f.instance(), f.step());
      case Fact.JourneyStuck f ->
          Line.of(
                  now,
                  "journey",
                  names.name(f.instance()) + " went in a circle; it was paused for a colleague")
              .on(f.instance(), f.step());
      case Fact.SegmentEntered f ->
          Line.of(now, "segment", "You now count among: " + names.segment(f.segment()));
      case Fact.SegmentLeft f ->
          Line.of(now, "segment", "You no longer count among: " + names.segment(f.segment()));
      case Fact.TimerPlanted f -> null;
      case Fact.TimerDropped f -> null;
      case Fact.TimerFired f -> null;
      case Fact.EffectQueued f -> queued(entry, f);
      case Fact.EffectReleased f -> null;
      case Fact.EffectWithheld f -> Line.of(now, "withheld", Phrases.withheld(f.why()));
      case Fact.EffectDeferred f ->
          Line.of(now, "withheld", "We wait with a message until " + Phrases.day(f.until()))
              .detail("You asked for quiet at this hour, or it is too late in the day.");
      case Fact.EffectSettled f ->
          Line.of(
              now,
              "contact",
              f.delivered() ? Phrases.came(f.outcome()) : "It did not reach you: " + f.outcome());
      case Fact.DecisionMade f -> decided(entry, names, f);
      case Fact.ResponseRecorded f ->
          Line.of(now, "response", Phrases.response(f.response(), names.action(f.action())))
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

  private static Line entered(Naming names, Fact.StepEntered f) {
    var step = names.step(f.instance(), f.step());
    var name = step == null ? f.step() : step.name();
    var title = step instanceof Step.End ? "You reached: " + name : "You came to: " + name;
    var line = Line.of(f.at(), "step", title).detail(Phrases.because(f)).on(f.instance(), f.step());
    return step instanceof Step.HandOver handOver ? line.with(handOver.team()) : line;
  }

  private static Line queued(Entry entry, Fact.EffectQueued f) {
    var now = entry.now();
    var effect = f.effect();
    var line =
        switch (effect.kind()) {
          case MESSAGE -> Line.of(now, "message", "A message for you was prepared");
          case QUESTION -> Line.of(now, "question", "We have a question for you");
          case TASK -> Line.of(now, "task", "A colleague was asked to help you");
          case WEBHOOK -> Line.of(now, "note", "Another system was told");
        };
    var muted =
        switch (entry.origin()) {
          case IMPORT -> "It comes from earlier data, so it was not sent.";
          case LIVE -> "It was not sent: it came too late, or too much waited already.";
        };
    var team = effect.kind() == Pending.Kind.TASK ? effect.subject() : null;
    return line.detail(f.muted() ? muted : null)
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
            ? Line.of(entry.now(), "decision", "We thought about you and kept silent")
                .detail(names.silence(decision.silence()))
            : Line.of(entry.now(), "decision", "We chose for you: " + chosen)
                .detail("Out of " + count(considered, "possibility", "possibilities") + ".");
    return line.by(decision.request().channel());
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
