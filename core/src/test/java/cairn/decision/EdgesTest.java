package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.person.Limits;
import cairn.person.NotNow;
import cairn.person.Recall;
import cairn.person.StateDraft;
import cairn.rule.Need;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every stage that looks at time or counts, at its last moment inside and its first outside: on a
 * plain day, and over the nights of 2026 in which the clocks of Berlin go forward and back. A
 * window of a day is 24 hours in each of them.
 */
final class EdgesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MILLI = Duration.ofMillis(1);

  /** Noon in Berlin before a plain night, one of 23 and one of 25 hours. */
  private static final List<Instant> NOONS =
      List.of(
          Instant.parse("2026-03-02T11:00:00Z"),
          Instant.parse("2026-03-28T11:00:00Z"),
          Instant.parse("2026-10-24T10:00:00Z"));

  @Test
  void whatIsValidIsSoFromItsFirstMomentAndNotAtItsLast() {
    for (var noon : NOONS) {
      var shelf = at(noon).valid("a", noon, noon.plus(DAY));

      assertThat(at(shelf, noon.minus(MILLI))).isEmpty();
      assertThat(at(shelf, noon)).containsExactly("a");
      assertThat(at(shelf, noon.plus(DAY).minus(MILLI))).containsExactly("a");
      assertThat(at(shelf, noon.plus(DAY))).isEmpty();
    }
  }

  @Test
  void anOrganisationsCapOfADayCountsTwentyFourHours() {
    for (var noon : NOONS) {
      var shelf = at(noon).action("a", 1, 1, "home");
      shelf.contacts.add(new ContactPolicy.Cap("cap", Scope.ALL, null, 1, DAY, "", ""));
      remember(shelf, shelf.decide("tile").remember());

      opensAfter(shelf, noon.plus(DAY), "cap");
    }
  }

  @Test
  void aCapOfAnActionGroupOrChannelCountsTwentyFourHours() {
    var scopes =
        List.of(
            new Scope(Scope.Level.ACTION, "a"),
            new Scope(Scope.Level.GROUP, "group"),
            new Scope(Scope.Level.ISSUE, "living"));
    for (var noon : NOONS) {
      for (var scope : scopes) {
        for (var channel : new String[] {null, "web"}) {
          var shelf = at(noon).action("a", 1, 1, "home");
          shelf.contacts.add(new ContactPolicy.Cap("cap", scope, channel, 1, DAY, "", ""));
          remember(shelf, shelf.decide("tile").remember());

          opensAfter(shelf, noon.plus(DAY), "cap");
        }
      }
    }
  }

  @Test
  void thePersonsOwnCapOfADayCountsTwentyFourHours() {
    for (var noon : NOONS) {
      var shelf = at(noon).action("a", 1, 1, "home");
      change(shelf, draft -> draft.limits = capped(1));
      remember(shelf, shelf.decide("tile").remember());

      opensAfter(shelf, noon.plus(DAY), "person-cap");
    }
  }

  @Test
  void aPauseAfterANoLastsTwentyFourHours() {
    for (var noon : NOONS) {
      var shelf = at(noon).action("a", 1, 1, "home");
      shelf.contacts.add(
          new ContactPolicy.Suppression(
              "rest", Scope.ALL, null, Response.Kind.NO, 1, DAY.multipliedBy(7), DAY, "", ""));
      remember(shelf, shelf.catalogue().responseNeeds("a", "web", Response.Kind.NO));

      opensAfter(shelf, noon.plus(DAY), "rest");
    }
  }

  @Test
  void aNotNowIsOverAtItsDate() {
    for (var noon : NOONS) {
      var shelf = at(noon).action("a", 1, 1, "home");
      change(shelf, draft -> draft.notNow = List.of(new NotNow("a", noon.plus(DAY))));

      opensAfter(shelf, noon.plus(DAY), "not-now");
    }
  }

  @Test
  void silenceThatAPersonAskedForIsOverAtItsDate() {
    for (var noon : NOONS) {
      var shelf = at(noon).action("a", 1, 1, "home");
      change(shelf, draft -> draft.limits = new Limits(List.of(), null, noon.plus(DAY)));

      assertThat(at(shelf, noon.plus(DAY).minus(MILLI))).isEmpty();
      assertThat(at(shelf, noon.plus(DAY))).containsExactly("a");
    }
  }

  @Test
  void anOrganisationsCapHoldsAcrossTwoPlacementsOfOneCall() {
    var shelf = at(Shelf.NOON).action("a", 1, 1, "home").action("b", 1, 1, "home");
    shelf.contacts.add(new ContactPolicy.Cap("cap", Scope.ALL, null, 1, DAY, "", ""));

    assertThat(shelf.shown("one", "two")).hasSize(1);
  }

  @Test
  void aCapOfOneGroupLeavesTheOtherPlacementToAnotherGroup() {
    var shelf = at(Shelf.NOON).action("a", 1, 1, "home").action("b", 1, 1, "home");
    shelf.contacts.add(
        new ContactPolicy.Cap("cap", new Scope(Scope.Level.ACTION, "a"), null, 0, DAY, "", ""));

    assertThat(shelf.shown("one", "two")).containsExactly("b");
    assertThat(shelf.dropped("a", "one", "two")).isEqualTo("cap");
  }

  @Test
  void thePersonsOwnCapHoldsAcrossTwoPlacementsAlsoForWhatIsMandatory() {
    var shelf =
        at(Shelf.NOON)
            .action("m", ActionKind.MANDATORY, 1, 1, 0)
            .action("n", ActionKind.MANDATORY, 1, 1, 0);
    change(shelf, draft -> draft.limits = capped(1));

    assertThat(shelf.shown("one", "two")).hasSize(1);
  }

  @Test
  void theSameActionFillsOneOfTwoPlacements() {
    assertThat(at(Shelf.NOON).action("a", 1, 1, "home").shown("one", "two")).containsExactly("a");
  }

  private static void opensAfter(Shelf shelf, Instant end, String component) {
    shelf.now = end.minus(MILLI);
    assertThat(shelf.dropped("a", "tile")).as("just before %s", end).isEqualTo(component);
    assertThat(at(shelf, end)).as("at %s", end).containsExactly("a");
  }

  private static Shelf at(Instant now) {
    var shelf = new Shelf();
    shelf.zone = BERLIN;
    shelf.now = now;
    return shelf;
  }

  private static List<String> at(Shelf shelf, Instant now) {
    shelf.now = now;
    return shelf.shown("tile");
  }

  private static Limits capped(int contactsMax) {
    return new Limits(List.of(new Limits.Cap(null, contactsMax, DAY)), null, null);
  }

  private static void change(Shelf shelf, Consumer<StateDraft> change) {
    var draft = shelf.person.draft();
    change.accept(draft);
    shelf.person = draft.done();
  }

  /** What is to be remembered came about just now. */
  private static void remember(Shelf shelf, List<Need> needs) {
    assertThat(needs).isNotEmpty();
    var recalls = new ArrayList<Recall>();
    needs.forEach(need -> recalls.add(Recall.of(need.subject(), shelf.now.toEpochMilli())));
    change(shelf, draft -> draft.recalls = recalls);
  }
}
