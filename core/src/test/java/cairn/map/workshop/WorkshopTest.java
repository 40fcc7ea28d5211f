package cairn.map.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.Activity;
import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardSettings;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.JourneyMap;
import cairn.map.Kind;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.Moment;
import cairn.map.Note;
import cairn.map.Op;
import cairn.map.OpenBoard;
import cairn.map.Role;
import cairn.map.Vote;
import cairn.map.WorkshopState;
import cairn.map.template.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WorkshopTest {
  private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");
  private static final Member ADA = new Member(new MemberId("ada"), Role.FACILITATOR);
  private static final Member GUS = new Member(new MemberId("gus"), Role.GUEST);

  private final OpenBoard board = new OpenBoard(BoardState.EMPTY, BoardSettings.DEFAULT);
  private Instant now = NINE;
  private int gestures;

  @Test
  void theAgendasLastAsLongAsTheySay() {
    assertThat(Agenda.ALL).extracting(Agenda::minutes).containsExactly(30, 120, 490);
    assertThat(Agenda.ALL)
        .allSatisfy(agenda ->
            assertThat(agenda.items())
                .extracting(Agenda.Item::mode)
                .contains(Activity.Mode.WRITE_SILENTLY, Activity.Mode.VOTE));
  }

  @Test
  void aWorkshopRunsFromWritingToVotingToTheEnd() {
    must(ADA, Templates.FIRST_HOME.ops());
    must(ADA, Lead.begin(state(), Agenda.HALF_HOUR));
    startNext();
    startNext();
    assertThat(state().workshop().isPrivateWriting()).isTrue();
    must(GUS, List.of(note("g1", "I forget to eat on nights")));
    assertThat(board.snapshotFor(ADA.id()).find(new ElementId("g1"))).isEmpty();

    startNext();

    assertThat(board.snapshotFor(ADA.id()).find(new ElementId("g1"))).isPresent();
    startNext();
    startNext();
    assertThat(state().workshop().isVotingAt(now)).isTrue();
    var moment = state().all(Moment.class).getFirst();
    must(GUS, List.of(dot("v1", moment.id())));
    assertThat(JourneyMap.of(board.snapshotFor(ADA.id())).votes(moment.id())).isZero();
    startNext();
    assertThat(JourneyMap.of(board.snapshotFor(ADA.id())).votes(moment.id())).isEqualTo(1);
    assertThat(Lead.next(state())).isEmpty();

    must(ADA, Lead.end(state()));

    assertThat(state().workshop().agenda()).isEmpty();
    assertThat(Lead.left(state().workshop(), now)).isEmpty();
  }

  @Test
  void theTimerStopsGoesOnAndIsExtended() {
    must(ADA, Lead.begin(state(), Agenda.HALF_HOUR));
    startNext();
    assertThat(Lead.left(state().workshop(), now)).contains(Duration.ofMinutes(3));
    now = now.plusSeconds(60);
    must(ADA, Lead.pause(state(), now));
    now = now.plusSeconds(600);
    assertThat(Lead.left(state().workshop(), now)).contains(Duration.ofMinutes(2));

    must(ADA, Lead.resume(state(), now));
    must(ADA, Lead.extend(state(), Duration.ofMinutes(5), now));

    assertThat(Lead.left(state().workshop(), now)).contains(Duration.ofMinutes(7));
    assertThat(Lead.left(state().workshop(), now.plusSeconds(9_999))).contains(Duration.ZERO);
    assertThat(Lead.resume(state(), now)).isEmpty();
    must(ADA, Lead.pause(state(), now));
    assertThat(Lead.pause(state(), now)).isEmpty();
  }

  @Test
  void anotherAgendaReplacesTheFirstAndShowsWhatWasHidden() {
    must(ADA, Lead.begin(state(), Agenda.DAY));
    var writing =
        state().all(Activity.class).stream()
            .filter(activity -> activity.mode() == Activity.Mode.WRITE_SILENTLY)
            .findFirst()
            .orElseThrow();
    must(ADA, Lead.start(state(), writing, now));
    must(GUS, List.of(note("g1", "unseen")));

    must(ADA, Lead.begin(state(), Agenda.HALF_HOUR));

    assertThat(state().all(Activity.class)).hasSize(Agenda.HALF_HOUR.items().size());
    assertThat(board.snapshotFor(ADA.id()).find(new ElementId("g1"))).isPresent();
  }

  @Test
  void everybodyIsBroughtToOnePlaceEachTimeAnew() {
    must(ADA, Lead.gather(state(), "s1-2"));
    must(ADA, Lead.gather(state(), "s1-2"));

    assertThat(state().workshop().gather()).isEqualTo("s1-2");
    assertThat(state().workshop().get(WorkshopState.GATHERED)).isEqualTo(2);
  }

  private void startNext() {
    now = now.plusSeconds(5);
    must(ADA, Lead.start(state(), Lead.next(state()).orElseThrow(), now));
  }

  private BoardState state() {
    return board.state();
  }

  private void must(Member member, List<Op> ops) {
    var batch = new Batch(new BatchId("b" + gestures++), member.id(), "", ops);
    switch (board.offer(batch, member, now)) {
      case OpenBoard.Answer.Fresh(var revision) -> board.commit(revision);
      case OpenBoard.Answer.Repeated(var rev) -> throw new AssertionError("repeated " + rev);
      case OpenBoard.Answer.Refused(var refusal) -> throw new AssertionError(refusal.message());
    }
  }

  private static Op note(String id, String text) {
    return Op.put(Kind.NOTE.make(new ElementId(id), Fields.of(Kind.NOTE).with(Note.TEXT, text)));
  }

  private static Op dot(String id, ElementId target) {
    Element vote =
        Kind.VOTE.make(
            new ElementId(id), Fields.of(Kind.VOTE).with(Vote.TARGET, Optional.of(target)));
    return Op.put(vote);
  }
}
