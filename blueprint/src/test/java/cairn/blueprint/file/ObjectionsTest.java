package cairn.blueprint.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What must not be published anew still runs where it was published before. */
final class ObjectionsTest {
  private static final Bundle FINE =
      Bundle.of(
          Map.of(
              "blueprint.yaml", "{id: b, name: B}",
              "profile.yaml", "attributes: {age: whole}",
              "channels.yaml", "channels: {app: {name: App, kind: inbound}}",
              "journeys/j.yaml", journey("wait", "Go", "A")));

  private static String journey(String at, String begin, String on) {
    return """
    id: j
    name: J
    purpose: Try
    stages: {one: {name: One}}
    begins: [{on: "%s", at: %s}, {on: Again, at: by-age}, {on: Talk, at: talk}]
    steps:
      by-age: {stage: one, name: By age, split: [{when: person.age > 3, then: wait}], otherwise: wait}
      talk: {stage: one, name: Talk, handOver: {team: T, queue: q, within: 1d}, outcomes: {done: by-age}, otherwise: "no"}
      wait: {stage: one, name: Wait, waitFor: [{on: "%s", then: %s}]}
      "no": {name: "No", end: declined}
    """
        .formatted(begin, at, on, at.equals("wait") ? "talk" : "\"no\"");
  }

  private static String actions(String bundle) {
    return """
    issue: mobility
    groups:
      trying:
        actions:
          ride: {name: A, owner: O, influence: {plain: It works.}, bundle: %s, renderings: [{channel: app, words: {title: Ride, body: B}}]}
          both: {name: A, owner: O, influence: {plain: It works.}, bundle: [help], renderings: [{channel: app, words: {title: Both, body: B}}]}
          help: {name: A, owner: O, influence: {plain: It works.}, renderings: [{channel: app, words: {title: Help, body: B}}]}
    """
        .formatted(bundle);
  }

  private static List<String> before(Bundle bundle) {
    return switch (BlueprintCompiler.compilePublished(bundle, null, 1)) {
      case Compilation.Compiled _ -> List.of();
      case Compilation.Refused(var problems) -> problems.stream().map(Problem::sentence).toList();
    };
  }

  private static void refusedAnewOnly(Bundle bundle, String what) {
    assertThat(BlueprintCompilerTest.problems(bundle))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).contains(what));
    assertThat(before(bundle)).isEmpty();
  }

  @Test
  void whatIsOnlyObjectedToRunsOn() {
    assertThat(BlueprintCompilerTest.problems(FINE)).isEmpty();

    refusedAnewOnly(
        FINE.with("journeys/j.yaml", journey("by-age", "Go", "A")), "no person can be reached");
    refusedAnewOnly(
        FINE.with("journeys/j.yaml", journey("wait", "response:no", "A")), "is not remembered");
    refusedAnewOnly(
        FINE.with("journeys/j.yaml", journey("wait", "Go", "response:odd")),
        "There is no response");
    refusedAnewOnly(
        FINE.with(
            "treatments/t.yaml", "treatments: {t: {channel: app, title: Last chance, body: B}}"),
        "hurries people");
    refusedAnewOnly(FINE.with("actions/a.yaml", actions("[ride]")), "does not hold itself");
    refusedAnewOnly(FINE.with("actions/a.yaml", actions("[both]")), "is a bundle too");
    refusedAnewOnly(FINE.with("actions/a.yaml", actions("[help, help]")), "stands here twice");
  }

  @Test
  void whatCannotRunIsRefusedAlsoWhereItWasPublished() {
    var broken = FINE.with("actions/a.yaml", actions("[hlep]"));

    assertThat(before(broken)).singleElement().asString().contains("There is no action hlep.");
  }
}
