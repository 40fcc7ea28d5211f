package cairn.workspace;

import static cairn.workspace.MovableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.map.BatchId;
import cairn.map.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.AppendOutcome;
import cairn.workspace.board.AppendOutcome.Appended;
import cairn.workspace.board.Board;
import cairn.workspace.board.BoardId;
import cairn.workspace.board.BoardLinks;
import cairn.workspace.board.BoardRefusal;
import cairn.workspace.board.BoardStore;
import cairn.workspace.board.BoardVersion;
import cairn.workspace.board.JoinOutcome;
import cairn.workspace.board.LinkOutcome;
import cairn.workspace.board.NewBatch;
import cairn.workspace.board.Snapshot;
import cairn.workspace.board.StoredBatch;
import cairn.workspace.board.ToldGroups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every workspace promises about boards, whatever database is under it. */
abstract class BoardContract {
  static final Actor ADA = Actor.staff("ada");
  static final Actor BEN = Actor.staff("ben");
  static final String OPS = "[{\"op\":\"put\",\"id\":\"n1\",\"text\":\"Grüße, „Wanderer“\"}]";
  static final BoardId NOWHERE = new BoardId("0".repeat(24));
  static final String HERE = "192.0.2.7";

  final MovableClock clock = new MovableClock();
  Workspace workspace;

  /** Opens an empty workspace. */
  abstract Workspace openEmpty();

  @BeforeEach
  void open() {
    workspace = openEmpty();
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aNewBoardIsEmptyAndItsMakerLeadsIt() {
    var board = board();

    assertThat(board.head()).isZero();
    assertThat(board.title()).isEqualTo("First home");
    assertThat(workspace.boards().find(board.id())).contains(board);
    assertThat(workspace.boards().all(10)).containsExactly(board);
    assertThat(workspace.boards().of(ADA, 10)).containsExactly(board);
    assertThat(workspace.boards().of(BEN, 10)).isEmpty();
    assertThat(workspace.boardMembers().roleOf(board.id(), ADA)).contains(Role.FACILITATOR);
  }

  @Test
  void whatWasToldOfAGroupIsReadBackByTurnAndOneTakesThePlaceOfAnother() {
    var groups = workspace.toldGroups();
    groups.keep(group(7, 1, OptionalLong.of(40), 1, 2, Long.MAX_VALUE));
    groups.keep(group(0, 2, OptionalLong.empty(), Long.MIN_VALUE, 3));
    groups.keep(group(7, 3, OptionalLong.of(20)));

    var kept = groups.all();

    assertThat(kept).extracting(ToldGroups.Group::place).containsExactly(0, 7);
    assertThat(kept.getFirst().count()).isEmpty();
    assertThat(kept.getFirst().who()).containsExactly(Long.MIN_VALUE, 3);
    assertThat(kept.getLast().count()).hasValue(20);
    assertThat(kept.getLast().since()).isEqualTo(NOON);
    groups.forget(NOON);
    assertThat(groups.all()).as("asked about at that moment").hasSize(2);
    groups.forget(NOON.plusSeconds(1));
    assertThat(groups.all()).as("asked about before it").isEmpty();
  }

  private static ToldGroups.Group group(int place, long turn, OptionalLong count, long... who) {
    return new ToldGroups.Group(place, turn, NOON, NOON, 3, count, who);
  }

  @Test
  void batchesAreReadBackInTheirOrder() {
    var board = board();

    assertThat(append(board, 0, "b1")).isEqualTo(new Appended(1, false));
    assertThat(append(board, 1, "b2")).isEqualTo(new Appended(2, false));
    assertThat(append(board, 2, "b3")).isEqualTo(new Appended(3, false));

    assertThat(workspace.boards().since(board.id(), 1, 10))
        .containsExactly(
            new StoredBatch(2, new BatchId("b2"), ADA, NOON, OPS),
            new StoredBatch(3, new BatchId("b3"), ADA, NOON, OPS));
    assertThat(workspace.boards().since(board.id(), 0, 1))
        .extracting(StoredBatch::rev)
        .containsExactly(1L);
    assertThat(workspace.boards().find(board.id()).orElseThrow().head()).isEqualTo(3);
  }

  @Test
  void aBatchSentAgainKeepsItsRevision() {
    var board = board();
    append(board, 0, "b1");
    append(board, 1, "b2");

    assertThat(append(board, 0, "b1")).isEqualTo(new Appended(1, true));
    assertThat(append(board, 2, "b1")).isEqualTo(new Appended(1, true));
    assertThat(workspace.boards().find(board.id()).orElseThrow().head()).isEqualTo(2);
  }

  @Test
  void theSameBatchIdOnAnotherBoardIsAnotherBatch() {
    var one = board();
    var other = board();

    append(one, 0, "b1");

    assertThat(append(other, 0, "b1")).isEqualTo(new Appended(1, false));
  }

  @Test
  void aBatchCheckedAgainstAnOldOrUnknownRevisionIsStale() {
    var board = board();
    append(board, 0, "b1");

    assertThat(append(board, 0, "b2")).isEqualTo(new AppendOutcome.Stale(1));
    assertThat(append(board, 7, "b2")).isEqualTo(new AppendOutcome.Stale(1));
    assertThat(workspace.boards().since(board.id(), 0, 10)).hasSize(1);
  }

  @Test
  void nothingIsAddedToAnArchivedOrAbsentBoard() {
    var board = board();
    append(board, 0, "b1");
    workspace.boards().archive(ADA, board.id(), true);

    assertThat(append(board, 1, "b2")).isEqualTo(new AppendOutcome.Archived());
    assertThat(append(board, 0, "b1")).isEqualTo(new Appended(1, true));
    workspace.boards().archive(ADA, board.id(), false);
    assertThat(append(board, 1, "b2")).isEqualTo(new Appended(2, false));

    assertThat(workspace.boards().remove(ADA, board.id())).isTrue();
    assertThat(workspace.boards().remove(ADA, board.id())).isFalse();
    assertThat(append(board, 2, "b3")).isEqualTo(new AppendOutcome.NoBoard());
    assertThat(workspace.boards().since(board.id(), 0, 10)).isEmpty();
    assertThat(workspace.boards().rename(ADA, NOWHERE, "Elsewhere")).isEmpty();
    assertThat(workspace.boards().archive(ADA, NOWHERE, true)).isEmpty();
  }

  @Test
  void batchesHandedInWithoutWaitingKeepTheirOrder() {
    var board = board();

    var outcomes = new ArrayList<CompletableFuture<AppendOutcome>>();
    for (var after = 0L; after < 1_000; after++) {
      outcomes.add(workspace.boards().append(batch(board, after, "b" + after)));
    }

    var revs = outcomes.stream().map(CompletableFuture::join).toList();
    assertThat(revs)
        .isEqualTo(LongStream.rangeClosed(1, 1_000).mapToObj(r -> new Appended(r, false)).toList());
  }

  @Test
  void ofTwoWritersAtOneRevisionExactlyOneWins() {
    var board = board();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new ArrayList<CompletableFuture<Void>>();
      for (var writer = 0; writer < 8; writer++) {
        var name = "w" + writer;
        writing.add(CompletableFuture.runAsync(() -> writeTwenty(workspace, board, name), people));
      }
      writing.forEach(CompletableFuture::join);
    }

    var log = workspace.boards().since(board.id(), 0, BoardStore.PAGE_MAX);
    assertThat(log)
        .extracting(StoredBatch::rev)
        .isEqualTo(LongStream.rangeClosed(1, 160).boxed().toList());
    assertThat(log).extracting(StoredBatch::id).doesNotHaveDuplicates();
  }

  final void writeTwenty(Workspace server, Board board, String name) {
    var head = 0L;
    for (var i = 0; i < 20; ) {
      switch (server.boards().append(batch(board, head, name + "." + i)).join()) {
        case Appended(var rev, var _) -> {
          head = rev;
          i++;
        }
        case AppendOutcome.Stale(var newer) -> head = newer;
        case AppendOutcome.Archived _, AppendOutcome.NoBoard _ ->
            throw new AssertionError("The board is there and open.");
      }
    }
  }

  @Test
  void aSnapshotIsFoundFromItsRevisionOn() {
    var board = board();
    for (var after = 0; after < 5; after++) {
      append(board, after, "b" + after);
    }
    workspace.boards().putSnapshot(board.id(), new Snapshot(2, "{\"notes\":[\"ä\"]}"));
    workspace.boards().putSnapshot(board.id(), new Snapshot(4, "{\"notes\":[]}"));
    workspace.boards().putSnapshot(board.id(), new Snapshot(4, "{\"other\":1}"));
    workspace.boards().putSnapshot(board.id(), new Snapshot(9, "{}"));

    assertThat(workspace.boards().snapshotUpTo(board.id(), 1)).isEmpty();
    assertThat(workspace.boards().snapshotUpTo(board.id(), 3))
        .contains(new Snapshot(2, "{\"notes\":[\"ä\"]}"));
    assertThat(workspace.boards().snapshotUpTo(board.id(), Long.MAX_VALUE))
        .contains(new Snapshot(4, "{\"notes\":[]}"));
  }

  @Test
  void theHistoryIsFoundByTime() {
    var board = board();
    append(board, 0, "b1");
    clock.pass(Duration.ofHours(1));
    append(board, 1, "b2");

    assertThat(workspace.boards().revAt(board.id(), NOON.minusMillis(1))).isZero();
    assertThat(workspace.boards().revAt(board.id(), NOON)).isEqualTo(1);
    assertThat(workspace.boards().revAt(board.id(), NOON.plus(Duration.ofDays(1)))).isEqualTo(2);
  }

  @Test
  void aRevisionGetsANameOnce() {
    var board = board();
    append(board, 0, "b1");

    assertThat(workspace.boards().nameVersion(ADA, board.id(), 1, " Before lunch "))
        .contains(new BoardVersion("Before lunch", 1, ADA, NOON));
    assertThat(workspace.boards().nameVersion(BEN, board.id(), 0, "Before lunch")).isEmpty();
    assertThat(workspace.boards().nameVersion(ADA, board.id(), 2, "After lunch")).isEmpty();
    assertThat(workspace.boards().nameVersion(ADA, NOWHERE, 0, "Elsewhere")).isEmpty();
    assertThat(workspace.boards().versions(board.id()))
        .extracting(BoardVersion::name)
        .containsExactly("Before lunch");
  }

  @Test
  void oneFacilitatorAlwaysRemains() {
    var id = board().id();
    var members = workspace.boardMembers();

    assertThat(members.set(ADA, id, ADA, Role.VIEWER)).contains(BoardRefusal.LAST_FACILITATOR);
    assertThat(members.remove(ADA, id, ADA)).contains(BoardRefusal.LAST_FACILITATOR);
    assertThat(members.set(ADA, id, BEN, Role.FACILITATOR)).isEmpty();
    assertThat(members.set(ADA, id, ADA, Role.MAPPER)).isEmpty();

    assertThat(members.roleOf(id, ADA)).contains(Role.MAPPER);
    assertThat(members.remove(BEN, id, ADA)).isEmpty();
    assertThat(members.roleOf(id, ADA)).isEmpty();
    assertThat(members.remove(BEN, id, ADA)).contains(BoardRefusal.UNKNOWN_MEMBER);
    assertThat(members.set(BEN, NOWHERE, ADA, Role.VIEWER)).contains(BoardRefusal.UNKNOWN_BOARD);
    assertThat(members.of(id)).hasSize(1);
  }

  @Test
  void aGuestComesByLinkOrByCode() {
    var board = board();
    var opened = openLink(board, Role.GUEST);

    var byLink = joined(workspace.boardLinks().join(opened.token().text(), " Cleo ", HERE));
    var code = opened.link().code();
    var typed = code.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + " " + code.substring(3);
    var byCode = joined(workspace.boardLinks().join(typed, "Dan", HERE));

    assertThat(byLink.guest().name()).isEqualTo("Cleo");
    assertThat(byLink.guest().role()).isEqualTo(Role.GUEST);
    assertThat(workspace.boardLinks().guest(byLink.token().text())).contains(byLink.guest());
    assertThat(workspace.boardLinks().guest(byCode.token().text())).contains(byCode.guest());
    assertThat(workspace.boardLinks().guests(board.id())).hasSize(2);
    assertThat(byLink.guest().toString()).doesNotContain("Cleo");
  }

  @Test
  void aClosedLinkSendsItsGuestsAway() {
    var board = board();
    var opened = openLink(board, Role.GUEST);
    var other = openLink(board, Role.VIEWER);
    var cleo = joined(workspace.boardLinks().join(opened.token().text(), "Cleo", HERE));
    var dan = joined(workspace.boardLinks().join(other.token().text(), "Dan", HERE));

    assertThat(workspace.boardLinks().close(ADA, board.id(), opened.link().id())).isTrue();
    assertThat(workspace.boardLinks().close(ADA, board.id(), opened.link().id())).isFalse();

    assertThat(workspace.boardLinks().guest(cleo.token().text())).isEmpty();
    assertThat(workspace.boardLinks().guest(dan.token().text())).isPresent();
    assertThat(workspace.boardLinks().of(board.id())).containsExactly(other.link());
    assertThat(workspace.boardLinks().join(opened.token().text(), "Cleo", HERE))
        .isEqualTo(new JoinOutcome.Refused(BoardRefusal.LINK_NOT_VALID));
    assertThat(workspace.boardLinks().join(opened.link().code(), "Cleo", HERE))
        .isEqualTo(new JoinOutcome.Refused(BoardRefusal.LINK_NOT_VALID));
  }

  @Test
  void aLinkEndsWithItsTimeAndSoDoItsGuests() {
    var opened = openLink(board(), Role.GUEST);
    var cleo = joined(workspace.boardLinks().join(opened.token().text(), "Cleo", HERE));

    clock.pass(Duration.ofHours(12));

    assertThat(workspace.boardLinks().guest(cleo.token().text())).isEmpty();
    assertThat(workspace.boardLinks().join(opened.token().text(), "Cleo", HERE))
        .isEqualTo(new JoinOutcome.Refused(BoardRefusal.LINK_NOT_VALID));
  }

  @Test
  void aGuestsNameIsForgottenInTheEnd() {
    var board = board();
    var opened = openLink(board, Role.GUEST);
    joined(workspace.boardLinks().join(opened.token().text(), "Cleo", HERE));

    clock.pass(Duration.ofHours(12).plus(BoardLinks.NAME_KEPT));
    workspace.boardLinks().join("nothing", "Dan", HERE);

    assertThat(workspace.boardLinks().guests(board.id())).isEmpty();
  }

  @Test
  void guessingCodesIsSlowed() {
    var opened = openLink(board(), Role.GUEST);
    for (var i = 0; i < BoardLinks.TRIES_PER_ADDRESS_MAX; i++) {
      workspace.boardLinks().join("AAAAAA" + i, "Eve", HERE);
    }

    assertThat(workspace.boardLinks().join(opened.link().code(), "Eve", HERE))
        .isEqualTo(new JoinOutcome.TooManyTries(BoardLinks.WINDOW));
    assertThat(workspace.boardLinks().join(opened.link().code(), "Cleo", "198.51.100.1"))
        .isInstanceOf(JoinOutcome.Joined.class);
  }

  @Test
  void linksHaveBounds() {
    var board = board();
    for (var i = 0; i < BoardLinks.LINKS_MAX; i++) {
      openLink(board, Role.GUEST);
    }
    var links = workspace.boardLinks();

    assertThat(links.open(ADA, board.id(), Role.GUEST, Duration.ofHours(1)))
        .isEqualTo(new LinkOutcome.Refused(BoardRefusal.TOO_MANY_LINKS));
    assertThat(links.open(ADA, NOWHERE, Role.GUEST, Duration.ofHours(1)))
        .isEqualTo(new LinkOutcome.Refused(BoardRefusal.UNKNOWN_BOARD));
    assertThat(links.join("nothing", " ", HERE))
        .isEqualTo(new JoinOutcome.Refused(BoardRefusal.NAME_INVALID));
    assertThatThrownBy(() -> links.open(ADA, board.id(), Role.FACILITATOR, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> links.open(ADA, board.id(), Role.GUEST, BoardLinks.LIFE_MAX.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoBatchIsRefusedBeforeItIsStored() {
    var id = board().id();

    assertThatThrownBy(() -> new NewBatch(id, -1, new BatchId("b1"), ADA, NOON, OPS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NewBatch(id, 0, new BatchId("b\0"), ADA, NOON, OPS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NewBatch(id, 0, new BatchId("b1"), ADA, NOON, "\ud83d"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new NewBatch(id, 0, new BatchId("b1"), ADA, NOON, "x".repeat(NewBatch.OPS_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> workspace.boards().create(ADA, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  Board board() {
    return workspace.boards().create(ADA, "First home").orElseThrow();
  }

  AppendOutcome append(Board board, long after, String batchId) {
    return workspace.boards().append(batch(board, after, batchId)).join();
  }

  NewBatch batch(Board board, long after, String batchId) {
    return new NewBatch(board.id(), after, new BatchId(batchId), ADA, clock.instant(), OPS);
  }

  LinkOutcome.Opened openLink(Board board, Role role) {
    return (LinkOutcome.Opened)
        workspace.boardLinks().open(ADA, board.id(), role, Duration.ofHours(12));
  }

  static JoinOutcome.Joined joined(JoinOutcome outcome) {
    assertThat(outcome).isInstanceOf(JoinOutcome.Joined.class);
    return (JoinOutcome.Joined) outcome;
  }
}
