package cairn.engine;

import static cairn.engine.Worlds.about;
import static cairn.engine.Worlds.journey;
import static cairn.engine.Worlds.scoreAtLeast;
import static cairn.engine.Worlds.waitFor;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Segment;
import cairn.journey.Beginning;
import cairn.journey.Moment;
import cairn.journey.Step;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Questions, and what follows from their answers. */
final class AnswerTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final Step.Ask why =
      new Step.Ask(
          about("why"),
          "email",
          "why",
          Worlds.SCORE,
          List.of(),
          "think",
          new Step.Timeout(new Moment.After(DAY), "LEFT"));

  private final Worlds.Builder asking =
      journey(why, waitFor("think", "Borrowed a bicycle", "ACHIEVED", DAY, "LEFT"));

  @Test
  void anAnswerToNothingThatWaitsIsRefused() {
    var ada = new Person(asking.blueprint());
    ada.event("Asked about a bicycle");

    var verdict = ada.ask(answer("long-gone", 4));

    assertThat(((Verdict.Rejected) verdict).reason()).isEqualTo(Reason.UNKNOWN_EFFECT);
    assertThat(ada.step()).isEqualTo("why");
  }

  @Test
  void aNoInWordsIsANo() {
    var no =
        new Step.Branch(
            "no",
            Worlds.when("!answer", s -> Value.of(false).equals(s.properties().get("answer"))),
            "DECLINED");
    var again = new Step.Ask(about("again"), "email", "again", -1, List.of(no), "LEFT", null);
    var ada = new Person(journey(again).blueprint());
    ada.event("Asked about a bicycle");

    ada.ask(new Command.AnswerQuestion("again", null, Value.of("no"), null, null));

    assertThat(ada.journey().ending()).isEqualTo(Ending.DECLINED);
  }

  @Test
  void anAnswerThatNamesNoQuestionIsToTheOneThatWaits() {
    var ada = new Person(asking.blueprint());
    ada.event("Asked about a bicycle");
    var question = ada.state.pending().getFirst();

    ada.ask(new Command.AnswerQuestion("why", null, Value.of(4), null, null));

    assertThat(ada.facts(Fact.QuestionAnswered.class).getFirst().effect()).isEqualTo(question.id());
    assertThat(ada.state.pending()).isEmpty();
  }

  @Test
  void anAnswerOfAnotherFormIsRefused() {
    var ada = new Person(asking.blueprint());

    var unfit =
        Map.of(
            "again", Value.of("maybe"),
            "how", Value.of("by bicycle"),
            "why", Value.of("so"),
            "felt", Value.of(3));
    unfit.forEach((question, said) -> {
      var verdict = ada.ask(new Command.AnswerQuestion(question, null, said, null, null));
      assertThat(((Verdict.Rejected) verdict).reason()).isEqualTo(Reason.UNFIT_ANSWER);
    });
    assertThat(ada.ask(new Command.AnswerQuestion("how", null, Value.of("by bus"), null, null)))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void anAnswerBeginsWhatItsAttributeBegins() {
    asking.begins(
        new Beginning.OnEvent("asked", "why", Worlds.on("Asked about a bicycle"), null),
        new Beginning.OnAttribute("scored", "think", Set.of(Worlds.SCORE), scoreAtLeast(4)));
    asking.reEntry(new cairn.journey.ReEntry.PerKey());
    var ada = new Person(asking.blueprint());
    ada.ask(new Command.TakeEvent("Asked about a bicycle", "web", Map.of()));
    var question = ada.state.pending().getFirst();

    ada.ask(answer(question.id(), 4));

    assertThat(ada.step()).isEqualTo("think");
    assertThat(ada.state.attributes().get(Worlds.SCORE)).isEqualTo(Value.of(4));
  }

  @Test
  void whatAJourneyNotesBeginsAnotherThroughASegment() {
    asking.begins(new Beginning.OnEvent("asked", "why", Worlds.on("Asked about a bicycle"), null));
    asking.segments(new Segment("keen", "Keen", scoreAtLeast(4)));
    var ada = new Person(asking.blueprint());
    ada.event("Asked about a bicycle");

    ada.ask(answer(ada.state.pending().getFirst().id(), 4));

    assertThat(ada.state.segments()).containsExactly("keen");
  }

  @Test
  void questionsThatNobodyAnswersDoNotSilenceAJourney() {
    var again =
        new Step.Ask(
            about("why"),
            "email",
            "why",
            -1,
            List.of(),
            "LEFT",
            new Step.Timeout(new Moment.After(DAY), "again"));
    var ada =
        new Person(
            journey(again, new Step.Note(about("again"), List.of(), null, "why")).blueprint());
    ada.event("Asked about a bicycle");

    for (int days = 0; days < PersonState.PENDING_MAX + 5; days++) {
      ada.after(DAY);
    }

    assertThat(ada.state.pending()).hasSizeLessThanOrEqualTo(1);
    assertThat(ada.state.pending().getLast().queuedAt()).isEqualTo(ada.now);
    assertThat(ada.state.pending().getLast().kind()).isEqualTo(Pending.Kind.QUESTION);
    assertThat(ada.facts(Fact.EffectQueued.class)).hasSize(PersonState.PENDING_MAX + 6);
  }

  private static Command answer(String effect, long score) {
    return new Command.AnswerQuestion("why", effect, Value.of(score), null, null);
  }
}
