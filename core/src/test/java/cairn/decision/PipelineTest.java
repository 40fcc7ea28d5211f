package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.adaptive.ChoiceRule;
import cairn.person.Limits;
import cairn.person.NotNow;
import cairn.person.Objection;
import cairn.person.PersonState;
import cairn.person.Recall;
import cairn.rule.All;
import cairn.rule.Condition;
import cairn.rule.Need;
import cairn.rule.Situation;
import cairn.rule.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is put to a person, in which order, and why not. */
final class PipelineTest {
  private final Shelf shelf = new Shelf();

  @Test
  void theWorkedExampleOfFourFactorsComesOutToTheDigit() {
    shelf.action("offer", ActionKind.DEFAULT, 120, 120, 55, "home");
    shelf.weights.add(new ContextWeight("w", Scope.ALL, Condition.ALWAYS, 100));

    var survivor = shelf.decide("tile").survivors().getFirst();

    assertThat(survivor.lever()).isCloseTo(1.55, within(1e-12));
    assertThat(survivor.context()).isEqualTo(2.0);
    assertThat(survivor.score() / survivor.propensity() * 0.08).isCloseTo(29.76, within(1e-9));
  }

  @Test
  void worthToThePersonWeighsAsMuchAsWorthToTheOrganisation() {
    shelf.action("ours", 100, 4, "home").action("shared", 30, 30, "home");

    var record = shelf.decide("tile");

    assertThat(record.slots().getFirst().action()).isEqualTo("shared");
    assertThat(record.survivors().get(1).score() / 0.5).isCloseTo(20, within(1e-9));
  }

  @Test
  void whatBringsThePersonNothingIsNeverShown() {
    shelf.action("trap", 1_000_000, 0, "home");

    assertThat(shelf.shown("tile")).isEmpty();
    assertThat(shelf.dropped("trap", "tile")).isEqualTo("no-person-value");
  }

  @Test
  void whatEarnsNothingCanStillWin() {
    shelf.action("advice", 0, 900, "home").action("loan", 100, 1, "home");

    assertThat(shelf.shown("tile")).containsExactly("advice");
  }

  @Test
  void nothingIsPromotedToAPersonWhoDeclaredNoPurpose() {
    shelf.action("loan", 100, 100, "home");
    shelf.action("notice", ActionKind.REQUIRED, 1, 1, 0);
    shelf.person = PersonState.unknown(shelf.person.key());

    assertThat(shelf.shown("tile", "hero")).containsExactly("notice");
    assertThat(shelf.dropped("loan", "tile")).isEqualTo("no-purpose");
  }

  @Test
  void everyDroppedCandidateHasAReasonAndEverySurvivorAScore() {
    shelf.action("a", 1, 1, "home").action("b", 1, 1, "home").action("c", 1, 1);
    policy("only-b", EngagementPolicy.Test.SUITABILITY, new Scope(Scope.Level.ACTION, "b"), false);

    var record = shelf.decide("tile");

    assertThat(record.drops().size() + record.survivors().size()).isEqualTo(3);
    assertThat(shelf.dropped("b", "tile")).isEqualTo("only-b");
  }

  @Test
  void theFirstPolicyInOrderIsNamedAlsoWhenPoliciesShareAPart() {
    shelf.action("a", 1, 1, "home").action("b", 1, 1, "home");
    var x = rule("x", Truth.FALSE);
    var y = rule("y", Truth.FALSE);
    policy("a-x", EngagementPolicy.Test.ELIGIBILITY, new Scope(Scope.Level.ACTION, "a"), x);
    policy("b-y", EngagementPolicy.Test.APPLICABILITY, new Scope(Scope.Level.ACTION, "b"), y);
    policy("b-x", EngagementPolicy.Test.SUITABILITY, new Scope(Scope.Level.ACTION, "b"), x);

    assertThat(shelf.dropped("b", "tile")).isEqualTo("b-y");
  }

  @Test
  void aRuleThatIsNotKnownDoesNotHold() {
    shelf.action("a", 1, 1, "home");
    policy(
        "unsure",
        EngagementPolicy.Test.ELIGIBILITY,
        Scope.ALL,
        new All(List.of(rule("t", Truth.TRUE), rule("u", Truth.UNKNOWN)), "t && u"));

    assertThat(shelf.shown("tile")).isEmpty();
  }

  @Test
  void thePersonsCapHoldsAcrossSlotsOfOneCall() {
    shelf.action("a", 1, 1, "home").action("b", 1, 1, "home").action("c", 1, 1, "home");
    limits(new Limits.Cap(null, 2, Duration.ofDays(7)));

    assertThat(shelf.shown("one", "two", "three")).hasSize(2);
  }

  @Test
  void aContactExactlyOneWindowAgoNoLongerCounts() {
    shelf.action("a", 1, 1, "home");
    limits(new Limits.Cap("web", 1, Duration.ofDays(7)));
    var weekAgo = Shelf.NOON.minus(Duration.ofDays(7)).toEpochMilli();

    remembers(Recall.of("contact:web", weekAgo + 1));
    assertThat(shelf.dropped("a", "tile")).isEqualTo("person-cap");

    remembers(Recall.of("contact:web", weekAgo));
    assertThat(shelf.shown("tile")).containsExactly("a");
  }

  @Test
  void mandatorySkipsTheOrganisationsLimitsAndNeverThePersons() {
    shelf.action("m", ActionKind.MANDATORY, 1, 1, 0);
    shelf.contacts.add(
        new ContactPolicy.Cap("cap", Scope.ALL, null, 0, Duration.ofDays(1), "", ""));
    assertThat(shelf.shown("tile")).containsExactly("m");

    limits(new Limits.Cap(null, 0, Duration.ofDays(1)));
    assertThat(shelf.shown("tile")).isEmpty();
  }

  @Test
  void aRequiredNoticePassesEveryLimit() {
    shelf.action("recall", ActionKind.REQUIRED, 1, 1, 0);
    limits(new Limits.Cap(null, 0, Duration.ofDays(1)));
    objects(Objection.Scope.EVERYTHING, "");

    assertThat(shelf.shown("tile")).containsExactly("recall");
  }

  @Test
  void anObjectionAndANotNowHoldFromTheNextDecisionOn() {
    shelf.action("a", 1, 1, "home").action("b", 1, 1, "home");
    objects(Objection.Scope.ACTION, "a");
    var draft = shelf.person.draft();
    draft.notNow = List.of(new NotNow("b", Shelf.NOON.plusMillis(1)));
    shelf.person = draft.done();

    assertThat(shelf.dropped("a", "tile")).isEqualTo("objection");
    assertThat(shelf.dropped("b", "tile")).isEqualTo("not-now");
  }

  @Test
  void afterTwoNosInAWeekTheGroupRestsForAMonth() {
    shelf.action("a", 1, 1, "home");
    shelf.contacts.add(
        new ContactPolicy.Suppression(
            "rest",
            new Scope(Scope.Level.GROUP, "group"),
            null,
            Response.Kind.NO,
            2,
            Duration.ofDays(7),
            Duration.ofDays(30),
            "",
            ""));
    long last = Shelf.NOON.minus(Duration.ofDays(30)).toEpochMilli();
    var subject = "response-NO:group:group";

    remembers(Recall.of(subject, last - 1000, last + 1));
    assertThat(shelf.dropped("a", "tile")).isEqualTo("rest");

    remembers(Recall.of(subject, last - 1000, last));
    assertThat(shelf.shown("tile")).containsExactly("a");
  }

  /** What rests after a no to one action in one channel, of two actions in two channels. */
  @ParameterizedTest
  @CsvSource({
    "ALL, '', , response-NO:*, a b, a b",
    "ALL, '', web, response-NO-web:*, a b, ''",
    "ISSUE, living, , response-NO:issue:living, a b, a b",
    "GROUP, group, web, response-NO-web:group:group, a b, ''",
    "ACTION, a, , response-NO:action:a, a, a",
    "ACTION, a, web, response-NO-web:action:a, a, ''",
  })
  void aPauseHoldsForWhatItCoversInTheChannelItNames(
      Scope.Level level,
      String of,
      @Nullable String channel,
      String word,
      String web,
      String phone) {
    shelf.channels = List.of("web", "phone");
    shelf.action("a", 1, 1, "home").action("b", 1, 1, "home");
    var day = Duration.ofDays(1);
    var no = Response.Kind.NO;
    shelf.contacts.add(
        new ContactPolicy.Suppression(
            "rest", new Scope(level, of), channel, no, 1, day, day, "", ""));
    var needs = shelf.catalogue().responseNeeds("a", "web", no);
    assertThat(needs).extracting(Need::subject).containsExactly(word);

    remembers(Recall.of(word, Shelf.NOON.toEpochMilli() - 1));

    assertThat(resting("web")).isEqualTo(web);
    assertThat(resting("phone")).isEqualTo(phone);
  }

  private String resting(String channel) {
    var catalogue = shelf.catalogue();
    var request = new DecisionRequest(channel, List.of("tile"), Map.of(), 1);
    return Pipeline.decide("d", catalogue, request, shelf.asked(1), false).drops().stream()
        .filter(drop -> catalogue.component(drop.component()).id().equals("rest"))
        .map(drop -> catalogue.actionOf(drop.candidate()).id())
        .collect(Collectors.joining(" "));
  }

  @Test
  void aQuestionThatServesThePersonMoreGoesBeforeAnAction() {
    shelf.action("loan", 100, 4, "home");
    shelf.action("ask", ActionKind.QUESTION, 1, 900, 0, "home");

    assertThat(shelf.shown("one", "two")).containsExactly("ask", "loan");
  }

  @Test
  void aQuestionKeepsTheCapsLikeAnAction() {
    shelf.action("ask", ActionKind.QUESTION, 1, 900, 0, "home");
    shelf.contacts.add(
        new ContactPolicy.Cap("cap", Scope.ALL, null, 0, Duration.ofDays(1), "", ""));

    assertThat(shelf.dropped("ask", "tile")).isEqualTo("cap");
  }

  /** Equals come in one order, in whatever order the files name them. */
  @Test
  void tiesAreBrokenByTheActionsIdEverywhere() {
    var ids = new ArrayList<>(List.of("b", "a", "d", "c", "e"));
    for (int round = 0; round < 20; round++) {
      var other = new Shelf();
      ids.forEach(id -> other.action(id, 10, 10, "home"));

      assertThat(other.shown("1", "2", "3", "4", "5")).containsExactly("a", "b", "c", "d", "e");
      int proposed = Pipeline.propose(other.catalogue(), Shelf.request("1"), other.asked(1));
      assertThat(other.catalogue().action(proposed).id()).isEqualTo("a");
      Collections.rotate(ids, 1 + round);
      Collections.swap(ids, 0, round % 5);
    }
  }

  @Test
  void aScanProposesWhatADecisionByMeansWouldShow() {
    shelf.action("loan", 100, 100, "home").action("must", ActionKind.MANDATORY, 1, 1, 0);

    int proposed = Pipeline.propose(shelf.catalogue(), Shelf.request("tile"), shelf.asked(1));

    assertThat(shelf.shown("tile")).containsExactly("must");
    assertThat(shelf.catalogue().action(proposed).id()).isEqualTo("must");
  }

  @Test
  void aVolumeLimitHoldsAcrossSlotsOfOneCall() {
    shelf.action("a", 1, 1, "home").action("b", 1, 1, "home");
    shelf.volumes.add(new VolumeLimit("vouchers", Scope.ALL, 500, Duration.ofDays(1), "", ""));
    shelf.balances = limit -> 1;

    assertThat(shelf.shown("one", "two")).hasSize(1);
  }

  @Test
  void probabilitiesOfADrawSumToOneAndTheDrawRepeats() {
    for (int i = 0; i < 12; i++) {
      shelf.action("a" + i, 1 + i, 1, "home");
    }
    shelf.arbitration =
        new Arbitration(0.5, 1, 10, new ChoiceRule.InverseGap(100, 1, 0), true, true, true, true);

    for (long seed = 0; seed < 200; seed++) {
      var record = shelf.decide(seed, "one", "two");
      for (var slot : record.slots()) {
        double sum = slot.probabilities().stream().mapToDouble(p -> p).sum();
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
      assertThat(shelf.decide(seed, "one", "two")).isEqualTo(record);
    }
  }

  @Test
  void aBundleAndWhatItHoldsAreNeverShownBesideEachOther() {
    shelf.action("budget", 10, 10, "home").action("survey", 10, 20, "home");
    shelf.action("other", 1, 1, "home").bundle("both", 50, 50, "budget", "survey");
    assertThat(shelf.shown("one", "two", "three")).containsExactly("both", "other");

    var second = new Shelf();
    second.action("budget", 10, 90, "home").bundle("both", 10, 10, "budget", "survey");
    assertThat(second.shown("one", "two")).containsExactly("budget");
  }

  @Test
  void aNoToAPartHoldsForTheBundle() {
    shelf.action("budget", 10, 10, "home").bundle("both", 50, 50, "budget");
    objects(Objection.Scope.ACTION, "budget");

    assertThat(shelf.dropped("both", "tile")).isEqualTo("objection");
  }

  @Test
  void silenceHasAReason() {
    shelf.action("a", 1, 1, "home");
    objects(Objection.Scope.CHANNEL, "web");

    var record = shelf.decide("tile");

    assertThat(shelf.catalogue().component(record.silence()).id()).isEqualTo("objection");
  }

  @Test
  void silenceIsSaidByWhatDroppedMost() {
    shelf.action("a", 1, 1, "home").action("b", 1, 1, "home");
    shelf.action("told", ActionKind.REQUIRED, 1, 1, 0);
    shelf.person = PersonState.unknown(shelf.person.key());
    policy("told", EngagementPolicy.Test.SUITABILITY, new Scope(Scope.Level.ACTION, "told"), false);

    var record = shelf.decide("tile");

    assertThat(shelf.catalogue().component(record.silence()).id()).isEqualTo("no-purpose");
    shelf.edition = 1;
    var before = shelf.decide("tile");
    assertThat(shelf.catalogue().component(before.silence()).id())
        .as("as it was said before")
        .isEqualTo("told");
  }

  private void policy(String id, EngagementPolicy.Test test, Scope scope, boolean holds) {
    policy(id, test, scope, rule(id, Truth.of(holds)));
  }

  private void policy(String id, EngagementPolicy.Test test, Scope scope, Condition when) {
    shelf.policies.add(new EngagementPolicy(id, test, scope, when, "Not for you.", "team"));
  }

  private void limits(Limits.Cap cap) {
    var draft = shelf.person.draft();
    draft.limits = new Limits(List.of(cap), null, null);
    shelf.person = draft.done();
  }

  private void objects(Objection.Scope scope, String subject) {
    var draft = shelf.person.draft();
    draft.objections = List.of(new Objection(scope, subject, Shelf.NOON));
    shelf.person = draft.done();
  }

  private void remembers(Recall recall) {
    var draft = shelf.person.draft();
    draft.recalls = List.of(recall);
    shelf.person = draft.done();
  }

  private static Condition rule(String source, Truth truth) {
    return new Condition() {
      @Override
      public Truth test(Situation situation) {
        return truth;
      }

      @Override
      public String source() {
        return source;
      }
    };
  }
}
