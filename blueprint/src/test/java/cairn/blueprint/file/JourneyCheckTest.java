package cairn.blueprint.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Journeys that are well written and still cannot stand. */
class JourneyCheckTest {
  private static final String HEAD =
      """
      id: j
      name: J
      purpose: Try
      stages: {one: {name: One}}
      """;

  private static List<String> problems(String journey) {
    return problemsOf(HEAD + journey);
  }

  private static List<String> problemsOf(String journey) {
    return BlueprintCompilerTest.problems(
        Bundle.of(
            Map.of(
                "blueprint.yaml", "{id: b, name: B}",
                "profile.yaml", "attributes: {age: whole, start: time}",
                "channels.yaml", "channels: {app: {name: App, kind: inbound}}",
                "journeys/j.yaml", journey)));
  }

  @Test
  void aStepThatNobodyReachesIsNamed() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: wait}]
                steps:
                  wait: {stage: one, name: Wait, waitFor: [{on: A, then: "no"}]}
                  lost: {stage: one, name: Lost, waitFor: [{on: A, then: "no"}]}
                  "no": {name: "No", end: declined}
                """))
        .containsExactly(
            "journeys/j.yaml:8:3: Nobody can reach the step lost. Lead to it from another step, or"
                + " delete it.");
  }

  @Test
  void whatIsNamedAsAShadowOnlyWatches() {
    var journey =
        HEAD.replace("id: j", "id: j-shadow")
            + """
            begins: [{on: Go, at: first}]
            exits: [{on: Not for me, to: "no"}]
            steps:
              first: {stage: one, name: First, %s}
              "no": {name: "No", end: declined}
            """;

    assertThat(problemsOf(journey.formatted("waitFor: [{on: A, then: \"no\"}]"))).isEmpty();
    assertThat(
            problemsOf(
                journey.formatted(
                    "handOver: {team: T, queue: q, within: 1d}, outcomes: {done: \"no\"},"
                        + " otherwise: \"no\"")))
        .containsExactly(
            "journeys/j.yaml:8:3: A journey whose id ends in -shadow only watches, but first turns"
                + " to the person. Give the journey another id.");
  }

  @Test
  void aCircleWithoutAWaitIsNamed() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: a}]
                moves: [{on: Somebody asked for, to: talk}]
                steps:
                  a: {stage: one, name: A, split: [{when: person.age > 3, then: b}], otherwise: "no"}
                  b: {stage: one, name: B, note: {set: {age: "1"}}, then: a}
                  talk: {stage: one, name: Talk, handOver: {team: T, queue: q, within: 1d}, outcomes: {done: "no"}, otherwise: "no"}
                  "no": {name: "No", end: declined}
                """))
        .containsExactly(
            "journeys/j.yaml:8:3: These steps turn in a circle without waiting: a, b. Put a waitFor,"
                + " an ask or a handOver between them.");
  }

  @Test
  void aDateThatMayBePastEndsNoCircle() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: a}]
                exits: [{on: Not for me, to: "no"}]
                steps:
                  a: {stage: one, name: A, waitFor: [], timeout: {date: start, then: b}}
                  b: {stage: one, name: B, note: {set: {age: "1"}}, then: a}
                  "no": {name: "No", end: declined}
                """))
        .containsExactly(
            "journeys/j.yaml:8:3: These steps turn in a circle without waiting: a, b. Put a waitFor,"
                + " an ask or a handOver between them.");
  }

  @Test
  void aLengthOfTimeThatIsBeyondAllTimeIsRefused() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: a}]
                exits: [{on: Not for me, to: "no"}]
                steps:
                  a: {stage: one, name: A, waitFor: [], timeout: {after: 99999999999w, then: "no"}}
                  "no": {name: "No", end: declined}
                """))
        .contains(
            "journeys/j.yaml:8:58: 99999999999w is not written as it should be. A length of time:"
                + " 90s, 30m, 2h, 3d, 1w, or several together such as 1d12h.");
  }

  @Test
  void whereNobodyDecidesAPersonCanBeReached() {
    var journey =
        """
        begins: [{on: Go, at: best}]
        %s
        steps:
          best: {stage: one, name: Best, decide: {channel: app, placement: page}, then: by-age, otherwise: by-age}
          by-age: {stage: one, name: By age, split: [{when: person.age > 3, then: draw}], otherwise: "no"}
          draw: {stage: one, name: Draw, experiment: e, arms: [{arm: a, weight: 1, then: wait}, {arm: b, weight: 1, then: wait}]}
          wait: {stage: one, name: Wait, waitFor: [{on: A, then: "no"}]}
          talk: {stage: one, name: Talk, handOver: {team: T, queue: q, within: 1d}, outcomes: {done: "no"}, otherwise: "no"}
          "no": {name: "No", end: declined}
        """;

    assertThat(problems(journey.formatted("moves: [{on: Somebody asked for, to: talk}]")))
        .isEmpty();
    assertThat(
            problems(
                journey.formatted("moves: [{on: Somebody asked for, from: [wait], to: talk}]")))
        .as("later is early enough")
        .isEmpty();
    assertThat(
            problems(journey.formatted("").replace("at: best}", "at: best}, {on: Ask, at: talk}")))
        .containsExactly(
            "journeys/j.yaml:8:3: From best, where nobody decides, no person can be reached. Lead"
                + " from it to a step with handOver: ..., for example by a move that works"
                + " everywhere.",
            "journeys/j.yaml:9:3: From by-age, where nobody decides, no person can be reached. Lead"
                + " from it to a step with handOver: ..., for example by a move that works"
                + " everywhere.",
            "journeys/j.yaml:10:3: From draw, where nobody decides, no person can be reached. Lead"
                + " from it to a step with handOver: ..., for example by a move that works"
                + " everywhere.");
  }

  @Test
  void aResponseIsNamedByItsKindAndOnlyWhereAJourneyGoesOn() {
    var journey =
        """
        begins: [{on: %s, at: wait}]
        steps:
          wait: {stage: one, name: Wait, waitFor: [{on: "%s", when: event.action == "a", then: "no"}]}
          "no": {name: "No", end: declined}
        """;

    assertThat(problems(journey.formatted("Go", "response:accepted"))).isEmpty();
    assertThat(problems(journey.formatted("Go", "response:acepted")))
        .singleElement()
        .asString()
        .contains("There is no response response:acepted.", "response:accepted");
    assertThat(problems(journey.formatted("\"response:no\"", "response:no")))
        .singleElement()
        .asString()
        .contains("A response is not remembered as an event.");
  }

  @Test
  void aJourneyWithoutANoIsRefused() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: wait}]
                steps:
                  wait: {stage: one, name: Wait, waitFor: [{on: A, then: done}]}
                  done: {name: Done, end: achieved}
                """))
        .singleElement()
        .asString()
        .startsWith("journeys/j.yaml:6:1: Nobody can say no on this journey.");
  }

  @Test
  void aNoThatTakesMoreStepsThanAYesIsRefused() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: wait}]
                steps:
                  wait: {stage: one, name: Wait, waitFor: [{on: Yes, then: done}, {on: "No", then: sure}]}
                  sure: {stage: one, name: Sure?, waitFor: [{on: "No", then: "no"}]}
                  "no": {name: "No", end: declined}
                  done: {name: Done, end: achieved}
                """))
        .containsExactly(
            "journeys/j.yaml:6:1: Saying no takes 2 steps, saying yes takes 1. Let a no be reached in"
                + " as few steps as a yes, for example by an exit.");
  }

  @Test
  void aStepWithoutAWayToAnEndingIsNamed() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: wait}]
                steps:
                  wait: {stage: one, name: Wait, waitFor: [{on: A, then: "no"}, {on: B, then: stuck}]}
                  stuck: {stage: one, name: Stuck, waitFor: [{on: A, then: stuck}]}
                  "no": {name: "No", end: declined}
                """))
        .containsExactly(
            "journeys/j.yaml:8:3: From stuck no ending can be reached. Lead from it, sooner or later,"
                + " to a step with end: ...");
  }

  @Test
  void aStepIsOfExactlyOneKind() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: wait}]
                steps:
                  wait: {stage: one, name: Wait, waitFor: [{on: A, then: "no"}], end: left}
                  "no": {name: "No", end: declined}
                  odd: {stage: one, name: Odd}
                """))
        .contains(
            "journeys/j.yaml:7:66: This is waitFor and end at once. Keep exactly one of waitFor,"
                + " talk, decide, ask, split, experiment, handOver, note, end.",
            "journeys/j.yaml:9:8: It is not said what this is. Add one of waitFor, talk, decide, ask,"
                + " split, experiment, handOver, note, end.");
  }

  @Test
  void whatBelongsToAnotherKindOfStepIsRefused() {
    assertThat(
            problems(
                """
                begins: [{on: Go, at: wait}]
                steps:
                  wait: {stage: one, name: Wait, waitFor: [{on: A, then: "no"}], then: "no"}
                  "no": {name: "No", end: declined}
                """))
        .containsExactly(
            "journeys/j.yaml:7:66: then means nothing beside waitFor. Beside waitFor stand: timeout.");
  }

  @Test
  void everyNameThatLeadsNowhereIsToldInOneRun() {
    assertThat(
            problems(
                """
                begins:
                  - {on: Go, at: wiat}
                  - {entered: keen, at: wait}
                  - {changed: [agee], at: wait}
                exits: [{on: Stop, to: nope}]
                steps:
                  wait: {stage: two, name: Wait, waitFor: [{on: A, then: "no"}]}
                  say: {stage: one, name: Say, talk: {treatment: hello}, then: wait}
                  ask: {stage: one, name: Ask, ask: {question: why, channel: ap}, otherwise: wait}
                  "no": {name: "No", end: declined}
                """))
        .containsExactly(
            "journeys/j.yaml:6:18: There is no step wiat. Did you mean wait?",
            "journeys/j.yaml:7:15: There is no segment keen. None is declared yet.",
            "journeys/j.yaml:8:16: There is no attribute agee. Did you mean age?",
            "journeys/j.yaml:9:24: There is no step nope. Did you mean no?",
            "journeys/j.yaml:11:17: There is no stage two. Known: one.",
            "journeys/j.yaml:12:50: There is no treatment hello. None is declared yet.",
            "journeys/j.yaml:13:48: There is no question why. None is declared yet.",
            "journeys/j.yaml:13:62: There is no channel ap. Did you mean app?");
  }
}
