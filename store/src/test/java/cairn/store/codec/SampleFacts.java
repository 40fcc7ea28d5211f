package cairn.store.codec;

import cairn.adaptive.FeatureVector;
import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Drop;
import cairn.decision.Response;
import cairn.decision.Slot;
import cairn.decision.Survivor;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Attributes;
import cairn.person.Consent;
import cairn.person.Ending;
import cairn.person.Identifier;
import cairn.person.Interaction;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Limits;
import cairn.person.NotNow;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.person.Standing;
import cairn.person.Timer;
import cairn.rule.Need;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** One of everything that can be written, with every optional part there and not there. */
final class SampleFacts {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
  static final Instant FINE = Instant.parse("2026-03-02T11:59:59.123456789Z");
  static final Instant OLD = Instant.parse("1969-07-20T20:17:40Z");
  static final PersonKey ADA = new PersonKey(0x0123456789abcdefL, 0xfedcba9876543210L);
  static final PersonKey PHONE = new PersonKey(-1, 1);

  private static final Limits LIMITS =
      new Limits(
          List.of(
              new Limits.Cap("email", 2, Duration.ofDays(7)),
              new Limits.Cap(null, 5, Duration.ofMillis(1_500))),
          new Limits.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30, 15)),
          NOON.plusSeconds(3600));

  private static final Pending PENDING =
      new Pending(
          "fx1",
          Pending.Kind.QUESTION,
          Pending.Purpose.TRANSACTIONAL,
          "cycle#1",
          "try-a-bicycle",
          "email",
          "welcome",
          NOON,
          true);

  private static final Pending BARE =
      new Pending(
          "fx2",
          Pending.Kind.TASK,
          Pending.Purpose.REQUIRED,
          null,
          null,
          "desk",
          "call back",
          OLD,
          false);

  private SampleFacts() {}

  static PersonState fullState() {
    return new PersonState(
        ADA,
        Standing.OPEN,
        null,
        300,
        NOON,
        List.of(Identifier.user("ada"), Identifier.anonymous("phöne-7")),
        Attributes.of(
            Value.of(true),
            null,
            Value.of(-7),
            Value.of(0.25),
            Value.of("Zoë 🚲"),
            Value.of(OLD),
            new Value.Texts(List.of("a", "b"))),
        List.of("commuters", "new"),
        List.of(new Consent("email", false, FINE, "the page"), new Consent("sms", true, OLD, "")),
        List.of(new Objection(Objection.Scope.PROFILING, "", OLD)),
        List.of(new NotNow("lease", NOON.plusSeconds(86_400))),
        LIMITS,
        List.of(new Purpose("p1", "commute", "Cycle to work", Purpose.Source.DECLARED, NOON, true)),
        List.of(
            new Journey(
                "cycle#1",
                "cycle",
                3,
                "",
                "trying",
                "borrow",
                "",
                OLD,
                FINE,
                12,
                Journey.Standing.HELD,
                NOON,
                null,
                null,
                List.of("tone=warm")),
            new Journey(
                "home#2",
                "home",
                1,
                "order 7",
                "s",
                "no",
                "",
                OLD,
                NOON,
                2,
                Journey.Standing.ENDED,
                null,
                Ending.DECLINED,
                "not for me",
                List.of())),
        List.of(
            new JourneyRecord("cycle", 1, null, null, false),
            new JourneyRecord("home", 4, NOON, Ending.DECLINED, true)),
        List.of(
            new Timer("t1", Timer.Kind.STEP, "cycle#1", NOON.plusSeconds(60), null),
            new Timer(
                "t2",
                Timer.Kind.HOLD,
                "cycle#1",
                NOON.plusSeconds(90),
                new Timer.Local(LocalTime.of(9, 0), "Europe/Berlin"))),
        List.of(Recall.of("Rode", 1, 2, NOON.toEpochMilli()), Recall.of("never")),
        List.of(
            new Interaction("fx0", "welcome", "email", OLD, null),
            new Interaction("fx1", "welcome", "email", NOON, "opened")),
        List.of(PENDING, BARE));
  }

  /** The full state, where the second journey ended on another step than it waited on. */
  static PersonState waitedState() {
    var draft = fullState().draft();
    var ended = draft.journeys.getLast().havingWaitedOn("view");
    draft.journeys = List.of(draft.journeys.getFirst(), ended);
    return draft.done();
  }

  static PersonState sealedState() {
    var draft = PersonState.unknown(PHONE).draft();
    draft.standing = Standing.SEALED;
    draft.sealedInto = ADA;
    draft.position = 2;
    draft.now = OLD;
    return draft.done();
  }

  static List<Fact> facts() {
    var features =
        FeatureVector.builder(2).token(0, "web").number(1, 0.5).token(3, "(missing)").build();
    var decision =
        new DecisionRecord(
            "d1",
            FINE,
            new DecisionRequest("web", List.of("top", "top"), Map.of("page", Value.of("home")), 2),
            Arm.FULL,
            List.of(new Drop(3, 700), new Drop(4, 1)),
            List.of(new Survivor(1, 2, 3, -0.5, 0.25, 0.3775, true, 1, 1, 0.1, 0.9, 0.034)),
            List.of(
                new Slot(
                    "top",
                    "lease",
                    "card",
                    0,
                    List.of(0, 5),
                    List.of(0.75, 0.25),
                    0.5,
                    true,
                    false),
                new Slot("top", "safety", "card", -1, List.of(), List.of(), -1, false, true)),
            features,
            12_345,
            -1,
            List.of(new Need("shown:lease", 4)));
    var silent =
        new DecisionRecord(
            "d2",
            FINE,
            new DecisionRequest("web", List.of("top"), Map.of(), 1),
            Arm.RANDOM_MODEL,
            List.of(),
            List.of(),
            List.of(),
            null,
            0,
            17,
            List.of());
    var inner =
        new Entry(
            1,
            "c-inner",
            Entry.Origin.IMPORT,
            OLD,
            OLD,
            5,
            1,
            0,
            1,
            List.of(new Fact.GoalMet("a", "b")));
    return List.of(
        new Fact.EventOccurred(
            "Asked", "web", FINE, Map.of("b", Value.of(1), "a", Value.of("x")), 8),
        new Fact.EventOccurred("Rang", null, NOON, Map.of(), 0),
        new Fact.AttributesSet(
            List.of(
                new Fact.AttributesSet.Setting(4, "name", Value.of("Zoë")),
                new Fact.AttributesSet.Setting(-1, "unknown", null))),
        new Fact.IdentifierAdded(Identifier.anonymous("phone-7")),
        new Fact.RecordSealed(ADA),
        new Fact.RecordAbsorbed(PHONE, sealedState(), List.of(inner)),
        new Fact.PurposeStated(
            new Purpose("p1", "", "Cycle to work", Purpose.Source.INFERRED, NOON, false)),
        new Fact.PurposeClosed("p1"),
        new Fact.ConsentRecorded(new Consent("email", true, NOON, "the page")),
        new Fact.ObjectionRaised(new Objection(Objection.Scope.CHANNEL, "email", NOON)),
        new Fact.ObjectionLifted(Objection.Scope.ACTION, "lease"),
        new Fact.LimitsSet(LIMITS),
        new Fact.LimitsSet(Limits.NONE),
        new Fact.QuestionAnswered("why", "fx1", "cycle#1", Value.of("because"), -2, 7),
        new Fact.QuestionAnswered("why", null, null, Value.of(3), null, null),
        new Fact.JourneyBegun("cycle#1", "cycle", 3, "", "asked", NOON),
        new Fact.ArmDrawn("cycle#1", "tone", "warm"),
        new Fact.StepEntered("cycle#1", "s", "b", "a", Fact.Cause.REQUEST, "Asked", FINE),
        new Fact.StepEntered("cycle#1", "s", "a", null, Fact.Cause.BEGINNING, "", NOON),
        new Fact.GoalMet("cycle#1", "rides"),
        new Fact.JourneyEnded("cycle#1", Ending.TIMED_OUT, "late", null, NOON),
        new Fact.JourneyEnded("cycle#1", Ending.DECLINED, "no", "not for me", NOON),
        new Fact.JourneyHeld("cycle#1", NOON.plusSeconds(5)),
        new Fact.JourneyPaused("cycle#1"),
        new Fact.JourneyResumed("cycle#1"),
        new Fact.JourneyReopened("cycle#1", "s", "a", NOON),
        new Fact.JourneyMigrated("cycle#1", 4, "s", "a", NOON),
        new Fact.JourneyStuck("cycle#1", "a"),
        new Fact.SegmentEntered("commuters"),
        new Fact.SegmentLeft("commuters"),
        new Fact.TimerPlanted(
            new Timer(
                "t1",
                Timer.Kind.ABSENCE,
                "Rode",
                FINE,
                new Timer.Local(LocalTime.of(9, 0, 1), "Europe/Berlin"))),
        new Fact.TimerDropped("t1"),
        new Fact.TimerFired("t1", OLD),
        new Fact.EffectQueued(PENDING, Map.of("to", Value.of("ada@example.org")), false),
        new Fact.EffectReleased("fx1", List.of(new Need("contact:email", 5))),
        new Fact.EffectWithheld("fx1", Fact.Withheld.JOURNEY_OVER, "cycle"),
        new Fact.EffectDeferred("fx1", NOON.plusSeconds(60)),
        new Fact.EffectSettled("fx1", "sent", true),
        new Fact.DecisionMade(decision, true),
        new Fact.DecisionMade(silent, false),
        new Fact.ResponseRecorded(
            "d1/0",
            "lease",
            "web",
            new Response(Response.Kind.NOT_NOW, "in spring", NOON.plusSeconds(9), 0),
            List.of(new Need("a", 1))),
        new Fact.ResponseRecorded(
            "d1/0",
            "lease",
            "web",
            new Response(Response.Kind.OUTCOME, null, null, 12.5),
            List.of()),
        new Fact.Baseline(fullState()),
        new Fact.Erased());
  }

  static Entry entry(List<Fact> facts) {
    return new Entry(
        70_000,
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        Entry.Origin.LIVE,
        FINE,
        NOON,
        -42,
        7,
        3,
        1,
        facts);
  }
}
