package cairn.engine;

import static cairn.engine.Worlds.journey;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.journey.Step;
import cairn.log.Fact;
import cairn.person.Ending;
import cairn.person.Pending;
import cairn.value.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a step felt is asked after it was left, and nothing waits for the answer. */
final class FeltStepTest {
  private static final Step.About VIEWING =
      new Step.About("viewing", "cycling", "Viewing", "", new Step.Felt("felt", "web"));

  private final Person ada =
      new Person(
          journey(
                  new Step.WaitFor(
                      VIEWING,
                      List.of(
                          new Step.Awaited(Worlds.on("Bid made"), "bid"),
                          new Step.Awaited(Worlds.on("Not for me"), "DECLINED")),
                      null),
                  Worlds.waitFor("bid", "Bid won", "ACHIEVED", Duration.ofDays(90), "LEFT"))
              .blueprint());

  @Test
  void whoHasGoneOnIsAskedAndIsNotHeldUp() {
    ada.event("Asked about a bicycle");
    assertThat(ada.state.pending()).isEmpty();

    ada.event("Bid made");

    assertThat(ada.step()).isEqualTo("bid");
    var asked = ada.state.pending().getFirst();
    assertThat(asked.kind()).isEqualTo(Pending.Kind.QUESTION);
    assertThat(asked.subject()).isEqualTo("felt");
    assertThat(asked.instance()).isEqualTo(ada.journey().instance());

    ada.ask(new Command.AnswerQuestion("felt", null, Value.of(-2), null, null));

    var answer = ada.facts(Fact.QuestionAnswered.class).getFirst();
    assertThat(answer.instance()).isEqualTo(ada.journey().instance());
    assertThat(answer.feeling()).isEqualTo(-2);
    assertThat(ada.step()).isEqualTo("bid");
    assertThat(ada.state.pending()).isEmpty();
  }

  @Test
  void aNoIsNotFollowedByAQuestion() {
    ada.event("Asked about a bicycle");

    ada.event("Not for me");

    assertThat(ada.journey().ending()).isEqualTo(Ending.DECLINED);
    assertThat(ada.facts(Fact.EffectQueued.class)).isEmpty();
  }

  @Test
  void whoComesToTheEndUnaskedIsAskedNoMore() {
    ada.event("Asked about a bicycle");
    ada.event("Bid made");

    ada.event("Bid won");

    assertThat(ada.journey().ending()).isEqualTo(Ending.ACHIEVED);
    assertThat(ada.state.pending()).isEmpty();
  }
}
