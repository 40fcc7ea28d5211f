package cairn.engine;

import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.mail;
import static cairn.engine.Worlds.scoreAtLeast;
import static cairn.engine.Worlds.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Segment;
import cairn.journey.Beginning;
import cairn.journey.ReEntry;
import cairn.log.Fact;
import cairn.person.Consent;
import cairn.person.Ending;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.person.Standing;
import cairn.person.StateDraft;
import cairn.rule.Condition;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A device turns out to be a known person's: nothing is lost, nothing doubled, no limit loosened.
 */
final class AbsorbTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final PersonKey DEVICE = new PersonKey(5, 6);

  private final Worlds.Builder trying =
      journey(
          mail("hello", "think"), waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY, "LEFT"));

  @Test
  void theLaterEndingCountsForBeginningAgain() {
    var blueprint = trying.reEntry(new ReEntry.AfterEnd(DAY.multipliedBy(10))).blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    known.after(DAY);
    var device = device(blueprint, known);
    device.now = known.now.plus(DAY.multipliedBy(4));
    device.event("Asked about a bicycle");
    device.after(DAY);

    device.becomes(known);
    known.now = known.now.plus(DAY.multipliedBy(9));
    known.event("Asked about a bicycle");

    assertThat(known.state.journeys()).noneMatch(j -> j.isUnderWay());
  }

  @Test
  void whatAJourneyThatIsLeftBehindHadQueuedIsNotSentTwice() {
    var blueprint = trying.blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    var device = device(blueprint, known);
    device.event("Asked about a bicycle");

    device.becomes(known);

    assertThat(known.state.pending()).hasSize(1);
    assertThat(known.state.pending().getFirst().instance()).isEqualTo(known.journey().instance());
  }

  @Test
  void aNoSaidOnTheDeviceTakesBackWhatWaitsForTheKnownPerson() {
    var blueprint = trying.blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    var device = device(blueprint, known);
    device.event("Asked about a bicycle");
    device.ask(new Command.EndJourney(device.journey().instance(), Ending.DECLINED, null));

    device.becomes(known);

    assertThat(known.state.pending()).isEmpty();
    assertThat(known.state.record("cycle").orElseThrow().closedByNo()).isTrue();
  }

  @Test
  void anAbsenceThatTheDeviceWaitedForIsStillNoticed() {
    var blueprint =
        trying
            .begins(
                new Beginning.OnAbsence(
                    "missed", "think", "Rode to work", DAY.multipliedBy(7), Condition.ALWAYS))
            .blueprint();
    var known = new Person(blueprint);
    known.event("Rode to work");
    var device = device(blueprint, known);
    device.now = known.now.plus(DAY.multipliedBy(3));
    device.event("Rode to work");

    device.becomes(known);
    known.after(DAY.multipliedBy(4));
    assertThat(known.state.journeys()).as("seven days after the first ride").isEmpty();
    known.after(DAY.multipliedBy(3));

    assertThat(known.step()).as("seven days after the last ride").isEqualTo("think");
  }

  @Test
  void segmentsFollowFromWhatIsKnownOfBothTogether() {
    var blueprint = trying.segments(new Segment("keen", "Keen", scoreAtLeast(4))).blueprint();
    var known = new Person(blueprint);
    known.set("score", Value.of(1));
    var device = device(blueprint, known);
    device.set("score", Value.of(5));
    assertThat(device.state.segments()).containsExactly("keen");

    device.becomes(known);

    assertThat(known.state.attributes().get(Worlds.SCORE)).isEqualTo(Value.of(1));
    assertThat(known.state.segments()).isEmpty();
  }

  @Test
  void whatTheDeviceTellsAPersonMayBringThemIntoASegmentAndBeginAJourney() {
    var blueprint =
        trying
            .segments(new Segment("keen", "Keen", scoreAtLeast(4)))
            .begins(new Beginning.OnSegment("keen", "think", "keen"))
            .blueprint();
    var known = new Person(blueprint);
    known.event("Rode to work");
    var device = device(trying.blueprint(), known);
    device.set("score", Value.of(5));

    device.becomes(known);

    assertThat(known.state.segments()).containsExactly("keen");
    assertThat(known.state.journeys()).hasSize(1);
  }

  @Test
  void anErasedRecordThatADeviceComesToIsAPersonAgain() {
    var blueprint = trying.blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    known.ask(new Command.Erase());
    var device = device(blueprint, known);
    device.event("Asked about a bicycle");

    device.becomes(known);

    assertThat(known.state.standing()).isEqualTo(Standing.OPEN);
    assertThat(known.step()).isEqualTo("think");
  }

  @Test
  void nothingIsNotedForSomebodyErasedWhomNobodyNames() {
    var known = new Person(trying.blueprint());
    known.event("Asked about a bicycle");
    known.ask(new Command.Erase());

    var verdict = known.askByKey(new Command.TakeEvent("Rode to work", null, java.util.Map.of()));

    assertThat(((Verdict.Rejected) verdict).reason()).isEqualTo(Reason.ERASED);
    assertThat(known.state.recalls()).isEmpty();
    known.event("Rode to work");
    assertThat(known.state.standing()).isEqualTo(Standing.OPEN);
    assertThat(known.facts(Fact.EventOccurred.class)).hasSize(2);
  }

  @Test
  void whateverTheDeviceWaitedForItsJourneysTimersFindRoom() {
    var begins = new ArrayList<Beginning>();
    for (int i = 0; i < PersonState.STANDING_TIMERS_MAX; i++) {
      begins.add(absence("mine-" + i, "Rode to work"));
      begins.add(absence("theirs-" + i, "Moved"));
    }
    begins.add(new Beginning.OnEvent("asked", "think", Worlds.on("Asked about a bicycle"), null));
    var waiting =
        journey(waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY.multipliedBy(9), "LEFT"));
    var blueprint = waiting.begins(begins.toArray(Beginning[]::new)).blueprint();
    var known = new Person(blueprint);
    known.event("Rode to work");
    var device = device(blueprint, known);
    device.event("Moved");
    device.event("Asked about a bicycle");

    device.becomes(known);

    assertThat(known.state.timers()).hasSize(PersonState.STANDING_TIMERS_MAX + 1);
    assertThat(known.state.timer("step:" + known.journey().instance())).isPresent();
    assertThat(known.facts(Fact.TimerDropped.class)).hasSize(PersonState.STANDING_TIMERS_MAX);
  }

  private static Beginning absence(String id, String event) {
    return new Beginning.OnAbsence(id, "think", event, DAY.multipliedBy(7), Condition.ALWAYS);
  }

  @Test
  void whatFindsNoRoomToWaitForSendingIsWithheldAndSaysSo() {
    var known = new Person(trying.blueprint());
    known.event("Asked about a bicycle");

    absorb(known, held -> held.pending = effects(PersonState.PENDING_MAX + 1));

    assertThat(known.state.pending()).hasSize(PersonState.PENDING_MAX);
    assertThat(known.facts(Fact.EffectWithheld.class))
        .containsExactly(
            new Fact.EffectWithheld("fx63", Fact.Withheld.NO_ROOM, "hello"),
            new Fact.EffectWithheld("fx64", Fact.Withheld.NO_ROOM, "hello"));
  }

  @Test
  void whatAJourneyThatIsLeftBehindHadQueuedIsWithheldAndSaysSo() {
    var blueprint = trying.blueprint();
    var known = new Person(blueprint);
    known.event("Asked about a bicycle");
    var device = device(blueprint, known);
    device.event("Asked about a bicycle");
    var effect = device.state.pending().getFirst();

    device.becomes(known);

    assertThat(known.facts(Fact.EffectWithheld.class))
        .containsExactly(
            new Fact.EffectWithheld(
                effect.id(), Fact.Withheld.JOURNEY_OVER, effect.instance() + ""));
  }

  @Test
  void withoutRoomAConsentGivesWayAndNoRefusal() {
    var known = new Person(trying.blueprint());
    for (int i = 0; i < Consent.KEPT_MAX; i++) {
      known.ask(new Command.RecordConsent(new Consent("use-" + i, true, known.now, "page")));
    }

    absorb(
        known, held -> held.consents = List.of(new Consent("letters", false, known.now, "phone")));

    assertThat(known.state.consents()).hasSize(Consent.KEPT_MAX);
    assertThat(known.state.consents()).anyMatch(c -> c.subject().equals("letters") && !c.given());
  }

  @Test
  void tooManyObjectionsBecomeOneToEverything() {
    var known = new Person(trying.blueprint());
    known.event("Rode to work");
    var profiling = new Objection(Objection.Scope.PROFILING, "", known.now);

    absorb(
        known,
        held -> {
          var many = new ArrayList<Objection>();
          many.add(profiling);
          for (int i = 0; i < Objection.MERGED_MAX; i++) {
            many.add(new Objection(Objection.Scope.ACTION, "action-" + i, known.now));
          }
          held.objections = many;
        });

    assertThat(known.state.objections())
        .containsExactly(new Objection(Objection.Scope.EVERYTHING, "", known.now), profiling);
  }

  @Test
  void oneObjectionRaisedOnBothStandsOnce() {
    var known = new Person(trying.blueprint());
    known.ask(new Command.RaiseObjection(Objection.Scope.CHANNEL, "email"));

    absorb(
        known,
        held ->
            held.objections =
                List.of(new Objection(Objection.Scope.CHANNEL, "email", known.now.plus(DAY))));

    assertThat(known.state.objections()).hasSize(1);
  }

  @Test
  void purposesThatFindNoRoomAreClosedAndSaySo() {
    var known = new Person(trying.blueprint());
    known.ask(new Command.StatePurpose("", "cycle to work"));

    absorb(known, held -> held.purposes = purposes(Purpose.OPEN_MAX, known.now));

    assertThat(known.state.purposes().stream().filter(Purpose::open)).hasSize(Purpose.OPEN_MAX);
    assertThat(known.facts(Fact.PurposeClosed.class))
        .containsExactly(new Fact.PurposeClosed("p15"));
  }

  @Test
  void capsThatFindNoRoomBecomeOneThatIsAsStrict() {
    var known = new Person(trying.blueprint());
    known.ask(new Command.SetLimits(new Limits(caps(1), null, null)));

    absorb(known, held -> held.limits = new Limits(caps(40), null, null));

    assertThat(known.state.limits().caps())
        .containsExactly(new Limits.Cap("email", 1, DAY.multipliedBy(40 + Limits.CAPS_MAX - 1)));
  }

  private static List<Limits.Cap> caps(int from) {
    var caps = new ArrayList<Limits.Cap>();
    for (int i = from; i < from + Limits.CAPS_MAX; i++) {
      caps.add(new Limits.Cap("email", Math.min(i, Recall.TIMES_MAX), DAY.multipliedBy(i)));
    }
    return caps;
  }

  private static List<Purpose> purposes(int count, Instant at) {
    var purposes = new ArrayList<Purpose>();
    for (int i = 0; i < count; i++) {
      purposes.add(new Purpose("p" + i, "", "purpose " + i, Purpose.Source.DECLARED, at, true));
    }
    return purposes;
  }

  private static List<Pending> effects(int count) {
    var effects = new ArrayList<Pending>();
    for (int i = 0; i < count; i++) {
      effects.add(
          new Pending(
              "fx" + i,
              Pending.Kind.MESSAGE,
              Pending.Purpose.PROMOTIONAL,
              null,
              null,
              "email",
              "hello",
              Person.NOON,
              false));
    }
    return effects;
  }

  /** What a device held comes to a known person, without the history that led to it. */
  private static void absorb(Person known, Consumer<StateDraft> holding) {
    var held = PersonState.unknown(DEVICE).draft();
    holding.accept(held);
    known.ask(new Command.Absorb(DEVICE, held.done(), List.of()));
  }

  private static Person device(Blueprint blueprint, Person known) {
    var device = new Person(blueprint, DEVICE);
    device.now = known.now;
    return device;
  }
}
