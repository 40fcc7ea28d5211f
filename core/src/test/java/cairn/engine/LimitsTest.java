package cairn.engine;

import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.mail;
import static cairn.engine.Worlds.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.journey.Step;
import cairn.log.Fact;
import cairn.person.Consent;
import cairn.person.Limits;
import cairn.person.Pending;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person set for themselves, and how much of it is kept. */
final class LimitsTest {
  private final Worlds.Builder trying =
      journey(
          mail("hello", "think"),
          waitFor("think", "Borrowed a bicycle", "ACHIEVED", Duration.ofDays(1), "LEFT"));

  /**
   * In the night of 25 October 2026 in Berlin the hour from 2 to 3 comes twice. At 2:10 the second
   * time, 2:30 the first time is past.
   */
  @Test
  void quietHoursThatEndInTheHourThatComesTwiceEndAfterNow() {
    var ada = new Person(trying.blueprint());
    ada.now = Instant.parse("2026-10-25T01:10:00Z");
    ada.set("email", Value.of("ada@example.org"));
    var quiet = new Limits.QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
    ada.ask(new Command.SetLimits(new Limits(List.of(), quiet, null)));
    ada.event("Asked about a bicycle");

    ada.ask(new Command.ReleaseEffect(ada.state.pending().getFirst().id()));

    assertThat(ada.facts(Fact.EffectDeferred.class).getFirst().until())
        .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
  }

  /**
   * In the night of 29 March 2026 the hour from 2 to 3 does not come in Berlin: quiet until 2:30
   * ends at 3:30, since a gap moves forward.
   */
  @Test
  void quietHoursThatEndInTheHourThatIsSkippedEndAfterIt() {
    var quiet = new Limits.QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
    var ada = quietly(quiet, "2026-03-29T00:50:00Z");

    assertThat(release(ada)).contains(Instant.parse("2026-03-29T01:30:00Z"));
    ada.now = Instant.parse("2026-03-29T01:30:00Z");
    assertThat(release(ada)).isEmpty();
  }

  @Test
  void quietHoursWithinTheHourThatComesTwiceHoldBothTimes() {
    var quiet = new Limits.QuietHours(LocalTime.of(2, 15), LocalTime.of(2, 45));
    var ada = quietly(quiet, "2026-10-25T00:20:00Z");

    assertThat(release(ada)).contains(Instant.parse("2026-10-25T00:45:00Z"));
    ada.now = Instant.parse("2026-10-25T01:20:00Z");
    assertThat(release(ada)).contains(Instant.parse("2026-10-25T01:45:00Z"));
    ada.now = Instant.parse("2026-10-25T01:45:00Z");
    assertThat(release(ada)).isEmpty();
  }

  @Test
  void quietHoursHoldFromTheirFirstMomentAndNotAtTheirLast() {
    var quiet = new Limits.QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    var seven = Instant.parse("2026-03-03T06:00:00Z");

    assertThat(release(quietly(quiet, "2026-03-02T20:59:59.999Z"))).isEmpty();
    assertThat(release(quietly(quiet, "2026-03-02T21:00:00Z"))).contains(seven);
    assertThat(release(quietly(quiet, "2026-03-03T05:59:59.999Z"))).contains(seven);
    assertThat(release(quietly(quiet, "2026-03-03T06:00:00Z"))).isEmpty();
  }

  /** The hours of the channel itself hold what promotes, and from eight in the evening on. */
  @Test
  void theChannelsQuietHoursHoldOverBothNightsInWhichClocksChange() {
    var none = new Limits.QuietHours(LocalTime.NOON, LocalTime.of(12, 1));
    var promotion = Pending.Purpose.PROMOTIONAL;

    assertThat(release(quietly(none, promotion, "2026-03-28T19:00:00Z")))
        .contains(Instant.parse("2026-03-29T06:00:00Z"));
    assertThat(release(quietly(none, promotion, "2026-10-24T18:00:00Z")))
        .contains(Instant.parse("2026-10-25T07:00:00Z"));
    assertThat(release(quietly(none, promotion, "2026-10-25T07:00:00Z"))).isEmpty();
  }

  private static Person quietly(Limits.QuietHours quiet, String now) {
    return quietly(quiet, Pending.Purpose.TRANSACTIONAL, now);
  }

  private static Person quietly(Limits.QuietHours quiet, Pending.Purpose purpose, String now) {
    var mail = new Step.Talk(Worlds.about("hello"), "email", "welcome", purpose, Map.of(), "think");
    var think = waitFor("think", "Borrowed a bicycle", "ACHIEVED", Duration.ofDays(1), "LEFT");
    var ada = new Person(journey(mail, think).blueprint());
    ada.now = Instant.parse(now);
    ada.set("email", Value.of("ada@example.org"));
    ada.ask(new Command.SetLimits(new Limits(List.of(), quiet, null)));
    ada.event("Asked about a bicycle");
    return ada;
  }

  /** Until when it waits to leave; empty where it left. */
  private static Optional<Instant> release(Person person) {
    int before = person.facts(Fact.EffectDeferred.class).size();
    person.ask(new Command.ReleaseEffect(person.state.pending().getFirst().id()));
    var deferred = person.facts(Fact.EffectDeferred.class);
    assertThat(person.facts(Fact.EffectWithheld.class)).isEmpty();
    return deferred.size() == before ? Optional.empty() : Optional.of(deferred.getLast().until());
  }

  @Test
  void anEventOfThatNameIsNoContact() {
    var ada = new Person(trying.blueprint());

    ada.event("contact:email");

    assertThat(ada.state.contacts(Recall.CONTACT, null, ada.now, Duration.ofDays(1))).isZero();
  }

  @Test
  void aConsentFromBeforeDoesNotUndoALaterRefusal() {
    var ada = new Person(trying.blueprint());
    ada.ask(new Command.RecordConsent(consent(false, ada.now)));

    ada.ask(new Command.RecordConsent(consent(true, ada.now.minus(Duration.ofDays(400)))));

    assertThat(ada.state.consents()).containsExactly(consent(false, ada.now));
  }

  @Test
  void ofPurposesThatWereClosedTheLatestAreKept() {
    var ada = new Person(trying.blueprint());
    for (int i = 0; i < 3 * Purpose.CLOSED_MAX; i++) {
      ada.ask(new Command.StatePurpose("purpose " + i, ""));
      ada.ask(new Command.ClosePurpose(ada.state.purposes().getLast().id()));
    }
    ada.ask(new Command.StatePurpose("ride to work", ""));

    assertThat(ada.state.purposes()).hasSize(Purpose.CLOSED_MAX + 1);
    assertThat(ada.state.purposes().getLast().text()).isEqualTo("ride to work");
    assertThat(ada.state.purposes().getFirst().text())
        .isEqualTo("purpose " + 2 * Purpose.CLOSED_MAX);
  }

  @Test
  void aPersonKeepsSoManyConsentsAndObjectionsAndNoMore() {
    var ada = new Person(trying.blueprint());
    for (int i = 0; i < Consent.KEPT_MAX; i++) {
      ada.ask(new Command.RecordConsent(new Consent("use " + i, true, ada.now, "test")));
    }

    var another = ada.ask(new Command.RecordConsent(new Consent("more", true, ada.now, "test")));
    var changed = ada.ask(new Command.RecordConsent(new Consent("use 3", false, ada.now, "test")));

    assertThat(((Verdict.Rejected) another).reason()).isEqualTo(Reason.TOO_MANY);
    assertThat(changed).isInstanceOf(Verdict.Accepted.class);
  }

  private static Consent consent(boolean given, Instant at) {
    return new Consent("email", given, at, "test");
  }
}
