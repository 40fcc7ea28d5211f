package cairn.map.template;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.Board;
import cairn.map.BoardSettings;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.EndingKind;
import cairn.map.Evidence;
import cairn.map.FeelingPoint;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.LaneRole;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.Note;
import cairn.map.Role;
import cairn.map.Step;
import cairn.map.Team;
import cairn.map.Verdict;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TemplatesTest {
  static Iterable<Template> all() {
    return Templates.ALL;
  }

  static Iterable<Template> filled() {
    return Templates.ALL.stream().filter(template -> !template.id().equals("blank")).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMapperLaysItOutInOneGesture(Template template) {
    var ben = new Member(new MemberId("ben"), Role.MAPPER);
    var gesture = new Batch(new BatchId("b"), ben.id(), template.title(), template.ops());

    var verdict =
        Board.decide(
            BoardState.EMPTY,
            gesture,
            ben,
            BoardSettings.DEFAULT,
            Instant.parse("2026-05-04T12:00:00Z"));

    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    assertThat(template.board().size()).isEqualTo(template.elements().size());
    assertThat(template.board().count(Kind.LANE)).isEqualTo(LaneRole.values().length - 1);
  }

  @ParameterizedTest
  @MethodSource("filled")
  void itIsAMapARoomCanWorkWith(Template template) {
    var map = JourneyMap.of(template.board());

    assertThat(map.stages()).hasSizeBetween(5, 7);
    assertThat(map.unplaced()).isEmpty();
    assertThat(map.personas()).hasSize(2);
    for (var persona : map.personas()) {
      assertThat(persona.quote()).isNotEmpty();
      assertThat(persona.segment()).isNotEmpty();
      assertThat(persona.functionalNeeds()).isNotEmpty();
      assertThat(persona.emotionalNeeds()).isNotEmpty();
    }
    var main = map.personas().getFirst().id();
    for (var column : map.columns()) {
      assertThat(map.notes(LaneRole.DOING, column.id())).as(column.name()).isNotEmpty();
      assertThat(map.notes(LaneRole.EMOTIONAL_NEEDS, column.id())).as(column.name()).isNotEmpty();
      for (var curve : FeelingPoint.Curve.values()) {
        assertThat(map.point(main, column.id(), curve, FeelingPoint.Measure.FEELING))
            .as(column.name())
            .isPresent();
      }
    }
    assertThat(map.state().count(Kind.NOTE)).isGreaterThan(60);
    assertThat(map.state().count(Kind.MOMENT)).isGreaterThanOrEqualTo(5);
    assertThat(map.state().count(Kind.IDEA)).isGreaterThanOrEqualTo(10);
    assertThat(map.state().count(Kind.TOUCHPOINT)).isGreaterThanOrEqualTo(10);
    assertThat(map.handOvers()).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("filled")
  void itCanBeRun(Template template) {
    var steps = template.board().all(Step.class);

    assertThat(steps).filteredOn(Step::isBeginning).hasSize(1);
    assertThat(steps).extracting(Step::ending).contains(EndingKind.ACHIEVED, EndingKind.DECLINED);
    var events = new HashSet<String>();
    for (Step step : steps) {
      assertThat(step.event()).as(step.name()).isNotEmpty();
      assertThat(events.add(step.event())).as(step.name()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("filled")
  void nothingInventedCallsItselfMeasured(Template template) {
    var board = template.board();
    for (Element element : board.elements()) {
      if (element.kind().shape().field(Element.EVIDENCE.name()).isPresent()) {
        assertThat(element.get(Element.EVIDENCE)).isNotEqualTo(Evidence.MEASURED);
        assertThat(element.get(Element.SOURCE)).as(element.id().text()).contains("Example");
      }
    }
    for (Note note : board.all(Note.class)) {
      assertThat(note.text()).doesNotContain("@").doesNotContain("~");
      assertThat(note.teams())
          .allSatisfy(team -> assertThat(board.find(Team.class, team)).isPresent());
    }
  }

  @Test
  void theyAreFoundByTheirIds() {
    assertThat(Templates.ALL)
        .extracting(Template::id)
        .containsExactly("first-home", "student-start", "cycle-to-work", "patient-visit", "blank");
    assertThat(Templates.find("patient-visit")).contains(Templates.PATIENT_VISIT);
    assertThat(Templates.find("moon-landing")).isEmpty();
  }
}
