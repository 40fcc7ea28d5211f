package cairn.map.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.Idea;
import cairn.map.Kind;
import cairn.map.NumberSource;
import cairn.map.Value.Sourced;
import cairn.map.score.Kano.Answer;
import cairn.map.score.Kano.Answers;
import cairn.map.score.Kano.Category;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScoreTest {
  @Test
  void theOpportunityOfAnImportantUnservedNeedIsMajorOnlyAboveFifteen() {
    var score = IdeaScores.opportunity(measured(9), voted(3));

    assertThat(score.value()).isEqualTo(15);
    assertThat(score.source()).isEqualTo(NumberSource.VOTED);
    assertThat(IdeaScores.opportunity(measured(5), measured(9)).value()).isEqualTo(5);
    assertThat(IdeaScores.band(15.1)).isEqualTo(IdeaScores.Band.MAJOR);
    assertThat(IdeaScores.band(15)).isEqualTo(IdeaScores.Band.SOLID);
    assertThat(IdeaScores.band(12)).isEqualTo(IdeaScores.Band.SOLID);
    assertThat(IdeaScores.band(11.9)).isEqualTo(IdeaScores.Band.NEUTRAL);
    assertThat(IdeaScores.band(9.9)).isEqualTo(IdeaScores.Band.SERVED);
  }

  @Test
  void riceOfTheKnownExampleIsFourHundred() {
    var score = IdeaScores.rice(measured(500), voted(2), assumed(80), assumed(2));

    assertThat(score.value()).isEqualTo(400);
    assertThat(score.source()).isEqualTo(NumberSource.ASSUMED);
    assertThat(score.inputs())
        .extracting(Score.Input::name)
        .containsExactly("reach", "impact", "confidence", "months");
    assertThat(IdeaScores.rice(measured(100), voted(1), voted(100), assumed(0)).value())
        .isEqualTo(200);
  }

  @Test
  void anIdeaHasTheScoresWhoseNumbersItHas() {
    var fields =
        Fields.of(Kind.IDEA)
            .with(Idea.PERSON_VALUE, Optional.of(voted(80)))
            .with(Idea.ORGANISATION_VALUE, Optional.of(assumed(40)));
    var scores = IdeaScores.of(new Idea(new ElementId("i"), fields));

    assertThat(scores.opportunity()).isEmpty();
    assertThat(scores.rice()).isEmpty();
    assertThat(scores.value().orElseThrow().value()).isEqualTo(60);
    assertThat(scores.valueForEffort()).isEmpty();
    var weighed =
        IdeaScores.of(
            new Idea(new ElementId("i"), fields.with(Idea.EFFORT, Optional.of(voted(3)))));
    assertThat(weighed.valueForEffort().orElseThrow().value()).isEqualTo(20);
  }

  @ParameterizedTest
  @CsvSource({
    "LIKE,QUESTIONABLE ATTRACTIVE ATTRACTIVE ATTRACTIVE ONE_DIMENSIONAL",
    "MUST,REVERSE INDIFFERENT INDIFFERENT INDIFFERENT MUST_BE",
    "NEUTRAL,REVERSE INDIFFERENT INDIFFERENT INDIFFERENT MUST_BE",
    "LIVE,REVERSE INDIFFERENT INDIFFERENT INDIFFERENT MUST_BE",
    "DISLIKE,REVERSE REVERSE REVERSE REVERSE QUESTIONABLE"
  })
  void kanoReadsEveryPairOfAnswers(Answer with, String categories) {
    assertThat(Answer.values())
        .extracting(without -> Kano.category(with, without).name())
        .containsExactly(categories.split(" ", -1));
  }

  @Test
  void kanoSaysHowMuchHavingPleasesAndLackingAngers() {
    var kano =
        Kano.of(
            List.of(
                new Answers(Answer.LIKE, Answer.NEUTRAL),
                new Answers(Answer.LIKE, Answer.DISLIKE),
                new Answers(Answer.MUST, Answer.DISLIKE),
                new Answers(Answer.NEUTRAL, Answer.NEUTRAL),
                new Answers(Answer.DISLIKE, Answer.LIKE)));

    assertThat(kano.count(Category.REVERSE)).isEqualTo(1);
    assertThat(kano.better()).hasValue(0.5);
    assertThat(kano.worse()).hasValue(-0.5);
    assertThat(Kano.of(List.of()).better()).isEmpty();
  }

  @Test
  void surveysAreReadAsTheirInventorsRead() {
    assertThat(Survey.netPromoterScore(new int[] {10, 9, 8, 7, 6, 0})).hasValue(0);
    assertThat(Survey.netPromoterScore(new int[] {10, 10, 10, 6})).hasValue(50);
    assertThat(Survey.satisfaction(new int[] {5, 4, 3, 1})).hasValue(50);
    assertThat(Survey.effortScore(new int[] {7, 6, 5})).hasValue(6);
    assertThat(Survey.netPromoterScore(new int[0])).isEmpty();
    assertThatThrownBy(() -> Survey.effortScore(new int[] {8}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"4,0,15.8", "3,1,-0.4255", "1,1,-4.2", "1,3,-7.9744", "0,4,-24.2"})
  void anEdgeWeighsWhatThePublishedFunctionGives(long well, long badly, double weight) {
    assertThat(EdgeWeight.of(well, badly)).isCloseTo(weight, within(5e-4));
  }

  private static Sourced measured(double number) {
    return new Sourced(number, NumberSource.MEASURED);
  }

  private static Sourced voted(double number) {
    return new Sourced(number, NumberSource.VOTED);
  }

  private static Sourced assumed(double number) {
    return new Sourced(number, NumberSource.ASSUMED);
  }
}
