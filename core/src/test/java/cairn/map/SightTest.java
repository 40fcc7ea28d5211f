package cairn.map;

import static cairn.map.Room.ADA;
import static cairn.map.Room.BEN;
import static cairn.map.Room.CY;
import static cairn.map.Room.DOING;
import static cairn.map.Room.GUS;
import static cairn.map.Room.del;
import static cairn.map.Room.dot;
import static cairn.map.Room.note;
import static cairn.map.Room.text;
import static cairn.map.Room.workshop;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.Verdict.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SightTest {
  private final Room room = Room.ready();

  @Test
  void privateWritingArrivesEmptyUnderItsNumberUntilTheReveal() {
    room.must(ADA, workshop(Map.of("privateWriting", Value.of(true))));
    room.must(BEN, note("n1", DOING, "I am ashamed to ask"));
    long rev = room.state().rev();

    var others = room.board.lastFor(CY.id());
    assertThat(others.rev()).isEqualTo(rev);
    assertThat(others.batch().ops()).isEmpty();
    assertThat(others.batch().author()).isEqualTo(MemberId.NOBODY);
    assertThat(room.board.lastFor(BEN.id()).batch().ops()).hasSize(1);
    assertThat(room.board.snapshotFor(CY.id()).count(Kind.NOTE)).isZero();
    assertThat(room.board.snapshotFor(ADA.id()).count(Kind.NOTE)).isZero();

    room.must(ADA, workshop(WorkshopState.PRIVATE_WRITING, false));

    var revealed = room.board.lastFor(CY.id()).batch().ops();
    assertThat(revealed)
        .anySatisfy(op ->
            assertThat(op)
                .isInstanceOfSatisfying(
                    Op.Put.class,
                    put ->
                        assertThat(((Note) put.element()).text())
                            .isEqualTo("I am ashamed to ask")));
    assertThat(room.board.snapshotFor(CY.id()).count(Kind.NOTE)).isEqualTo(1);
  }

  @Test
  void whatOneMayNotSeeOneMayNotTouch() {
    room.must(ADA, workshop(Map.of("privateWriting", Value.of(true))));
    room.must(BEN, note("n1", DOING, "mine"));

    assertThat(room.refusal(CY, text("n1", "yours"))).isEqualTo(Reason.UNKNOWN_ELEMENT);
    assertThat(room.refusal(ADA, del("n1"))).isEqualTo(Reason.UNKNOWN_ELEMENT);
    assertThat(room.refusal(CY, note("n1", DOING, "yours"))).isEqualTo(Reason.UNKNOWN_ELEMENT);
    assertThat(room.refusal(BEN, Op.set(new ElementId("n1"), Element.HIDDEN, false)))
        .isEqualTo(Reason.STAMPED_FIELD);
    room.must(BEN, text("n1", "still mine"));
    room.must(BEN, del("n1"));
    assertThat(room.refusal(CY, del("n1"))).isEqualTo(Reason.UNKNOWN_ELEMENT);
    assertThat(room.refusal(BEN, del("n1"))).isEqualTo(Reason.DELETED);
  }

  @Test
  void anAnonymousDotHasNoNameForOthers() {
    room.must(BEN, note("n1", DOING, "I sign"));
    room.must(ADA, workshop(Map.of("voting", Value.of(true), "anonymousVotes", Value.of(true))));
    room.must(GUS, dot("v1", "n1"));

    var seen = room.board.lastFor(ADA.id());
    assertThat(seen.batch().author()).isEqualTo(MemberId.NOBODY);
    assertThat(seen.batch().ops()).hasSize(1);
    assertThat(author(room.board.snapshotFor(ADA.id()))).isEqualTo(MemberId.NOBODY);
    assertThat(author(room.board.snapshotFor(GUS.id()))).isEqualTo(GUS.id());
  }

  @Test
  void hiddenDotsShowWhenTheVotingCloses() {
    room.must(BEN, note("n1", DOING, "I sign"));
    room.must(ADA, workshop(Map.of("voting", Value.of(true), "hiddenVotes", Value.of(true))));
    room.must(GUS, dot("v1", "n1"));
    assertThat(room.board.snapshotFor(BEN.id()).count(Kind.VOTE)).isZero();

    room.must(ADA, workshop(WorkshopState.VOTING, false));

    assertThat(room.board.snapshotFor(BEN.id()).count(Kind.VOTE)).isEqualTo(1);
    assertThat(room.board.lastFor(BEN.id()).batch().ops()).hasSize(2);
  }

  /**
   * Random gestures with private writing and anonymous voting switched on and off. After each, what
   * every viewer has built from the revisions they were given must be what they may see.
   */
  @Test
  void theRevisionsAViewerGetsBuildExactlyWhatTheyMaySee() {
    var members = List.of(ADA, BEN, CY, GUS);
    for (int seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var hall = Room.ready();
      hall.must(ADA, workshop(Map.of()));
      var seen = new HashMap<MemberId, BoardState>();
      members.forEach(member -> seen.put(member.id(), hall.board.snapshotFor(member.id())));
      for (int step = 0; step < 150; step++) {
        var member = members.get(random.nextInt(members.size()));
        long before = hall.state().rev();
        hall.send(member, gesture(random, member));
        if (hall.state().rev() == before) {
          continue;
        }
        for (Member viewer : members) {
          var news = hall.board.lastFor(viewer.id());
          var built = Objects.requireNonNull(seen.get(viewer.id())).apply(news);
          seen.put(viewer.id(), built);
          assertThat(built.holdsTheSameAs(hall.board.snapshotFor(viewer.id())))
              .as("seed %d step %d viewer %s", seed, step, viewer.id().text())
              .isTrue();
        }
      }
    }
  }

  private static Op[] gesture(Random random, Member member) {
    if (member.role() == Role.FACILITATOR) {
      Field<Boolean> control =
          List.of(
                  WorkshopState.PRIVATE_WRITING,
                  WorkshopState.VOTING,
                  WorkshopState.ANONYMOUS_VOTES,
                  WorkshopState.HIDDEN_VOTES)
              .get(random.nextInt(4));
      return new Op[] {workshop(control, random.nextBoolean())};
    }
    String id = "n" + random.nextInt(8);
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Op[] {note(id, DOING, "t" + random.nextInt(100))};
      case 2 -> new Op[] {text(id, "t" + random.nextInt(100))};
      case 3 -> new Op[] {del(id)};
      case 4 -> new Op[] {note(id, DOING, "there and gone"), del(id)};
      default -> new Op[] {dot("v" + random.nextInt(20), id)};
    };
  }

  private static MemberId author(BoardState state) {
    return state.find(new ElementId("v1")).orElseThrow().get(Element.AUTHOR);
  }
}
