package cairn.blueprint.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.blueprint.Question;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Problem;
import cairn.blueprint.file.ShippedBlueprints;
import cairn.journey.Step;
import cairn.map.BoardState;
import cairn.map.JourneyMap;
import cairn.map.live.Proposer;
import cairn.map.live.Shadow;
import cairn.map.template.Template;
import cairn.map.template.Templates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class DraftTest {
  static Iterable<Template> filled() {
    return Templates.ALL.stream().filter(template -> !template.id().equals("blank")).toList();
  }

  @ParameterizedTest
  @MethodSource("filled")
  void aMapThatCanRunBecomesFilesThatCompile(Template template) {
    var map = JourneyMap.of(template.board());

    var bundle = Draft.of(Proposer.propose(map));

    assertThat(problems(bundle)).isEmpty();
    if (BlueprintCompiler.compile(bundle, null, 1)
        instanceof Compilation.Compiled(var blueprint, var _, var _)) {
      var journey = blueprint.journeys().getFirst();
      assertThat(journey.steps()).hasSizeGreaterThanOrEqualTo(map.columns().size());
      assertThat(journey.purpose()).isEqualTo(map.personas().getFirst().purpose());
    }
  }

  @Test
  void theSameMapGivesTheSameFiles() {
    var map = JourneyMap.of(Templates.PATIENT_VISIT.board());

    assertThat(Draft.of(Proposer.propose(map)).digest())
        .isEqualTo(Draft.of(Proposer.propose(map)).digest());
  }

  @Test
  void aMapWithOpenQuestionsIsNotDrafted() {
    var proposal = Proposer.propose(JourneyMap.of(BoardState.EMPTY));

    assertThatThrownBy(() -> Draft.of(proposal)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSpanIsWrittenAsFilesWriteIt() {
    assertThat(Words.span(Duration.ofDays(30))).isEqualTo("30d");
    assertThat(Words.span(Duration.ofMinutes(2_190))).isEqualTo("1d12h30m");
    assertThat(Words.span(Duration.ofMillis(5))).isEqualTo("1s");
  }

  @ParameterizedTest
  @CsvSource({
    "Mappe,mappe,assisted",
    "Klappe am Tor,klappe-am-tor,assisted",
    "Unsere App,unsere-app,inbound",
    "Webseite,webseite,inbound",
    "Kundenportal,kundenportal,inbound",
    "Straße,strasse,assisted"
  })
  void aChannelIsTakenForWhatItsWordsSay(String name, String id, String kind) {
    var channels = new DraftChannels(Map.of());

    assertThat(channels.id(name)).isEqualTo(id);
    assertThat(channels.added()).containsExactly(Map.entry(id, Map.of("name", name, "kind", kind)));
  }

  @ParameterizedTest
  @MethodSource("filled")
  void theShadowOfAMapCompilesAndNeverSpeaks(Template template) {
    var shadow = Shadow.of(Proposer.propose(JourneyMap.of(template.board())), "Watched");

    var bundle = Draft.of(shadow);

    assertThat(problems(bundle)).isEmpty();
    assertThat(bundle.files()).doesNotContainKey("questions/map-" + shadow.id() + ".yaml");
    assertThat(bundle.files()).doesNotContainKey("treatments/map-" + shadow.id() + ".yaml");
    assertThat(bundle.files().get("journeys/" + shadow.id() + ".yaml"))
        .doesNotContain("\n    talk:")
        .doesNotContain("\n    ask:")
        .doesNotContain("\n    handOver:")
        .doesNotContain("\n    decide:");
  }

  @Test
  void whereAMomentMattersPeopleAreAskedHowItFeltOnceTheyHaveGoneOn() {
    var bundle = Draft.of(Proposer.propose(JourneyMap.of(Templates.FIRST_HOME.board())));

    if (BlueprintCompiler.compile(bundle, null, 1)
        instanceof Compilation.Compiled(var blueprint, var _, var _)) {
      var journey = blueprint.journeys().getFirst();
      assertThat(journey.steps().stream().filter(step -> step.about().felt() != null))
          .extracting(Step::id)
          .containsExactly(
              "do-my-first-sum",
              "talk-to-somebody",
              "want-this-one",
              "say-yes-or-no",
              "bring-the-papers");
      var question = Objects.requireNonNull(blueprint.question("first-home-do-my-first-sum-felt"));
      assertThat(question.kind()).isEqualTo(Question.Kind.FEELING);
      assertThat(question.text()).isEqualTo("How did it feel: Do my first sum?");
      assertThat(journey.asksAfter(question.id())).isEqualTo(journey.step("do-my-first-sum"));
    }
  }

  @Test
  void howAnEndingFeltIsNotAsked() {
    var bundle =
        Draft.of(Proposer.propose(JourneyMap.of(Templates.PATIENT_VISIT.board())))
            .with("questions/felt.yaml", "questions: {felt: {text: How was it?, kind: feeling}}\n");
    var path = "journeys/patient-visit.yaml";
    var journey = bundle.files().getOrDefault(path, "");

    assertThat(
            problems(
                bundle.with(
                    path,
                    journey.replace(
                        "    end: achieved",
                        "    end: achieved\n    felt: {question: felt, channel: app}"))))
        .isNotEmpty();
  }

  @Test
  void aMapJoinsWhatRunsAndChangesNothingOfIt() {
    var running = ShippedBlueprints.bundle("cycle-to-work");
    var proposal = Proposer.propose(JourneyMap.of(Templates.PATIENT_VISIT.board()));

    var joined = Draft.into(running, proposal, Said.IN_ENGLISH);

    assertThat(problems(joined)).isEmpty();
    running
        .files()
        .forEach((path, text) -> {
          if (!path.equals("channels.yaml") && !path.equals("profile.yaml")) {
            assertThat(joined.files()).containsEntry(path, text);
          }
        });
    assertThat(Draft.into(joined, proposal, Said.IN_ENGLISH)).isEqualTo(joined);
    assertThat(Draft.without(joined, proposal.id()).files())
        .doesNotContainKey("journeys/" + proposal.id() + ".yaml");
  }

  private static List<String> problems(Bundle bundle) {
    return switch (BlueprintCompiler.compile(bundle, null, 1)) {
      case Compilation.Compiled _ -> List.of();
      case Compilation.Refused(var problems) -> problems.stream().map(Problem::sentence).toList();
    };
  }
}
