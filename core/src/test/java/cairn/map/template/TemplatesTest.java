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
import cairn.map.Persona;
import cairn.map.Role;
import cairn.map.Step;
import cairn.map.Team;
import cairn.map.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TemplatesTest {
  private static final Map<String, String> SOURCES = Map.of("en", "Example", "de", "Beispiel");

  static List<Template> all() {
    return Stream.of(Locale.ENGLISH, Locale.GERMAN)
        .flatMap(locale -> Templates.in(locale).stream())
        .toList();
  }

  static List<Template> filled() {
    return all().stream().filter(template -> !template.id().equals("blank")).toList();
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
        assertThat(SOURCES.values())
            .as(element.id().text())
            .anyMatch(element.get(Element.SOURCE)::contains);
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
    assertThat(Templates.find("patient-visit", Locale.UK)).contains(Templates.PATIENT_VISIT);
    assertThat(Templates.find("patient-visit", Locale.FRANCE)).contains(Templates.PATIENT_VISIT);
    assertThat(Templates.find("moon-landing", Locale.GERMANY)).isEmpty();
  }

  @Test
  void inGermanTheyAreTheSameMapsInOtherWords() {
    for (var english : Templates.ALL) {
      var german = Templates.find(english.id(), Locale.GERMANY).orElseThrow();

      assertThat(german.title()).isNotEqualTo(english.title());
      assertThat(german.description()).isNotEqualTo(english.description());
      assertThat(german.elements())
          .extracting(TemplatesTest::frame)
          .isEqualTo(english.elements().stream().map(TemplatesTest::frame).toList());
      var said = english.board().all(Note.class).stream().map(Note::text).toList();
      assertThat(german.board().all(Note.class))
          .extracting(Note::text)
          .filteredOn(said::contains)
          .as("notes left in English")
          .isSubsetOf("Fax");
    }
  }

  /** What of an element is not words: what it is, where it lies, and what makes it run. */
  private static Object frame(Element element) {
    var id = element.id();
    return switch (element) {
      case Step step ->
          List.of(id, step.get(Step.STAGE), step.get(Step.ROLE), step.event(), step.get(Step.WAIT));
      case FeelingPoint point -> List.of(id, point.get(FeelingPoint.VALUE));
      case Persona persona -> List.of(id, persona.segment());
      case Team team -> List.of(id, team.get(Team.COLOUR));
      case Element.Placed placed ->
          List.of(
              id,
              placed.get(Element.Placed.LANE),
              placed.get(Element.Placed.COLUMN),
              placed.get(Element.Placed.ORDER));
      default -> List.of(id, element.kind());
    };
  }
}
