package cairn.server.decide;

import cairn.blueprint.Blueprint;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A small catalogue of files, as somebody would write it. */
public final class Shop {
  private static final Map<String, String> FILES =
      Map.of(
          "blueprint.yaml",
          """
          id: homes
          name: Homes
          timeZone: UTC
          nameOf: name
          context: {device: text}
          """,
          "profile.yaml",
          """
          attributes:
            name: text
            age: whole
            email: text
          """,
          "channels.yaml",
          """
          channels:
            web: {name: Web, kind: inbound}
            mail: {name: Mail, kind: email, address: email}
          """,
          "questions.yaml",
          """
          questions:
            what: {text: What are you trying to do?, kind: choice, choices: [home, car]}
          """,
          "purposes.yaml",
          """
          purposes:
            home: {name: A home of my own}
          """,
          "actions/homes.yaml",
          """
          issue: homes
          name: Homes
          groups:
            advice:
              name: Advice
              actions:
                budget:
                  name: Talk through your budget
                  owner: Home team
                  purposes: [home]
                  valueOrganisation: 10
                  valuePerson: 60
                  influence: {boost: You learn to plan.}
                  renderings:
                    - {channel: web, placements: [tile], words: {title: "Hello {{ person.name }}", body: Shall we?}}
                    - {channel: mail, placements: [letter], words: {subject: Your budget, body: Shall we?}}
                mortgage:
                  name: See what you could borrow
                  owner: Home team
                  purposes: [home]
                  valueOrganisation: 100
                  valuePerson: 5
                  influence: {plain: A calculator.}
                  renderings:
                    - {channel: web, placements: [tile], words: {body: Try it}}
                seniors:
                  name: A home for later
                  owner: Home team
                  purposes: [home]
                  valuePerson: 100
                  influence: {plain: A service.}
                  renderings:
                    - {channel: web, placements: [tile], words: {body: Later}}
                what:
                  name: What are you trying to do?
                  owner: Home team
                  kind: question
                  findsPurpose: true
                  renderings:
                    - {channel: web, placements: [tile], words: {body: Tell us}}
          """,
          "policies/all.yaml",
          """
          policies:
            seniors-only:
              test: eligibility
              action: seniors
              when: person.age >= 60
              sentence: This is for people of 60 and more.
              owner: Law
          contacts:
            five-a-day:
              cap: {contacts: 5, within: 1d}
              sentence: We come to you at most five times a day.
              owner: Home team
          """,
          "arbitration.yaml",
          """
          a: 0.5
          classMax: 100
          choice: {greedy: true}
          arms: {perMille: 0}
          """);

  private Shop() {}

  /** The blueprint of these files. */
  public static Blueprint blueprint(int number) {
    return blueprint(FILES, number);
  }

  /** The same, with a journey that decides. */
  static Blueprint withJourney(int number) {
    return blueprint(journeyFiles(), number);
  }

  /** Its files. */
  static Map<String, String> journeyFiles() {
    var files = new HashMap<>(FILES);
    files.put(
        "journeys/home.yaml",
        """
        id: home
        name: A home
        purpose: A home of my own
        stages: {look: {name: Looking}}
        begins: [{on: looked, at: best}]
        exits: [{on: enough, to: "no"}]
        moves: [{on: help, to: hand}]
        steps:
          hand: {stage: look, name: Somebody helps, handOver: {team: Home team, queue: help, within: 1d}, outcomes: {done: offered}, otherwise: offered}
          best:
            stage: look
            name: What would help most?
            decide: {channel: web, placement: tile}
            then: offered
            otherwise: quiet
          offered: {stage: look, name: Offered, waitFor: [{on: booked, then: done}]}
          quiet: {stage: look, name: Left in peace, waitFor: [{on: booked, then: done}]}
          done: {stage: look, name: Done, end: achieved}
          "no": {stage: look, name: "No", end: declined}
        """);
    files.put(
        "journeys/letter.yaml",
        """
        id: letter
        name: A letter
        purpose: A home of my own
        stages: {look: {name: Looking}}
        begins: [{on: wrote, at: best}]
        exits: [{on: enough, to: "no"}]
        moves: [{on: help, to: hand}]
        steps:
          hand: {stage: look, name: Somebody helps, handOver: {team: Home team, queue: help, within: 1d}, outcomes: {done: offered}, otherwise: offered}
          best:
            stage: look
            name: What would help most?
            decide: {channel: mail, placement: letter}
            then: offered
            otherwise: offered
          offered: {stage: look, name: Offered, waitFor: [{on: booked, then: done}]}
          done: {stage: look, name: Done, end: achieved}
          "no": {stage: look, name: "No", end: declined}
        """);
    files.put(
        "actions/homes.yaml",
        String.valueOf(FILES.get("actions/homes.yaml"))
            .replace("Your budget, body: Shall we?", "Your budget, body: 'Answer: {{ token }}'"));
    return files;
  }

  /** The same with a second place on the web, and a bundle in it. */
  static Blueprint withHero(int number) {
    var files = new HashMap<>(FILES);
    files.put(
        "actions/together.yaml",
        """
        issue: together
        name: Together
        groups:
          start:
            name: A good start
            actions:
              start:
                name: Start well
                owner: Home team
                purposes: [home]
                valueOrganisation: 20
                valuePerson: 30
                influence: {plain: Two steps in one.}
                bundle: [budget, seniors]
                renderings:
                  - {channel: web, placements: [hero], words: {body: Both together}}
              rates:
                name: Rates of this week
                owner: Home team
                purposes: [home]
                valuePerson: 2
                influence: {plain: A table.}
                renderings:
                  - {channel: web, words: {body: Rates}}
        """);
    return blueprint(files, number);
  }

  /** The same, with people grouped by age. */
  static Blueprint byAge(int number) {
    var files = new HashMap<>(FILES);
    files.put(
        "features.yaml",
        """
        predictors: [channel, purpose]
        fairness: [{name: person.age, edges: [40, 60]}]
        """);
    return blueprint(files, number);
  }

  /** The files, with some in the place of others. */
  static Map<String, String> files(Map<String, String> changes) {
    var files = new HashMap<>(FILES);
    files.putAll(changes);
    return files;
  }

  /** One of the files. */
  static String file(String path) {
    return Objects.requireNonNull(FILES.get(path));
  }

  static Blueprint blueprint(Map<String, String> files, int number) {
    return switch (BlueprintCompiler.compile(Bundle.of(files), null, number)) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused -> throw new AssertionError(refused.problems());
    };
  }
}
