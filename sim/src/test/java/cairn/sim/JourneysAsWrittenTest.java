package cairn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.Response;
import cairn.engine.Command;
import cairn.engine.Outcome;
import cairn.engine.Reason;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.Pending;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journey's file says is what people meet: one test for each thing it can say. */
final class JourneysAsWrittenTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String HEAD =
      """
      id: ride
      name: Ride
      purpose: I want to ride
      stages: {way: {name: The way}}
      """;
  private static final String WAITING =
      """
      exits: [{on: Not for me, to: no}]
      steps:
        waits: {stage: way, name: Waits, waitFor: [{on: Rode, then: done}], timeout: {after: 30d, then: gone}}
        done: {stage: way, name: Done, end: achieved}
        no: {stage: way, name: "No", end: declined}
        gone: {stage: way, name: Gone, end: left}
      """;

  private static Village begins(String... ways) {
    return Village.with(HEAD + "again: {after: 1h}\nbegins:\n" + lines(ways) + WAITING);
  }

  private static String lines(String... ways) {
    var text = new StringBuilder();
    for (var way : ways) {
      text.append("  - ").append(way).append('\n');
    }
    return text.toString();
  }

  private static Value whole(long number) {
    return Value.of(number);
  }

  // How journeys begin.

  @Test
  void anEventBeginsAJourneyWhereItsConditionHolds() {
    try (var village = begins("{on: Asked, when: person.score >= 3, at: waits}")) {
      village.happens("ada", "Asked");
      assertThat(village.stands("ada")).isEmpty();

      village.know("ada", "score", whole(3));
      village.happens("ada", "Asked");

      assertThat(village.stands("ada")).containsExactly("waits");
    }
  }

  @Test
  void aChangedAttributeBeginsAJourneyAndTheSameValueAgainDoesNot() {
    try (var village = begins("{changed: [city], when: person.score >= 3, at: waits}")) {
      village.know("ada", "score", whole(5));
      village.know("ada", "city", Value.of("Graz"));
      assertThat(village.stands("ada")).containsExactly("waits");

      village.happens("ada", "Rode");
      village.pass(Duration.ofHours(2));
      village.know("ada", "city", Value.of("Graz"));
      assertThat(village.stands("ada")).containsExactly("ACHIEVED");
      village.know("ada", "city", Value.of("Linz"));

      assertThat(village.stands("ada")).containsExactly("waits", "ACHIEVED");
    }
  }

  @Test
  void comingIntoASegmentBeginsAJourneyOnceAndComingBackBeginsItAgain() {
    var segments = "segments: {keen: {name: Keen, when: \"count('Looked', '7d') >= 2\"}}\n";
    var journey =
        HEAD + "again: {after: 1h}\nbegins:\n" + lines("{entered: keen, at: waits}") + WAITING;
    try (var village =
        Village.of(Map.of("segments.yaml", segments, "journeys/ride.yaml", journey))) {
      village.happens("ada", "Looked");
      assertThat(village.stands("ada")).isEmpty();
      village.happens("ada", "Looked");
      village.happens("ada", "Looked");
      assertThat(village.stands("ada")).containsExactly("waits");
      village.happens("ada", "Rode");

      village.pass(Duration.ofDays(8));
      assertThat(village.facts("ada", Fact.SegmentLeft.class)).as("time alone").hasSize(1);
      village.happens("ada", "Looked");
      village.happens("ada", "Looked");

      assertThat(village.stands("ada")).containsExactly("waits", "ACHIEVED");
    }
  }

  @Test
  void aScheduledBeginningAsksItsConditionAgainWhenItIsTaken() {
    try (var village =
        begins("{every: {time: \"08:00\"}, when: person.score >= 3, at: waits, id: daily}")) {
      village.know("ada", "score", whole(1));

      var refused = village.ask("ada", new Command.BeginJourney("ride", "daily", ""));
      assertThat(((Outcome.Refused) refused).reason()).isEqualTo(Reason.MAY_NOT_ENTER);
      village.know("ada", "score", whole(4));
      village.ask("ada", new Command.BeginJourney("ride", "daily", ""));

      assertThat(village.stands("ada")).containsExactly("waits");
    }
  }

  @Test
  void anEventThatHasNotComeForAWeekBeginsAJourney() {
    try (var village = begins("{quiet: {event: Rode, for: 7d}, at: waits}")) {
      village.pass(DAY.multipliedBy(9));
      assertThat(village.stands("ada")).as("it never came at all").isEmpty();
      village.happens("ada", "Rode");
      village.pass(DAY.multipliedBy(6));
      village.happens("ada", "Rode");
      village.pass(DAY.multipliedBy(7).minusSeconds(1));
      assertThat(village.stands("ada")).isEmpty();

      village.pass(Duration.ofSeconds(1));

      assertThat(village.stands("ada")).containsExactly("waits");
    }
  }

  @Test
  void whoIsAskedForBeginsAndWhoIsUnderWayIsNotBegunTwice() {
    try (var village = begins("{asked: true, at: waits}")) {
      village.ask("ada", new Command.BeginJourney("ride", "asked", ""));
      var again = village.ask("ada", new Command.BeginJourney("ride", "asked", ""));

      assertThat(village.stands("ada")).containsExactly("waits");
      assertThat(((Outcome.Refused) again).reason()).isEqualTo(Reason.MAY_NOT_ENTER);
    }
  }

  // Sequences.

  @Test
  void aThenBWithinThreeDaysBeginsAndAMinuteLaterDoesNot() {
    var way = "{on: Booked, when: \"within('Looked', '3d')\", at: waits}";
    try (var village = begins(way)) {
      village.happens("ada", "Looked");
      village.happens("ben", "Looked");
      village.happens("cleo", "Booked");
      village.pass(DAY.multipliedBy(3).minus(Duration.ofMinutes(1)));
      village.happens("ada", "Booked");
      village.pass(Duration.ofMinutes(2));
      village.happens("ben", "Booked");

      assertThat(village.stands("ada")).containsExactly("waits");
      assertThat(village.stands("ben")).isEmpty();
      assertThat(village.stands("cleo")).as("b before a").isEmpty();
    }
  }

  @Test
  void aCountRollsSoThatOnlyTheWindowCounts() {
    try (var village = begins("{on: Rang, when: \"count('Rang', '10d') >= 3\", at: waits}")) {
      village.happens("ada", "Rang");
      village.pass(DAY.multipliedBy(9));
      village.happens("ada", "Rang");
      village.pass(DAY.multipliedBy(2));
      village.happens("ada", "Rang");
      assertThat(village.stands("ada")).as("the first has left the window").isEmpty();

      village.happens("ada", "Rang");

      assertThat(village.stands("ada")).containsExactly("waits");
    }
  }

  @Test
  void anEventToldLateCountsAtTheTimeItOccurred() {
    try (var village = begins("{on: Booked, when: \"within('Looked', '3d')\", at: waits}")) {
      var looked = village.now();
      village.pass(DAY.multipliedBy(2));
      var booked = village.now();
      village.pass(DAY.multipliedBy(5));
      late(village, "Looked", looked);
      late(village, "Booked", booked);

      assertThat(village.stands("ada")).containsExactly("waits");
    }
  }

  private static void late(Village village, String event, Instant at) {
    var who = Identifier.user("ada");
    var _ =
        village.host.submit(
            new cairn.engine.Envelope(
                village.host.key(who),
                who,
                "late " + event,
                cairn.log.Entry.Origin.LIVE,
                at,
                new Command.TakeEvent(event, null, Map.of())),
            cairn.engine.Priority.STREAM);
  }

  // Steps.

  @Test
  void everyKindOfStepDoesWhatItSays() {
    var journey =
        HEAD
            + """
            begins: [{on: Asked, at: note}]
            steps:
              note: {stage: way, name: Note, note: {set: {mood: "'curious'"}, tell: system}, then: talk}
              talk: {stage: way, name: Talk, talk: {treatment: hello, kind: transactional}, then: split}
              split: {stage: way, name: Split, split: [{when: person.score > 5, label: high, then: arm}], otherwise: gone}
              arm: {stage: way, name: Arm, experiment: colours, arms: [{arm: red, weight: 1, then: ask}, {arm: blue, weight: 1, then: ask}]}
              ask: {stage: way, name: Ask, ask: {question: want, channel: app, keep: city}, answers: {"Yes": decide, "No": no}, otherwise: gone, timeout: {after: 3d, then: gone}}
              decide: {stage: way, name: Decide, decide: {channel: app, placement: page}, then: hand, otherwise: hand}
              hand: {stage: way, name: Hand over, handOver: {team: Helpers, queue: help, within: 4h}, outcomes: {helped: date}, otherwise: gone, timeout: {after: 9d, then: gone}}
              date: {stage: way, name: Date, waitFor: [{on: Rode, then: done}], timeout: {date: moving, offset: -1d, at: "09:00", then: gone}}
              done: {stage: way, name: Done, end: achieved}
              no: {stage: way, name: "No", end: declined}
              gone: {stage: way, name: Gone, end: left}
            """;
    try (var village = Village.with(journey)) {
      village.know("ada", "score", whole(9));
      village.know("ada", "moving", Value.of(Instant.parse("2026-03-20T15:00:00Z")));

      village.happens("ada", "Asked");
      assertThat(village.stands("ada")).containsExactly("ask");
      assertThat(village.person("ada").pending())
          .extracting(Pending::kind)
          .containsExactly(Pending.Kind.WEBHOOK, Pending.Kind.MESSAGE, Pending.Kind.QUESTION);
      assertThat(village.facts("ada", Fact.ArmDrawn.class)).hasSize(1);
      village.ask("ada", new Command.AnswerQuestion("want", null, Value.of("Yes"), 1, 2));
      assertThat(village.stands("ada")).containsExactly("hand");
      assertThat(village.facts("ada", Fact.DecisionMade.class)).hasSize(1);
      var task =
          village.person("ada").pending().stream()
              .filter(p -> p.kind() == Pending.Kind.TASK)
              .findFirst()
              .orElseThrow();
      village.ask("ada", new Command.SettleEffect(task.id(), "helped", true));
      assertThat(village.stands("ada")).containsExactly("date");
      village.until("2026-03-19T07:59:59Z");
      assertThat(village.stands("ada")).containsExactly("date");
      village.until("2026-03-19T08:00:00Z");

      assertThat(village.stands("ada"))
          .as("nine in the morning of the day before")
          .containsExactly("LEFT");
      assertThat(village.facts("ada", Fact.AttributesSet.class).toString())
          .contains("curious", "Yes");
    }
  }

  private static final String OFFERED =
      HEAD
          + """
          begins: [{on: Asked, at: decide}]
          moves: [{on: Somebody asked for, to: talk}]
          steps:
            talk: {stage: way, name: Talk, handOver: {team: Helpers, queue: help, within: 4h}, outcomes: {done: offered}, otherwise: offered}
            decide: {stage: way, name: Decide, decide: {channel: app, placement: page}, then: offered, otherwise: offered}
            offered:
              stage: way
              name: Offered
              waitFor:
                - {on: "response:accepted", when: event.channel == "app", then: done}
                - {on: "response:no", when: 'event.reason == "too dear"', then: no}
                - {on: "*", then: other}
            done: {stage: way, name: Done, end: achieved}
            no: {stage: way, name: "No", end: declined}
            other: {stage: way, name: Other, end: changedPurpose}
          """;

  /** What somebody says to what a going of a journey put to them, or a page where that is null. */
  private static Command respond(
      @Nullable String instance, Response.Kind kind, String channel, @Nullable String reason) {
    return new Command.RecordResponse(
        "d/0", "lesson", channel, new Response(kind, reason, null, 0), instance);
  }

  @Test
  void aJourneyGoesOnByWhatAPersonSaysToWhatWasOffered() {
    try (var village = Village.with(OFFERED)) {
      for (var who : List.of("ada", "ben")) {
        village.happens(who, "Asked");
        village.ask(who, respond(going(village, who), Response.Kind.SHOWN, "app", null));
        assertThat(village.stands(who)).containsExactly("offered");
      }

      var hers = going(village, "ada");
      village.ask("ada", respond(hers, Response.Kind.ACCEPTED, "letter", null));
      assertThat(village.stands("ada")).as("in another channel").containsExactly("offered");
      village.ask("ada", respond(hers, Response.Kind.ACCEPTED, "app", null));
      assertThat(village.stands("ada")).containsExactly("ACHIEVED");

      var his = going(village, "ben");
      village.ask("ben", respond(his, Response.Kind.NO, "app", "no time"));
      assertThat(village.stands("ben")).as("for another reason").containsExactly("offered");
      village.ask("ben", respond(his, Response.Kind.NO, "app", "too dear"));
      assertThat(village.stands("ben")).containsExactly("DECLINED");
      assertThat(village.facts("ben", Fact.EventOccurred.class))
          .as("a response is no event of the person's")
          .extracting(Fact.EventOccurred::name)
          .containsExactly("Asked");
    }
  }

  private static String going(Village village, String who) {
    return village.journey(who).instance();
  }

  @ParameterizedTest
  @ValueSource(strings = {"response:accepted", "anyResponse:accepted"})
  void whatAnotherWayOrAPagePutThereMovesAJourneyOnlyWhereItMeansAny(String awaited) {
    try (var village = Village.with(OFFERED.replace("response:accepted", awaited))) {
      village.happens("ada", "Asked");
      village.happens("ben", "Asked");

      village.ask("ada", respond(null, Response.Kind.ACCEPTED, "app", null));
      village.ask("ben", respond("another#1", Response.Kind.ACCEPTED, "app", null));

      var expected = awaited.startsWith("any") ? "ACHIEVED" : "offered";
      assertThat(village.stands("ada")).as("a page").containsExactly(expected);
      assertThat(village.stands("ben")).as("another journey").containsExactly(expected);
      village.ask("ada", respond(going(village, "ada"), Response.Kind.ACCEPTED, "app", null));
      assertThat(village.stands("ada")).as("its own").containsExactly("ACHIEVED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"response:accepted", "anyResponse:accepted"})
  void anEventThatCallsItselfAResponseMovesNobody(String name) {
    try (var village = Village.with(OFFERED.replace("response:accepted", name))) {
      village.happens("ada", "Asked");

      village.happens(Identifier.user("ada"), name, Map.of("channel", Value.of("app")));

      assertThat(village.stands("ada")).containsExactly("offered");
      village.happens("ada", "Anything");
      assertThat(village.stands("ada")).containsExactly("CHANGED_PURPOSE");
    }
  }

  @Test
  void everyEndingIsReachedAndANoIsOneOfThem() {
    var journey =
        HEAD
            + """
            begins: [{on: Asked, at: waits}]
            steps:
              waits:
                stage: way
                name: Waits
                waitFor: [{on: Won, then: won}, {on: Not for me, then: no}, {on: Other, then: other}]
                timeout: {after: 3d, then: gone}
              won: {stage: way, name: Won, end: achieved}
              no: {stage: way, name: "No", end: declined}
              other: {stage: way, name: Other, end: changedPurpose}
              gone: {stage: way, name: Gone, end: left}
              out: {stage: way, name: Out, end: timedOut}
            longest: {after: 2d, then: out}
            """;
    try (var village = Village.with(journey)) {
      for (var who : List.of("a", "b", "c", "d")) {
        village.happens(who, "Asked");
      }
      village.happens("a", "Won");
      village.happens("b", "Not for me");
      village.happens("c", "Other");
      village.pass(DAY.multipliedBy(2));
      village.happens("e", "Asked");
      village.ask("e", new Command.EndJourney(village.journey("e").instance(), Ending.LEFT, null));

      assertThat(List.of("a", "b", "c", "d", "e"))
          .extracting(who -> village.journey(who).ending())
          .containsExactly(
              Ending.ACHIEVED,
              Ending.DECLINED,
              Ending.CHANGED_PURPOSE,
              Ending.TIMED_OUT,
              Ending.LEFT);
      village.happens("b", "Asked");
      assertThat(village.person("b").journeys()).as("nothing follows a no").hasSize(1);
    }
  }

  @Test
  void exitsAndGoalsAreLookedAtOnEveryEventWhereverThePersonStands() {
    var journey =
        HEAD
            + """
            begins: [{on: Asked, at: waits}]
            goals: [{id: twice, name: Two rides in a week, on: Rode, when: "count('Rode', '7d') >= 2"}]
            """
            + "exits: [{on: Not for me, to: no}]\n"
            + WAITING.substring(WAITING.indexOf("steps:")).replace("on: Rode,", "on: Arrived,");
    try (var village = Village.with(journey)) {
      village.happens("ada", "Asked");
      village.happens("ada", "Rode");
      assertThat(village.facts("ada", Fact.GoalMet.class)).isEmpty();
      village.happens("ada", "Rode");
      assertThat(village.facts("ada", Fact.GoalMet.class)).hasSize(1);
      assertThat(village.stands("ada")).as("a goal without an ending").containsExactly("waits");

      village.happens("ada", "Not for me");

      assertThat(village.stands("ada")).containsExactly("DECLINED");
    }
  }

  // Several at once, again, and rest.

  @Test
  void aPersonIsOnSeveralJourneysAndOnSeveralOfOneKindByKey() {
    var other =
        HEAD.replace("id: ride", "id: other")
            + "again: perKey\nbegins: [{on: Booked, key: event.trip, at: waits}]\n"
            + WAITING;
    var first = HEAD + "begins: [{on: Asked, at: waits}]\n" + WAITING;
    try (var village =
        Village.of(Map.of("journeys/ride.yaml", first, "journeys/other.yaml", other))) {
      village.happens("ada", "Asked");
      booked(village, "graz");
      booked(village, "linz");
      booked(village, "graz");

      assertThat(village.person("ada").journeys())
          .extracting(j -> j.definition() + ":" + j.key())
          .containsExactly("ride:", "other:graz", "other:linz");
      village.happens("ada", "Rode");
      assertThat(village.stands("ada")).containsOnly("ACHIEVED");
    }
  }

  private static void booked(Village village, String trip) {
    village.happens(Identifier.user("ada"), "Booked", Map.of("trip", Value.of(trip)));
  }

  @Test
  void againIsAfterThePauseTheFileNamesAndOnceIsOnce() {
    var after = HEAD + "again: {after: 10d}\nbegins: [{on: Asked, at: waits}]\n" + WAITING;
    var once = HEAD + "again: once\nbegins: [{on: Asked, at: waits}]\n" + WAITING;
    try (var village = Village.with(after);
        var other = Village.with(once)) {
      for (var one : List.of(village, other)) {
        one.happens("ada", "Asked");
        one.happens("ada", "Asked");
        one.happens("ada", "Rode");
        one.pass(DAY.multipliedBy(10).minusSeconds(1));
        one.happens("ada", "Asked");
        assertThat(one.stands("ada")).containsExactly("ACHIEVED");
        one.pass(Duration.ofSeconds(1));
        one.happens("ada", "Asked");
      }

      assertThat(village.stands("ada")).containsExactly("waits", "ACHIEVED");
      assertThat(other.stands("ada")).containsExactly("ACHIEVED");
    }
  }

  @Test
  void aPausedJourneyStillEndsAfterItsLongestTimeOnceItGoesOn() {
    var journey =
        HEAD
            + "again: {after: 1h}\nlongest: {after: 10d, then: gone}\n"
            + "begins: [{on: Asked, at: waits}]\n"
            + WAITING;
    try (var village = Village.with(journey)) {
      village.happens("ada", "Asked");
      var instance = village.journey("ada").instance();
      village.ask("ada", new Command.PauseJourney(instance));
      village.pass(DAY.multipliedBy(12));
      assertThat(village.journey("ada").standing()).isEqualTo(Journey.Standing.PAUSED);

      village.ask("ada", new Command.ResumeJourney(instance));

      assertThat(village.stands("ada")).containsExactly("LEFT");
    }
  }

  @Test
  void aJourneyStoppedForEverybodyNeitherMovesNorSendsUntilItGoesOn() {
    var journey =
        HEAD
            + """
            begins: [{on: Asked, at: hello}]
            exits: [{on: Not for me, to: no}]
            steps:
              hello: {stage: way, name: Hello, talk: {treatment: hello, kind: transactional}, then: waits}
              waits: {stage: way, name: Waits, waitFor: [{on: Rode, then: done}], timeout: {after: 2d, then: gone}}
              done: {stage: way, name: Done, end: achieved}
              no: {stage: way, name: "No", end: declined}
              gone: {stage: way, name: Gone, end: left}
            """;
    try (var village = Village.with(journey)) {
      village.know("ada", "email", Value.of("ada@example.org"));
      village.happens("ada", "Asked");

      village.stop("ride");
      assertThat(village.send("ada")).isZero();
      village.happens("ada", "Rode");
      village.happens("ben", "Asked");
      village.pass(DAY.multipliedBy(3));
      assertThat(village.stands("ada")).containsExactly("waits");
      assertThat(village.stands("ben")).isEmpty();

      village.stop();
      assertThat(village.send("ada")).isEqualTo(1);
      village.pass(Duration.ofMinutes(2));
      assertThat(village.stands("ada")).as("its time was over").containsExactly("LEFT");
    }
  }

  // Time.

  @Test
  void quietHoursEndInThePersonsMorningAlsoOnTheDaysTheClocksChange() {
    var journey =
        HEAD
            + """
            begins: [{on: Asked, at: hello}]
            exits: [{on: Not for me, to: no}]
            steps:
              hello: {stage: way, name: Hello, talk: {treatment: hello}, then: waits}
              waits: {stage: way, name: Waits, waitFor: [{on: Rode, then: done}], timeout: {after: 9d, then: gone}}
              done: {stage: way, name: Done, end: achieved}
              no: {stage: way, name: "No", end: declined}
              gone: {stage: way, name: Gone, end: left}
            """;
    for (var night :
        Map.of(
                "2026-03-28T22:00:00Z", "2026-03-29T05:30:00Z",
                "2026-10-24T22:00:00Z", "2026-10-25T06:30:00Z",
                "2026-06-10T22:00:00Z", "2026-06-11T05:30:00Z")
            .entrySet()) {
      try (var village = Village.with(journey)) {
        village.know("ada", "email", Value.of("ada@example.org"));
        village.until(night.getKey());
        village.happens("ada", "Asked");
        assertThat(village.send("ada")).as(night.getKey()).isZero();

        village.until(Instant.parse(night.getValue()).minusSeconds(1).toString());
        assertThat(village.outbox("ada")).as(night.getKey()).isEmpty();
        village.until(night.getValue());
        assertThat(village.send("ada")).as(night.getKey()).isEqualTo(1);
      }
    }
  }

  // Versions.

  @Test
  void peopleFinishOnTheVersionTheyBeganUnlessAMigrationMovesThem() {
    var one = HEAD + "again: {after: 1h}\nbegins: [{on: Asked, at: waits}]\n" + WAITING;
    var two = one.replace("waits", "ponders").replace("on: Rode,", "on: Rode twice,");
    try (var village = Village.with(one)) {
      village.happens("ada", "Asked");
      village.happens("ben", "Asked");
      village.publish(Map.of("journeys/ride.yaml", two));
      village.ask(
          "ben", new Command.MigrateJourney(village.journey("ben").instance(), 2, "ponders"));
      village.happens("ada", "Rode");
      village.happens("ben", "Rode");
      village.happens("cleo", "Asked");

      assertThat(village.stands("ada")).containsExactly("ACHIEVED");
      assertThat(village.stands("ben")).containsExactly("ponders");
      assertThat(village.stands("cleo")).containsExactly("ponders");
      village.happens("ben", "Rode twice");
      assertThat(village.stands("ben")).containsExactly("ACHIEVED");
    }
  }

  // Identity.

  @Test
  void aDeviceBecomesAPersonWithoutLosingOrDoublingAFact() {
    try (var village = begins("{on: Asked, at: waits}")) {
      var phone = Identifier.anonymous("phone");
      village.happens(phone, "Asked", Map.of());
      village.happens(phone, "Looked", Map.of());
      village.happens("ada", "Looked");
      village.ask(phone, new Command.Seal(village.host.key(Identifier.user("ada"))));
      village.happens(phone, "Looked", Map.of());

      assertThat(village.stands("ada")).as("the journey came along").containsExactly("waits");
      var absorbed = village.facts("ada", Fact.RecordAbsorbed.class);
      assertThat(absorbed).hasSize(1);
      long before =
          absorbed.getFirst().entries().stream()
              .flatMap(entry -> entry.facts().stream())
              .filter(Fact.EventOccurred.class::isInstance)
              .count();
      assertThat(before + village.facts("ada", Fact.EventOccurred.class).size()).isEqualTo(4);
      village.happens(phone, "Rode", Map.of());
      assertThat(village.stands("ada")).containsExactly("ACHIEVED");
    }
  }
}
