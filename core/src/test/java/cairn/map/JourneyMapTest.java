package cairn.map;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.FeelingPoint.Curve;
import cairn.map.FeelingPoint.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class JourneyMapTest {
  private static final ElementId LENA = new ElementId("lena");

  private BoardState board =
      state(
          element(Kind.STAGE, "search", "name", "Search", "order", "V001"),
          element(Kind.STAGE, "dream", "name", "Dream", "order", "V000"),
          element(Kind.STEP, "visit", "stage", "search", "name", "Visit", "order", "V001"),
          element(Kind.STEP, "list", "stage", "search", "name", "Make a list", "order", "V000"),
          element(Kind.LANE, "lane-doing", "role", "doing", "order", "V000"),
          element(Kind.LANE, "lane-team", "role", "team", "order", "V001"),
          element(Kind.PERSONA, "lena", "name", "Lena"),
          element(Kind.TEAM, "web", "name", "Web"),
          element(Kind.TEAM, "branch", "name", "Branch"));

  @Test
  void stagesAndStepsStandInTheirOrderAndAStageWithoutStepsIsAColumn() {
    var map = JourneyMap.of(board);

    assertThat(map.stages()).extracting(Stage::name).containsExactly("Dream", "Search");
    assertThat(map.columns())
        .extracting(JourneyMap.Column::name)
        .containsExactly("Dream", "Make a list", "Visit");
  }

  @Test
  void cardsLieInTheirCellsByKeyAndThenById() {
    board =
        board.apply(note("b", "doing", "list", "V000")).apply(note("a", "doing", "list", "V000"));
    board = board.apply(note("c", "doing", "list", "Uzzz"));

    assertThat(JourneyMap.of(board).notes(LaneRole.DOING, new ElementId("list")))
        .extracting(note -> note.id().text())
        .containsExactly("c", "a", "b");
  }

  @Test
  void whatLostItsColumnIsKeptAside() {
    board = board.apply(note("a", "doing", "visit", "V000"));

    board = board.apply(Op.del(new ElementId("visit")));

    assertThat(JourneyMap.of(board).unplaced())
        .extracting(Element.Placed::words)
        .containsExactly("a");
  }

  @Test
  void aCurveFollowsTheColumns() {
    board = board.apply(point("visit", -1.5)).apply(point("dream", 1));

    assertThat(JourneyMap.of(board).curve(LENA, Curve.AS_IS, Measure.FEELING))
        .extracting(FeelingPoint::value)
        .containsExactly(1.0, -1.5);
    assertThat(JourneyMap.of(board).curve(LENA, Curve.TO_BE, Measure.FEELING)).isEmpty();
  }

  @Test
  void aHandOverIsWhereNoTeamGoesAlong() {
    board =
        board
            .apply(teamNote("a", "dream", "web"))
            .apply(teamNote("b", "list", "web"))
            .apply(teamNote("c", "visit", "branch"));

    var handOvers = JourneyMap.of(board).handOvers();

    assertThat(handOvers).hasSize(1);
    assertThat(handOvers.getFirst().from().name()).isEqualTo("Make a list");
    assertThat(handOvers.getFirst().to().name()).isEqualTo("Visit");
    board = board.apply(teamNote("d", "visit", "web"));
    assertThat(JourneyMap.of(board).handOvers()).isEmpty();
  }

  @Test
  void votesCountInTheLatestRoundOnly() {
    board = board.apply(Room.workshop(Map.of("round", Value.of(2))));
    board = board.apply(vote("v1", 1)).apply(vote("v2", 2)).apply(vote("v3", 2));

    assertThat(JourneyMap.of(board).votes(LENA)).isEqualTo(2);
  }

  @Test
  void evidenceIsCountedByStrength() {
    board = board.apply(note("a", "doing", "list", "V000"));
    board = board.apply(Op.set(new ElementId("a"), Element.EVIDENCE, Evidence.MEASURED));

    assertThat(JourneyMap.of(board).evidence())
        .containsExactly(
            Map.entry(Evidence.GUESS, 1),
            Map.entry(Evidence.SAID, 0),
            Map.entry(Evidence.MEASURED, 1));
  }

  private static Op vote(String id, int round) {
    return Op.put(
        Room.make(Kind.VOTE, id, Map.of("target", Value.of("lena"), "round", Value.of(round))));
  }

  private static Op point(String column, double value) {
    var at = new ElementId(column);
    return Op.put(
        new FeelingPoint(
            FeelingPoint.idOf(LENA, at, Curve.AS_IS, Measure.FEELING),
            Fields.of(Kind.FEELING)
                .with(FeelingPoint.SUBJECT, Optional.of(LENA))
                .with(FeelingPoint.COLUMN, Optional.of(at))
                .with(FeelingPoint.VALUE, value)));
  }

  private static Op note(String id, String role, String column, String order) {
    return Op.put(
        element(
            Kind.NOTE, id, "text", id, "lane", "lane-" + role, "column", column, "order", order));
  }

  private static Op teamNote(String id, String column, String team) {
    return Op.put(
        element(Kind.NOTE, id, "lane", "lane-team", "column", column)
            .with(Element.TEAMS, List.of(new ElementId(team))));
  }

  private static Element element(Kind kind, String id, String... texts) {
    var values = new TreeMap<String, Value>();
    for (int at = 0; at < texts.length; at += 2) {
      values.put(texts[at], Value.of(texts[at + 1]));
    }
    return Room.make(kind, id, values);
  }

  private static BoardState state(Element... elements) {
    return BoardState.of(0, List.of(elements), List.of());
  }
}
