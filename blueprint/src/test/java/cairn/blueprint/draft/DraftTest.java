package cairn.blueprint.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Problem;
import cairn.map.BoardState;
import cairn.map.JourneyMap;
import cairn.map.live.Proposer;
import cairn.map.template.Template;
import cairn.map.template.Templates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    assertThat(Draft.span(Duration.ofDays(30))).isEqualTo("30d");
    assertThat(Draft.span(Duration.ofMinutes(2_190))).isEqualTo("1d12h30m");
    assertThat(Draft.span(Duration.ofMillis(5))).isEqualTo("1s");
  }

  private static List<String> problems(Bundle bundle) {
    return switch (BlueprintCompiler.compile(bundle, null, 1)) {
      case Compilation.Compiled _ -> List.of();
      case Compilation.Refused(var problems) -> problems.stream().map(Problem::sentence).toList();
    };
  }
}
