package cairn.map.live;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.BoardInfo;
import cairn.map.BoardState;
import cairn.map.ElementId;
import cairn.map.EndingKind;
import cairn.map.Fields;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Op;
import cairn.map.OrderKey;
import cairn.map.Stage;
import cairn.map.Step;
import cairn.map.StepRole;
import cairn.map.live.JourneyProposal.About;
import cairn.map.live.JourneyProposal.Beginning;
import cairn.map.live.JourneyProposal.Question;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.JourneyProposal.Trigger;
import cairn.map.template.Template;
import cairn.map.template.Templates;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProposerTest {
  static Iterable<Template> filled() {
    return Templates.ALL.stream().filter(template -> !template.id().equals("blank")).toList();
  }

  @Test
  void anEmptyMapAsksForItsSteps() {
    var proposal = Proposer.propose(JourneyMap.of(BoardState.EMPTY));

    assertThat(proposal.questions()).extracting(Question::about).containsExactly(About.NO_STEPS);
    assertThat(proposal.coverage().percent()).isZero();
    assertThat(proposal.canRun()).isFalse();
  }

  @Test
  void aMapThatIsCalledAShadowIsNotTakenForOne() {
    var named =
        board(
            new Op.Put(
                new BoardInfo(
                    BoardInfo.ID,
                    Fields.of(Kind.BOARD).with(BoardInfo.TITLE, "Große shadow-shadow"))));

    assertThat(Proposer.propose(JourneyMap.of(named)).id()).isEqualTo("grosse");
  }

  @Test
  void aBareLineOfStagesAsksForEverythingItLacks() {
    var proposal =
        Proposer.propose(JourneyMap.of(board(stage("a", "Look around", 0), stage("b", "Buy", 1))));

    assertThat(proposal.steps())
        .extracting(StepProposal::id)
        .containsExactly("look-around-2", "buy-2");
    assertThat(proposal.beginnings()).containsExactly(new Beginning("look-around-2", ""));
    assertThat(proposal.questions())
        .extracting(Question::about)
        .containsExactly(
            About.KIND,
            About.EVENT,
            About.KIND,
            About.EVENT,
            About.BEGINNING,
            About.NO_WAY_ON,
            About.NO_WAY_ON,
            About.ENDING,
            About.A_WAY_TO_SAY_NO);
    assertThat(proposal.coverage()).isEqualTo(new JourneyProposal.Coverage(0, 7));
  }

  @Test
  void aNoBranchesOffAndTheMainWayGoesOn() {
    var proposal =
        Proposer.propose(
            JourneyMap.of(
                board(
                    stage("a", "Buy", 0),
                    step("a1", "a", "Look", 0, StepRole.WAIT_FOR, "looked", EndingKind.NONE),
                    step("a2", "a", "Choose", 1, StepRole.ASK, "chosen", EndingKind.NONE),
                    step("a3", "a", "Leave it", 2, StepRole.ENDING, "", EndingKind.DECLINED),
                    step("a4", "a", "Own it", 3, StepRole.OPEN, "", EndingKind.ACHIEVED))));

    assertThat(proposal.transitions())
        .containsExactly(
            new Transition("look", "choose", Trigger.EVENT, "chosen", ""),
            new Transition("choose", "leave-it", Trigger.ANSWER, "no", "says no"),
            new Transition("choose", "own-it", Trigger.NEXT, "", ""));
    assertThat(step(proposal, "own-it").kind()).isEqualTo(StepRole.ENDING);
    assertThat(step(proposal, "own-it").isGuessed()).isTrue();
    assertThat(proposal.questions())
        .extracting(Question::about)
        .containsExactly(About.WAIT, About.CHANNEL, About.BEGINNING);
  }

  @Test
  void whatRunsKeepsItsIdUnderAnyNewName() {
    var proposal =
        Proposer.propose(
            JourneyMap.of(
                board(
                    stage("a", "Buy", 0),
                    step("a1", "a", "Look", 0, StepRole.WAIT_FOR, "looked", EndingKind.NONE),
                    step("a2", "a", "Look around", 1, StepRole.ASK, "", EndingKind.NONE),
                    Op.set(new ElementId("a1"), Step.LIVE, "look-around"))));

    assertThat(proposal.steps())
        .extracting(StepProposal::id)
        .containsExactly("look-around", "look-around-2");
  }

  @Test
  void twoStepsMayNotBeShownByOneEvent() {
    var proposal =
        Proposer.propose(
            JourneyMap.of(
                board(
                    stage("a", "Buy", 0),
                    step("a1", "a", "Look", 0, StepRole.WAIT_FOR, "looked", EndingKind.NONE),
                    step(
                        "a2",
                        "a",
                        "Look again",
                        1,
                        StepRole.WAIT_FOR,
                        "looked",
                        EndingKind.NONE))));

    assertThat(proposal.questions())
        .anySatisfy(question -> {
          assertThat(question.about()).isEqualTo(About.EVENT_TWICE);
          assertThat(question.sentence())
              .isEqualTo(
                  "\"Look\" and \"Look again\" are shown by the same event looked:"
                      + " which of the two?");
        });
  }

  @ParameterizedTest
  @MethodSource("filled")
  void aTemplateBecomesAJourneyThatHangsTogether(Template template) {
    var proposal = Proposer.propose(JourneyMap.of(template.board()));

    var ids = proposal.steps().stream().map(StepProposal::id).collect(Collectors.toSet());
    assertThat(ids).hasSameSizeAs(proposal.steps());
    for (Transition way : proposal.transitions()) {
      assertThat(ids).contains(way.from(), way.to());
    }
    var reached = new HashSet<String>();
    proposal.beginnings().forEach(beginning -> reached.add(beginning.step()));
    for (int round = 0; round < ids.size(); round++) {
      for (Transition way : proposal.transitions()) {
        if (reached.contains(way.from())) {
          reached.add(way.to());
        }
      }
    }
    assertThat(reached).as("every step can be reached").isEqualTo(ids);
    for (StepProposal step : proposal.steps()) {
      boolean leads = proposal.transitions().stream().anyMatch(way -> way.from().equals(step.id()));
      assertThat(leads).as(step.id()).isEqualTo(step.kind() != StepRole.ENDING);
    }
    assertThat(proposal.steps())
        .extracting(StepProposal::ending)
        .contains(EndingKind.ACHIEVED, EndingKind.DECLINED);
    assertThat(proposal.coverage().percent()).isGreaterThan(85);
    assertThat(proposal.canRun()).isTrue();
    assertThat(proposal.purpose()).isNotEmpty();
  }

  @Test
  void aWaitMayBeWrittenInDaysOrMonthsOrNotAtAll() {
    var first = Proposer.propose(JourneyMap.of(Templates.FIRST_HOME.board()));
    assertThat(step(first, "visit-flats").stay()).contains(Duration.ofDays(60));
    assertThat(waitOf("P2M")).contains(Duration.ofDays(60));
    assertThat(waitOf("PT30M")).contains(Duration.ofMinutes(30));
    assertThat(waitOf("soon")).isEmpty();
    assertThat(waitOf("P-3D")).isEmpty();
  }

  private static Optional<Duration> waitOf(String text) {
    var state =
        board(
            stage("a", "Buy", 0),
            step("a1", "a", "Look", 0, StepRole.WAIT_FOR, "looked", EndingKind.NONE));
    var waiting = state.apply(Op.set(new ElementId("a1"), Step.WAIT, text));
    return step(Proposer.propose(JourneyMap.of(waiting)), "look").stay();
  }

  private static StepProposal step(JourneyProposal proposal, String id) {
    return proposal.steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
  }

  private static BoardState board(Op... ops) {
    return BoardState.EMPTY.apply(List.of(ops));
  }

  private static Op stage(String id, String name, int place) {
    return Op.put(
        new Stage(
            new ElementId(id),
            Fields.of(Kind.STAGE).with(Stage.NAME, name).with(Stage.ORDER, OrderKey.nth(place))));
  }

  private static Op step(
      String id,
      String stage,
      String name,
      int place,
      StepRole role,
      String event,
      EndingKind ending) {
    return Op.put(
        new Step(
            new ElementId(id),
            Fields.of(Kind.STEP)
                .with(Step.STAGE, Optional.of(new ElementId(stage)))
                .with(Step.NAME, name)
                .with(Step.ROLE, role)
                .with(Step.EVENT, event)
                .with(Step.ENDING, ending)
                .with(Step.ORDER, OrderKey.nth(place))));
  }
}
