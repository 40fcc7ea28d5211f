package cairn.map.story;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.BoardState;
import cairn.map.CaseForAction;
import cairn.map.ElementId;
import cairn.map.FeelingPoint;
import cairn.map.Fields;
import cairn.map.Idea;
import cairn.map.Initiative;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Moment;
import cairn.map.NumberSource;
import cairn.map.Op;
import cairn.map.Value;
import cairn.map.story.CaseWriter.StalePart;
import cairn.map.template.Templates;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CaseWriterTest {
  private static final ElementId CASE = new ElementId("case-1");

  /** Words of a case, as a server might say them. */
  private static final Phrases PHRASES =
      (key, values) ->
          new MessageFormat(
                  Map.of(
                          "case.said", "\"{0}\" said",
                          "case.measured", "\"{0}\" measured",
                          "case.today", "{0} today:",
                          "case.feeling", "feeling {0,number,+0.0;−0.0}",
                          "case.effort", "effort {0,number,0.0} of 5")
                      .get(key),
                  Locale.UK)
              .format(values);

  private BoardState board = Templates.FIRST_HOME.board();
  private final Moment moment =
      board.all(Moment.class).stream()
          .filter(each -> each.title().equals("Two days to answer"))
          .findFirst()
          .orElseThrow();

  @Test
  void aCaseIsWrittenFromTheMap() {
    var idea =
        board.all(Idea.class).stream()
            .filter(each -> each.title().equals("A named deputy"))
            .findFirst()
            .orElseThrow();
    board =
        board
            .apply(Op.set(idea.id(), Idea.STATE, Idea.State.CHOSEN))
            .apply(
                Op.put(
                    new Initiative(
                        new ElementId("i1"),
                        Fields.of(Kind.INITIATIVE)
                            .with(Initiative.IDEA, Optional.of(idea.id()))
                            .with(Initiative.OWNER, "Mona")
                            .with(Initiative.FIRST_STEP, "Ask five advisers"))));

    var story = write();

    assertThat(story.get(CaseForAction.TITLE)).isEqualTo("Two days to answer");
    assertThat(story.get(CaseForAction.PERSON)).startsWith("Lena, 31, nurse on shifts: A small");
    assertThat(story.get(CaseForAction.STORY))
        .startsWith("Want this one. The seller decides by Thursday")
        .contains("\"I call the bank at once and land in a menu\"");
    assertThat(story.get(CaseForAction.FEELING_NOW)).hasValue(-2);
    assertThat(story.get(CaseForAction.FEELING_WANTED)).hasValue(1);
    assertThat(story.get(CaseForAction.TEAM_NAMES))
        .containsExactlyInAnyOrder("Branch", "Mortgage advice");
    assertThat(story.get(CaseForAction.STAFF_EFFECT))
        .isEqualTo(
            "Branch today: feeling −1.0, effort 3.0 of 5,"
                + " \"I can only take a message, and I hear how that lands\".");
    assertThat(story.get(CaseForAction.CHANGE))
        .isEqualTo("A named deputy: Her adviser's stand-in is in her app, with a face");
    assertThat(story.get(CaseForAction.OWNER)).isEqualTo("Mona");
    assertThat(CaseWriter.write(JourneyMap.of(board), new ElementId("nowhere"), CASE, PHRASES))
        .isEmpty();
  }

  @Test
  void theHypothesisIsOneSentenceAndShowsWhatIsOpen() {
    var story = write();
    assertThat(Hypothesis.isComplete(story)).isFalse();
    assertThat(Hypothesis.sentence(story, JourneyMap.of(board)))
        .contains("then ... moves from ... to ... by ...");

    var full =
        (CaseForAction)
            story
                .with(CaseForAction.CHANGE, "who answers")
                .with(CaseForAction.MEASURE, "answers within a day")
                .with(
                    CaseForAction.FROM, Optional.of(new Value.Sourced(0.2, NumberSource.MEASURED)))
                .with(CaseForAction.TO, Optional.of(new Value.Sourced(0.9, NumberSource.ASSUMED)))
                .with(CaseForAction.BY, Optional.of(LocalDate.parse("2026-12-01")))
                .with(CaseForAction.BECAUSE, "a deputy is named");

    assertThat(Hypothesis.isComplete(full)).isTrue();
    assertThat(Hypothesis.sentence(full, JourneyMap.of(board)))
        .isEqualTo(
            "If we change who answers at the moment \"Two days to answer\" for Lena, 31, nurse on"
                + " shifts, then answers within a day moves from 0.2 (measured) to 0.9 (assumed)"
                + " by 2026-12-01, because a deputy is named.");
  }

  @Test
  void aPartIsStaleWhenTheMapSaysSomethingElse() {
    var story = write();
    board = board.apply(Op.put(story));
    assertThat(CaseWriter.stale(story, JourneyMap.of(board), PHRASES)).isEmpty();
    var point =
        FeelingPoint.idOf(
            new ElementId("lena"),
            moment.column().orElseThrow(),
            FeelingPoint.Curve.AS_IS,
            FeelingPoint.Measure.FEELING);

    board = board.apply(Op.set(point, FeelingPoint.VALUE, -1.0));
    board = board.apply(Op.set(CASE, CaseForAction.COST_OF_NOTHING, "Nine flats a month."));
    board = board.apply(Op.set(moment.id(), Moment.IMPACT, "Eleven flats in May"));

    assertThat(CaseWriter.stale(current(), JourneyMap.of(board), PHRASES))
        .containsExactly(
            new StalePart("feelingNow", Value.of(-1.0), false),
            new StalePart("costOfNothing", Value.of("Eleven flats in May"), true));
  }

  @Test
  void onlyWhatIsAskedForIsRefreshed() {
    board = board.apply(Op.put(write()));
    board = board.apply(Op.set(moment.id(), Moment.IMPACT, "Eleven flats in May"));
    board = board.apply(Op.set(moment.id(), Moment.NEED, "An answer by noon"));

    board =
        board.apply(
            CaseWriter.refreshing(
                current(), JourneyMap.of(board), PHRASES, Set.of("need", "title"), false));

    assertThat(current().get(CaseForAction.NEED)).isEqualTo("An answer by noon");
    assertThat(CaseWriter.stale(current(), JourneyMap.of(board), PHRASES))
        .extracting(StalePart::field)
        .containsExactly("costOfNothing");
    assertThat(
            CaseWriter.refreshing(current(), JourneyMap.of(board), PHRASES, Set.of("need"), false))
        .isEqualTo(List.of());
  }

  @Test
  void whatSomebodyRewroteIsReplacedOnlyWhenThatIsAskedFor() {
    board = board.apply(Op.put(write()));
    board = board.apply(Op.set(moment.id(), Moment.NEED, "An answer by noon"));
    board = board.apply(Op.set(CASE, CaseForAction.NEED, "To know where they stand"));
    var map = JourneyMap.of(board);

    assertThat(CaseWriter.refreshing(current(), map, PHRASES, Set.of("need"), false)).isEmpty();

    board = board.apply(CaseWriter.refreshing(current(), map, PHRASES, Set.of("need"), true));
    assertThat(current().get(CaseForAction.NEED)).isEqualTo("An answer by noon");
  }

  private CaseForAction write() {
    return CaseWriter.write(JourneyMap.of(board), moment.id(), CASE, PHRASES).orElseThrow();
  }

  private CaseForAction current() {
    return board.find(CaseForAction.class, CASE).orElseThrow();
  }
}
