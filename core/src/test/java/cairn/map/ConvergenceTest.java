package cairn.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Five clients and a server exchange random gestures over queues that may lose everything at any
 * moment. After every step a client must show exactly what is confirmed with its pending gestures
 * on top. At the end all queues are drained: then every client must show what the server lets it
 * see, nothing may be pending, and every accepted gesture must stand in the log exactly once.
 *
 * <p>The seed alone reproduces a round.
 */
final class ConvergenceTest {
  private static final int ROUNDS = 200;
  private static final int STEPS = 120;
  private static final int CLIENTS = 5;

  static IntStream seeds() {
    return IntStream.range(0, ROUNDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyClientEndsWhereTheServerIs(int seed) {
    var world = new World(seed);
    for (int step = 0; step < STEPS; step++) {
      world.step();
    }
    world.drain();
    world.check();
  }

  @Test
  void theRoundsMeetAcceptanceRefusalRepetitionAndUndo() {
    var met = new TreeMap<String, Integer>();
    seeds()
        .limit(40)
        .forEach(seed -> {
          var world = new World(seed);
          for (int step = 0; step < STEPS; step++) {
            world.step();
          }
          world.drain();
          world.met.forEach((what, times) -> met.merge(what, times, Integer::sum));
        });

    assertThat(met.keySet())
        .contains(
            "fresh",
            "repeated",
            "undo",
            "CONFLICT",
            "DELETED",
            "FORBIDDEN",
            "LOCKED",
            "UNKNOWN_ELEMENT",
            "VOTING_CLOSED");
    assertThat(met.values()).allMatch(times -> times >= 5);
  }

  /** What the server sends to one client. */
  private sealed interface Down {
    record News(Revision revision) implements Down {}

    record Refusal(BatchId id) implements Down {}

    record Repeat(BatchId id, long rev) implements Down {}
  }

  private static final class Client {
    final Member member;
    final BoardReplica replica;
    final ArrayDeque<Batch> up = new ArrayDeque<>();
    final ArrayDeque<Down> down = new ArrayDeque<>();
    final Set<BatchId> refused = new HashSet<>();
    final List<BatchId> made = new ArrayList<>();
    Optional<BatchId> onItsWay = Optional.empty();
    int gestures;

    Client(Member member, BoardState snapshot) {
      this.member = member;
      this.replica = new BoardReplica(member.id(), snapshot);
    }

    BatchId nextId() {
      return new BatchId(member.id().text() + "-" + gestures++);
    }
  }

  private static final class World {
    private final int seed;
    private final Random random;
    private final OpenBoard server = new OpenBoard(BoardState.EMPTY, BoardSettings.DEFAULT);
    private final List<Client> clients = new ArrayList<>();
    private final Map<BatchId, Integer> log = new HashMap<>();
    private final Map<String, Integer> met = new TreeMap<>();
    private Instant now = Room.NOON;

    World(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      var lane = Room.make(Kind.LANE, Room.DOING.text(), Map.of("role", Value.of("doing")));
      var workshop = Room.make(Kind.WORKSHOP, "workshop", Map.of("dots", Value.of(2)));
      var first =
          new Batch(
              new BatchId("first"), Room.ADA.id(), "", List.of(Op.put(lane), Op.put(workshop)));
      take(first, Room.ADA);
      for (int n = 0; n < CLIENTS; n++) {
        var role = n == 0 ? Role.FACILITATOR : n == CLIENTS - 1 ? Role.GUEST : Role.MAPPER;
        var member = new Member(new MemberId("m" + n), role);
        clients.add(new Client(member, server.snapshotFor(member.id())));
      }
    }

    void step() {
      var client = clients.get(random.nextInt(CLIENTS));
      now = now.plus(Duration.ofSeconds(1));
      switch (random.nextInt(16)) {
        case 0, 1, 2, 3, 4 -> act(client);
        case 5 -> remember(client, client.replica.undo(client.nextId()));
        case 6 -> remember(client, client.replica.redo(client.nextId()));
        case 7, 8, 9, 10 -> deliverUp(client);
        case 11, 12, 13, 14 -> deliverDown(client);
        default -> reconnect(client, random.nextBoolean());
      }
      checkView(client);
    }

    /** What is kept up element by element must be what applying everything again would give. */
    private void checkView(Client client) {
      var again = client.replica.confirmed();
      for (Batch batch : client.replica.pending()) {
        again = again.apply(batch.ops());
      }
      assertThat(client.replica.view().holdsTheSameAs(again))
          .as("seed %d client %s", seed, client.member.id().text())
          .isTrue();
    }

    void drain() {
      boolean moved = true;
      while (moved) {
        moved = false;
        for (Client client : clients) {
          moved |= deliverUp(client);
          moved |= deliverDown(client);
        }
      }
    }

    void check() {
      for (Client client : clients) {
        var name = "seed " + seed + " client " + client.member.id().text();
        assertThat(client.replica.pending()).as(name).isEmpty();
        assertThat(client.replica.confirmed().rev()).as(name).isEqualTo(server.state().rev());
        var visible = server.snapshotFor(client.member.id());
        assertThat(client.replica.confirmed().holdsTheSameAs(visible)).as(name).isTrue();
        assertThat(client.replica.view().holdsTheSameAs(visible)).as(name).isTrue();
        for (BatchId id : client.made) {
          int times = log.getOrDefault(id, 0);
          assertThat(times).as(name + " " + id).isEqualTo(client.refused.contains(id) ? 0 : 1);
        }
      }
    }

    private void act(Client client) {
      var ops = gesture(client.replica.view(), client.member);
      if (!ops.isEmpty()) {
        var batch = client.replica.act(client.nextId(), "", ops);
        client.made.add(batch.id());
      }
    }

    private void remember(Client client, Optional<Batch> batch) {
      batch.ifPresent(made -> client.made.add(made.id()));
      batch.ifPresent(_ -> met.merge("undo", 1, Integer::sum));
    }

    private List<Op> gesture(BoardState view, Member member) {
      var known = new ArrayList<>(view.all(Note.class));
      var id = new ElementId("n" + random.nextInt(12));
      if (member.role() == Role.FACILITATOR && random.nextInt(3) == 0) {
        return List.of(control());
      }
      return switch (random.nextInt(9)) {
        case 0, 1 -> List.of(note(id));
        case 2 -> List.of(Op.put(Room.make(Kind.VOTE, "v" + random.nextInt(9), target(id))));
        case 3 -> known.isEmpty() ? List.of(note(id)) : List.of(Op.del(any(known)));
        case 4 ->
            known.isEmpty()
                ? List.of()
                : List.of(twoFields(any(known)), Op.set(any(known), Note.COLOUR, word()));
        case 5 -> known.isEmpty() ? List.of() : List.of(guarded(known));
        case 6 -> List.of(Op.set(id, Note.TEXT, word()));
        default ->
            known.isEmpty() ? List.of(note(id)) : List.of(Op.set(any(known), Note.TEXT, word()));
      };
    }

    private Op control() {
      return switch (random.nextInt(4)) {
        case 0 -> Op.set(Room.DOING, Lane.LOCKED, random.nextBoolean());
        case 1 -> Op.set(WorkshopState.ID, WorkshopState.PRIVATE_WRITING, random.nextBoolean());
        case 2 -> Op.set(WorkshopState.ID, WorkshopState.ANONYMOUS_VOTES, random.nextBoolean());
        default -> Op.set(WorkshopState.ID, WorkshopState.VOTING, random.nextBoolean());
      };
    }

    private Op note(ElementId id) {
      var values = new TreeMap<String, Value>();
      values.put("text", Value.of(word()));
      values.put("lane", Value.of(random.nextBoolean() ? Room.DOING.text() : ""));
      return Op.put(Room.make(Kind.NOTE, id.text(), values));
    }

    private Op twoFields(ElementId id) {
      return new Op.Set(
          id, Map.of("text", Value.of(word()), "order", Value.of(OrderKey.nth(9).text())));
    }

    private Op guarded(List<Note> known) {
      var note = known.get(random.nextInt(known.size()));
      return Op.set(note.id(), Note.TEXT, note.text(), word());
    }

    private Map<String, Value> target(ElementId id) {
      return Map.of("target", Value.of(id.text()));
    }

    private ElementId any(List<Note> known) {
      return known.get(random.nextInt(known.size())).id();
    }

    private String word() {
      return "w" + random.nextInt(1_000);
    }

    /** Sends the first pending gesture once, then lets the server take what has come up. */
    private boolean deliverUp(Client client) {
      if (client.onItsWay.isEmpty() && client.replica.toSend().isPresent()) {
        client.up.add(client.replica.toSend().get());
        client.onItsWay = client.replica.toSend().map(Batch::id);
      }
      var batch = client.up.poll();
      if (batch == null) {
        return false;
      }
      take(batch, client.member);
      return true;
    }

    private void take(Batch batch, Member member) {
      switch (server.offer(batch, member, now)) {
        case OpenBoard.Answer.Fresh(var revision) -> {
          server.commit(revision);
          met.merge("fresh", 1, Integer::sum);
          log.merge(batch.id(), 1, Integer::sum);
          for (Client client : clients) {
            client.down.add(new Down.News(server.lastFor(client.member.id())));
          }
        }
        case OpenBoard.Answer.Repeated(var rev) -> {
          met.merge("repeated", 1, Integer::sum);
          answer(member, new Down.Repeat(batch.id(), rev));
        }
        case OpenBoard.Answer.Refused(var refusal) -> {
          met.merge(refusal.reason().name(), 1, Integer::sum);
          answer(member, new Down.Refusal(batch.id()));
        }
      }
    }

    private void answer(Member member, Down down) {
      for (Client client : clients) {
        if (client.member.equals(member)) {
          client.down.add(down);
        }
      }
    }

    private static boolean deliverDown(Client client) {
      var down = client.down.poll();
      if (down == null) {
        return false;
      }
      switch (down) {
        case Down.News(var revision) -> client.replica.receive(revision);
        case Down.Refusal(var id) -> {
          client.refused.add(id);
          client.replica.refused(id);
        }
        case Down.Repeat(var id, var rev) -> client.replica.repeated(id, rev);
      }
      // What is no longer first in line has been answered, and the next may go.
      client.onItsWay = client.onItsWay.filter(id -> isFirst(client, id));
      return true;
    }

    private static boolean isFirst(Client client, BatchId id) {
      return client.replica.toSend().map(Batch::id).filter(id::equals).isPresent();
    }

    /** The line is cut: all that was on its way is lost, answers too. */
    private void reconnect(Client client, boolean withSnapshot) {
      client.up.clear();
      client.down.clear();
      client.onItsWay = Optional.empty();
      var id = client.member.id();
      var missed = server.since(client.replica.confirmed().rev(), id);
      if (withSnapshot || missed.isEmpty()) {
        client.replica.rejoin(server.snapshotFor(id));
      } else {
        missed.get().forEach(revision -> client.down.add(new Down.News(revision)));
      }
    }
  }
}
