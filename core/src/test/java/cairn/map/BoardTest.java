package cairn.map;

import static cairn.map.Room.ADA;
import static cairn.map.Room.BEN;
import static cairn.map.Room.CY;
import static cairn.map.Room.DOING;
import static cairn.map.Room.GUS;
import static cairn.map.Room.NOON;
import static cairn.map.Room.THINKING;
import static cairn.map.Room.VI;
import static cairn.map.Room.del;
import static cairn.map.Room.dot;
import static cairn.map.Room.make;
import static cairn.map.Room.note;
import static cairn.map.Room.text;
import static cairn.map.Room.workshop;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.OpenBoard.Answer;
import cairn.map.Verdict.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BoardTest {
  private final Room room = Room.ready();

  @Test
  void aNoteIsPutChangedDeletedAndRestored() {
    room.must(BEN, note("n1", DOING, "I look at flats at night"));
    room.must(CY, text("n1", "I look at flats on my phone at night"));
    room.must(BEN, del("n1"));
    assertThat(room.state().find(new ElementId("n1"))).isEmpty();

    room.must(BEN, Op.put(room.state().findDeleted(new ElementId("n1")).orElseThrow()));

    assertThat(room.text("n1")).isEqualTo("I look at flats on my phone at night");
    assertThat(room.state().rev()).isEqualTo(5);
  }

  @Test
  void aGestureStandsOrFallsWhole() {
    room.must(BEN, note("n1", DOING, "I call the bank"));

    assertThat(room.refusal(BEN, text("n1", "I wait"), text("nowhere", "lost")))
        .isEqualTo(Reason.UNKNOWN_ELEMENT);

    assertThat(room.text("n1")).isEqualTo("I call the bank");
  }

  @Test
  void aGestureSentTwiceCountsOnce() {
    var id = new BatchId("same");
    room.send(BEN, id, note("n1", DOING, "I sign"));
    long rev = room.state().rev();

    var again = room.send(BEN, id, note("n1", DOING, "I sign"));

    assertThat(again).isEqualTo(new Answer.Repeated(rev));
    assertThat(room.state().rev()).isEqualTo(rev);
  }

  @Test
  void twoPeopleChangeDifferentFieldsOfOneNoteAndBothStand() {
    room.must(BEN, note("n1", DOING, "I sign"));
    room.must(BEN, text("n1", "I sign the contract"));
    room.must(CY, Op.set(new ElementId("n1"), Element.EVIDENCE, Evidence.SAID));

    var note = room.state().find(Note.class, new ElementId("n1")).orElseThrow();
    assertThat(note.text()).isEqualTo("I sign the contract");
    assertThat(note.evidence()).isEqualTo(Evidence.SAID);
  }

  @Test
  void aTextRewrittenMeanwhileIsNotOverwrittenInSilence() {
    room.must(BEN, note("n1", DOING, "I wait"));
    room.must(BEN, text("n1", "I wait", "I wait for a week"));

    var refused = room.refused(CY, text("n1", "I wait", "I wait for ever"));

    assertThat(refused.reason()).isEqualTo(Reason.CONFLICT);
    assertThat(refused.field()).isEqualTo("text");
    assertThat(refused.theirs()).contains(Value.of("I wait for a week"));
    assertThat(room.text("n1")).isEqualTo("I wait for a week");
  }

  @Test
  void whatWasDeletedSaysSo() {
    room.must(BEN, note("n1", DOING, "I sign"));
    room.must(BEN, del("n1"));

    assertThat(room.refusal(CY, text("n1", "too late"))).isEqualTo(Reason.DELETED);
    assertThat(room.refusal(CY, del("n1"))).isEqualTo(Reason.DELETED);
  }

  @Test
  void forgeriesAreRefused() {
    var inAdasName =
        new Batch(new BatchId("b"), ADA.id(), "", List.of(note("n1", DOING, "I sign")));
    assertThat(room.board.offer(inAdasName, BEN, NOON))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(Reason.FORGED_AUTHOR));
    var byAda =
        make(Kind.NOTE, "n1", Map.of("author", Value.of("ada"), "text", Value.of("I agree")));
    assertThat(room.refusal(BEN, Op.put(byAda))).isEqualTo(Reason.STAMPED_FIELD);
    room.must(BEN, note("n1", DOING, "I sign"));
    assertThat(room.refusal(BEN, Op.set(new ElementId("n1"), Element.AUTHOR, ADA.id())))
        .isEqualTo(Reason.STAMPED_FIELD);
  }

  @Test
  void noGestureSaysWhichJourneyAMapRunsAs() {
    room.must(ADA, Op.put(make(Kind.BOARD, "board", Map.of("title", Value.of("Home")))));
    var running = Op.set(BoardInfo.ID, BoardInfo.JOURNEY, "first-home");

    assertThat(room.refusal(BEN, running)).isEqualTo(Reason.STAMPED_FIELD);
    assertThat(room.refusal(ADA, running)).isEqualTo(Reason.STAMPED_FIELD);
    room.must(
        BEN,
        Op.put(
            make(
                Kind.BOARD,
                "board",
                Map.of("title", Value.of("Ours"), "journey", Value.of("first-home")))));

    assertThat(JourneyMap.of(room.state()).info().title()).isEqualTo("Ours");
    assertThat(JourneyMap.of(room.state()).info().journey()).isEmpty();
  }

  @Test
  void theHouseSaysWhichJourneyAMapRunsAsAndNoPutOrReturnChangesIt() {
    room.must(ADA, Op.put(make(Kind.BOARD, "board", Map.of("title", Value.of("Home")))));
    var before = room.state();
    var published =
        new Batch(
            new BatchId("published"),
            ADA.id(),
            "",
            List.of(Op.set(BoardInfo.ID, BoardInfo.JOURNEY, "first-home")));

    var answer = room.board.offerForHouse(published, ADA, NOON);
    assertThat(answer)
        .isInstanceOfSatisfying(Answer.Fresh.class, fresh -> room.board.commit(fresh.revision()));
    room.must(BEN, Op.put(make(Kind.BOARD, "board", Map.of("title", Value.of("Ours")))));
    room.must(ADA, BoardDiff.restoring(room.state(), before).toArray(Op[]::new));

    assertThat(JourneyMap.of(room.state()).info().title()).isEqualTo("Home");
    assertThat(JourneyMap.of(room.state()).info().journey()).isEqualTo("first-home");
  }

  @Test
  void whatCannotBeIsRefusedWithTheField() {
    room.must(BEN, note("n1", DOING, "I sign"));
    var id = new ElementId("n1");
    var unknown = new Op.Set(id, Map.of("mood", Value.of("good")));
    var wrongType = new Op.Set(id, Map.of("text", Value.of(3)));
    var tooLong = new Op.Set(id, Map.of("text", Value.of("a".repeat(Bounds.TEXT_MAX + 1))));
    var justFits = new Op.Set(id, Map.of("text", Value.of("a".repeat(Bounds.TEXT_MAX))));

    assertThat(room.refused(BEN, unknown).field()).isEqualTo("mood");
    assertThat(room.refusal(BEN, unknown)).isEqualTo(Reason.UNKNOWN_FIELD);
    assertThat(room.refusal(BEN, wrongType)).isEqualTo(Reason.INVALID);
    assertThat(room.refused(BEN, tooLong).message())
        .isEqualTo("The field text is longer than 2000 characters: shorten it or split it.");
    room.must(BEN, justFits);
  }

  @Test
  void anElementKeepsItsKind() {
    room.must(BEN, note("n1", DOING, "I sign"));
    assertThat(room.refusal(BEN, Op.put(make(Kind.TEAM, "n1", Map.of()))))
        .isEqualTo(Reason.KIND_CHANGED);
    room.must(BEN, del("n1"));
    assertThat(room.refusal(BEN, Op.put(make(Kind.TEAM, "n1", Map.of()))))
        .isEqualTo(Reason.KIND_CHANGED);
  }

  @Test
  void aFeelingPointHasOneIdAndOneScale() {
    var persona = new ElementId("lena");
    var id =
        FeelingPoint.idOf(
            persona, Room.SEARCH, FeelingPoint.Curve.AS_IS, FeelingPoint.Measure.FEELING);
    var values = new TreeMap<String, Value>();
    values.put("subject", Value.of("lena"));
    values.put("column", Value.of("search"));
    values.put("value", Value.of(-1.5));

    room.must(BEN, Op.put(make(Kind.FEELING, id.text(), values)));
    assertThat(room.refusal(BEN, Op.put(make(Kind.FEELING, "another", values))))
        .isEqualTo(Reason.INVALID);
    assertThat(room.refusal(BEN, Op.set(id, FeelingPoint.VALUE, 3.0))).isEqualTo(Reason.INVALID);
    room.must(BEN, Op.set(id, FeelingPoint.VALUE, 2.0));
  }

  @Test
  void aLockedLaneIsOnlyTheFacilitatorsToChange() {
    room.must(BEN, note("n1", DOING, "I sign"));
    assertThat(room.refusal(BEN, Op.set(DOING, Lane.LOCKED, true))).isEqualTo(Reason.FORBIDDEN);
    room.must(ADA, Op.set(DOING, Lane.LOCKED, true));

    assertThat(room.refusal(BEN, text("n1", "no"))).isEqualTo(Reason.LOCKED);
    assertThat(room.refusal(BEN, del("n1"))).isEqualTo(Reason.LOCKED);
    assertThat(room.refusal(BEN, note("n2", DOING, "no"))).isEqualTo(Reason.LOCKED);
    room.must(BEN, note("n3", THINKING, "Can I afford it?"));
    assertThat(
            room.refusal(BEN, Op.set(new ElementId("n3"), Element.Placed.LANE, Optional.of(DOING))))
        .isEqualTo(Reason.LOCKED);
    assertThat(room.refusal(BEN, del(DOING.text()))).isEqualTo(Reason.FORBIDDEN);
    room.must(ADA, text("n1", "I sign at last"));
  }

  @Test
  void aGuestWritesNotesOfTheirOwnAndNothingElse() {
    room.must(BEN, note("n1", DOING, "I sign"));

    room.must(GUS, note("g1", DOING, "I ask my sister"));
    room.must(GUS, text("g1", "I ask my brother"));
    assertThat(room.refusal(GUS, text("n1", "mine now"))).isEqualTo(Reason.FORBIDDEN);
    assertThat(room.refusal(GUS, del("n1"))).isEqualTo(Reason.FORBIDDEN);
    assertThat(room.refusal(GUS, Op.put(make(Kind.STAGE, "s2", Map.of()))))
        .isEqualTo(Reason.FORBIDDEN);
    assertThat(room.refusal(VI, note("v1", DOING, "me too"))).isEqualTo(Reason.FORBIDDEN);
    assertThat(room.refusal(BEN, workshop(Map.of()))).isEqualTo(Reason.FORBIDDEN);
  }

  @Test
  void aCommentIsRewordedByItsAuthorAndSettledByAnybody() {
    var comment = make(Kind.COMMENT, "c1", Map.of("text", Value.of("Is this so?")));
    room.must(BEN, Op.put(comment));
    var id = new ElementId("c1");

    assertThat(room.state().find(Comment.class, id).orElseThrow().get(Comment.AT)).contains(NOON);
    assertThat(room.refusal(CY, Op.set(id, Comment.TEXT, "It is."))).isEqualTo(Reason.FORBIDDEN);
    assertThat(room.refusal(CY, Op.del(id))).isEqualTo(Reason.FORBIDDEN);
    room.must(CY, Op.set(id, Comment.RESOLVED, true));
    room.must(BEN, Op.set(id, Comment.TEXT, "So it is."));
  }

  @Test
  void everybodyHasTheirDotsAndNoMore() {
    room.must(BEN, note("n1", DOING, "I sign"));
    assertThat(room.refusal(GUS, dot("v0", "n1"))).isEqualTo(Reason.VOTING_CLOSED);
    room.must(
        ADA,
        workshop(
            Map.of(
                "voting", Value.of(true),
                "round", Value.of(1),
                "dots", Value.of(2),
                "votingEnds", Value.of("2026-05-04T12:05:00Z"))));

    room.must(GUS, dot("v1", "n1"));
    room.must(GUS, dot("v2", "n1"));
    assertThat(room.refusal(GUS, dot("v3", "n1"))).isEqualTo(Reason.NO_DOTS_LEFT);
    assertThat(room.refusal(BEN, dot("v4", "nowhere"))).isEqualTo(Reason.UNKNOWN_ELEMENT);
    assertThat(room.refusal(ADA, del("v1"))).isEqualTo(Reason.FORBIDDEN);
    room.must(GUS, del("v1"));
    room.must(GUS, dot("v3", "n1"));
    room.now = NOON.plusSeconds(300);
    room.must(BEN, dot("v4", "n1"));
    room.now = NOON.plusSeconds(301);
    assertThat(room.refusal(BEN, dot("v5", "n1"))).isEqualTo(Reason.VOTING_CLOSED);
    assertThat(room.refusal(BEN, del("v4"))).isEqualTo(Reason.VOTING_CLOSED);
    assertThat(room.state().count(Kind.VOTE)).isEqualTo(3);
  }

  @Test
  void aBoardSaysWhenItIsFull() {
    var small = new Room(new BoardSettings(3, 2, 1));
    small.must(BEN, note("n1", DOING, "one"), note("n2", DOING, "two"));
    small.must(BEN, note("n3", DOING, "three"));

    assertThat(small.refusal(BEN, note("n4", DOING, "four"))).isEqualTo(Reason.FULL);
    assertThat(small.refusal(BEN, del("n1"), del("n2"), del("n3"))).isEqualTo(Reason.TOO_LARGE);
    small.must(BEN, del("n1"), del("n2"));
    assertThat(small.state().deletedCount()).isEqualTo(1);
    var six = new Room();
    for (int n = 1; n <= Kind.PERSONA.countMax(); n++) {
      six.must(BEN, Op.put(make(Kind.PERSONA, "p" + n, Map.of())));
    }
    assertThat(six.refusal(BEN, Op.put(make(Kind.PERSONA, "p6", Map.of())))).isEqualTo(Reason.FULL);
  }
}
