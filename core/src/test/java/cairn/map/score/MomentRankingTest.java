package cairn.map.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Moment;
import cairn.map.NumberSource;
import cairn.map.Op;
import cairn.map.Vote;
import cairn.map.score.MomentRanking.Seen;
import cairn.map.template.Templates;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class MomentRankingTest {
  @Test
  void aStepThatSeparatesGoodEndingsFromBadTellsOneBit() {
    var telling = new Seen(100, 50, 50, 50, OptionalDouble.of(-2));
    var silent = new Seen(100, 50, 25, 50, OptionalDouble.of(-2));

    assertThat(MomentRanking.informationGainBits(telling)).isEqualTo(1);
    assertThat(MomentRanking.informationGainBits(silent)).isCloseTo(0, within(1e-12));
    var score = MomentRanking.score(telling, -2, NumberSource.MEASURED);
    assertThat(score.value()).isEqualTo(0.5 * 1 * 2);
    assertThat(score.source()).isEqualTo(NumberSource.MEASURED);
    assertThatThrownBy(() -> new Seen(10, 11, 0, 0, OptionalDouble.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Seen(10, 5, 0, 6, OptionalDouble.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void votesAndDataRankSideBySideAndTheirDisagreementShows() {
    var board = Templates.FIRST_HOME.board();
    var first = moment(board, "The first number");
    var wait = moment(board, "Two days to answer");
    board = board.apply(dot("v1", first)).apply(dot("v2", first)).apply(dot("v3", wait));
    var seen =
        Map.of(
            first.column().orElseThrow(), new Seen(100, 90, 50, 52, OptionalDouble.empty()),
            wait.column().orElseThrow(), new Seen(100, 50, 10, 52, OptionalDouble.of(-1.5)));

    var ranked = MomentRanking.of(JourneyMap.of(board), seen);

    assertThat(ranked.getFirst().moment()).isEqualTo(first);
    assertThat(ranked.getFirst().placeByVotes()).isEqualTo(1);
    assertThat(ranked.getFirst().placeByData()).contains(2);
    assertThat(ranked.getFirst().disagreement()).isEqualTo(1);
    // Nobody was asked at the first step, so the drawn curve stands in and says so.
    assertThat(ranked.getFirst().data().map(Score::source)).contains(NumberSource.ASSUMED);
    assertThat(ranked.get(1).moment()).isEqualTo(wait);
    assertThat(ranked.get(1).data().map(Score::source)).contains(NumberSource.MEASURED);
    assertThat(ranked.get(1).placeByData()).contains(1);
    assertThat(ranked.subList(2, ranked.size()))
        .allSatisfy(other -> {
          assertThat(other.votes()).isZero();
          assertThat(other.placeByVotes()).isEqualTo(3);
          assertThat(other.data()).isEmpty();
        });
  }

  private static Moment moment(BoardState board, String title) {
    return board.all(Moment.class).stream()
        .filter(moment -> moment.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Op dot(String id, Element target) {
    return Op.put(
        new Vote(
            new ElementId(id), Fields.of(Kind.VOTE).with(Vote.TARGET, Optional.of(target.id()))));
  }
}
