package cairn.workspace.room;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.map.Batch;
import cairn.map.BatchId;
import cairn.map.BoardReplica;
import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.ElementId;
import cairn.map.Fields;
import cairn.map.Kind;
import cairn.map.Member;
import cairn.map.MemberId;
import cairn.map.Note;
import cairn.map.Op;
import cairn.map.OpenBoard.Answer;
import cairn.map.Role;
import cairn.map.WorkshopState;
import cairn.workspace.Workspace;
import cairn.workspace.audit.Actor;
import cairn.workspace.board.BoardId;
import cairn.workspace.board.BoardStore;
import cairn.workspace.map.BoardJson;
import cairn.workspace.sql.DatabasePlace.SqliteFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BoardRoomsTest {
  private static final Member ADA = new Member(new MemberId("staff:ada"), Role.FACILITATOR);
  private static final Member BEN = new Member(new MemberId("staff:ben"), Role.MAPPER);

  @TempDir Path folder;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private Workspace workspace;
  private BoardRooms rooms;
  private BoardId board;

  /** A line that keeps what it is sent. */
  private static final class Kept implements Line {
    final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @Override
    public void send(String text) {
      texts.add(text);
    }

    @Override
    public void close(String reason) {
      texts.add("closed: " + reason);
    }

    String next() throws InterruptedException {
      String text = texts.poll(10, TimeUnit.SECONDS);
      assertThat(text).as("a message within ten seconds").isNotNull();
      return text == null ? "" : text;
    }
  }

  @BeforeEach
  void open() {
    workspace =
        Workspace.open(new SqliteFile(folder.resolve("workspace.db")), InstantSource.system());
    rooms = new BoardRooms(workspace.boards(), InstantSource.system(), executor);
    board = workspace.boards().create(Actor.staff("ada"), "First home").orElseThrow().id();
  }

  @AfterEach
  void close() {
    executor.close();
    workspace.close();
  }

  @Test
  void whatOneDoesTheOtherSeesAndBothAreToldTheSame() throws InterruptedException {
    var ada = new Kept();
    var ben = new Kept();
    join(ADA, ada, 0);
    var seat = join(BEN, ben, 0);
    assertThat(ben.next()).startsWith("{\"type\":\"welcome\",\"member\":\"staff:ben\"");

    seat.receive(gesture(BEN, "b1", note("n1", "I look at flats at night")));

    assertThat(ben.next()).startsWith("{\"type\":\"revision\",\"rev\":1,").contains("at night");
    ada.next();
    assertThat(ada.next()).startsWith("{\"type\":\"revision\",\"rev\":1,").contains("at night");
    seat.receive(gesture(BEN, "b1", note("n1", "I look at flats at night")));
    assertThat(ben.next()).isEqualTo("{\"type\":\"repeated\",\"batch\":\"b1\",\"rev\":1}");
    seat.receive(gesture(ADA, "b2", note("n2", "in another's name")));
    assertThat(ben.next())
        .startsWith("{\"type\":\"refused\",\"batch\":\"b2\",\"code\":\"forged_author\"");
    seat.receive("{\"type\":\"nonsense\"}");
    assertThat(ben.next()).startsWith("{\"type\":\"refused\",\"code\":\"invalid\"");
  }

  @Test
  void nobodyActsBeforeTheyHaveJoined() throws InterruptedException {
    var line = new Kept();
    var seat = rooms.enter(board, BEN, "Ben", line).orElseThrow();

    seat.receive(gesture(BEN, "b1", note("n1", "too early")));

    assertThat(line.next()).contains("Join the board first.");
    assertThat(rooms.state(board).orElseThrow().rev()).isZero();
    assertThat(rooms.enter(new BoardId("0".repeat(24)), BEN, "Ben", line)).isEmpty();
  }

  @Test
  void whatOneMissedComesAfterABreak() throws InterruptedException {
    take(BEN, "b1", note("n1", "one"));
    take(BEN, "b2", note("n2", "two"));
    var line = new Kept();

    join(BEN, line, 1);

    assertThat(line.next())
        .startsWith("{\"type\":\"resumed\"")
        .contains("\"rev\":2")
        .doesNotContain("\"rev\":1,");
  }

  @Test
  void privateWritingReachesNobodyElseUntilTheReveal() throws InterruptedException {
    take(ADA, "w", Op.put(WorkshopState.none().with(WorkshopState.PRIVATE_WRITING, true)));
    var ada = new Kept();
    join(ADA, ada, 0);
    ada.next();

    take(BEN, "b1", note("n1", "what I would not say aloud"));

    assertThat(ada.next()).contains("\"rev\":2").contains("\"ops\":[]").doesNotContain("aloud");
    take(ADA, "r", Op.set(WorkshopState.ID, WorkshopState.PRIVATE_WRITING, false));
    assertThat(ada.next()).contains("\"rev\":3").contains("what I would not say aloud");
  }

  @Test
  void whoIsHereIsToldOnceATickAndOnlyWhenItChanged() throws InterruptedException {
    var ada = new Kept();
    join(ADA, ada, 0).receive("{\"type\":\"here\",\"x\":3,\"y\":4,\"typing\":\"n1\"}");
    ada.next();

    rooms.tick();
    rooms.tick();

    assertThat(ada.next())
        .isEqualTo(
            """
            {"type":"people","people":[{"id":"staff:ada","name":"staff:ada","role":"facilitator",\
            "x":3.0,"y":4.0,"at":"","selection":[],"typing":"n1"}]}\
            """);
    assertThat(ada.texts).isEmpty();
  }

  @Test
  void aBoardIsLetGoWhenNobodyIsOnItAndOpensAgainAsItWas() throws InterruptedException {
    var line = new Kept();
    var seat = join(BEN, line, 0);
    line.next();
    for (int n = 0; n < BoardStore.SNAPSHOT_EVERY + 5; n++) {
      take(BEN, "b" + n, note("n" + n % 7, "text " + n));
    }
    var before = rooms.state(board).orElseThrow();
    seat.leave();
    rooms.tick();
    assertThat(rooms.open()).isZero();

    assertThat(rooms.state(board)).contains(before);
    await(() -> workspace.boards().snapshotUpTo(board, Long.MAX_VALUE).isPresent());
    assertThat(rooms.stateAt(board, 3).orElseThrow().all(Note.class)).hasSize(3);
    assertThat(rooms.stateAt(board, 999)).isEmpty();
    assertThat(take(BEN, "b3", note("n3", "sent again"))).isEqualTo(new Answer.Repeated(4));
  }

  @Test
  void someoneWhoseRoleChangedIsShownOut() throws InterruptedException {
    var line = new Kept();
    join(BEN, line, 0);
    line.next();

    rooms.expel(board, BEN.id());

    assertThat(line.next()).startsWith("closed: ");
  }

  @Test
  void whenTheDiskRefusesNobodyIsToldOtherwise() throws InterruptedException {
    take(BEN, "b1", note("n1", "one"));
    var line = new Kept();
    var seat = join(BEN, line, 0);
    line.next();
    workspace.boards().archive(Actor.staff("ada"), board, true);

    seat.receive(gesture(BEN, "b2", note("n2", "lost")));

    assertThat(line.next()).startsWith("closed: ");
    assertThat(rooms.state(board).orElseThrow().rev()).isEqualTo(1);
  }

  /** Six people at once, each with a replica fed by the real texts: all end with the same board. */
  @Test
  void sixPeopleAtOnceEndWithTheSameBoard() throws Exception {
    int people = 6;
    int gestures = 60;
    long all = 360;
    var lines = new Kept[people];
    var seats = new Seat[people];
    for (int n = 0; n < people; n++) {
      lines[n] = new Kept();
      seats[n] = join(person(n), lines[n], 0);
    }
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < people; n++) {
        int me = n;
        writers.execute(() -> {
          for (int g = 0; g < gestures; g++) {
            seats[me].receive(
                gesture(person(me), "p" + me + "-" + g, note("n" + g % 9, me + " " + g)));
          }
        });
      }
    }
    for (int n = 0; n < people; n++) {
      var replica = new BoardReplica(person(n).id(), BoardState.EMPTY);
      lines[n].next();
      while (replica.confirmed().rev() < all) {
        String text = lines[n].next();
        if (text.startsWith("{\"type\":\"revision\",")) {
          replica.receive(
              BoardJson.readRevision("{" + text.substring("{\"type\":\"revision\",".length())));
        }
      }
      assertThat(replica.view().holdsTheSameAs(rooms.state(board).orElseThrow())).isTrue();
    }
  }

  /** Waits for what happens beside: at most ten seconds. */
  private static void await(BooleanSupplier what) throws InterruptedException {
    var turn = new CountDownLatch(1);
    for (int tries = 0; tries < 1_000 && !what.getAsBoolean(); tries++) {
      assertThat(turn.await(10, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(what.getAsBoolean()).isTrue();
  }

  private static Member person(int n) {
    return new Member(new MemberId("staff:p" + n), Role.MAPPER);
  }

  private Seat join(Member member, Kept line, long since) {
    var seat = rooms.enter(board, member, member.id().text(), line).orElseThrow();
    seat.receive("{\"type\":\"join\",\"since\":" + since + "}");
    return seat;
  }

  private Answer take(Member member, String id, Op op) {
    return rooms
        .take(board, member, new Batch(new BatchId(id), member.id(), "", List.of(op)))
        .orElseThrow()
        .join();
  }

  private static String gesture(Member member, String id, Op op) {
    var batch = new Batch(new BatchId(id), member.id(), "", List.of(op));
    return "{\"type\":\"batch\",\"batch\":" + BoardJson.write(batch) + "}";
  }

  private static Op note(String id, String text) {
    Element note = new Note(new ElementId(id), Fields.of(Kind.NOTE).with(Note.TEXT, text));
    return Op.put(note);
  }
}
