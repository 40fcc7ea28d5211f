package cairn.store;

import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.person.Identifier;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process that loads a store until it is killed. It prints each acknowledged command's id, after
 * the acknowledgement. First it sends again what the round before it sent.
 */
final class KilledChild {
  static final int PEOPLE = 60;
  private static final int IN_FLIGHT = 400;
  private static final int AGAIN = 3_000;

  private KilledChild() {}

  public static void main(String[] args) throws InterruptedException {
    int round = Integer.parseInt(args[1]);
    var host = new Fixture().open(StoreSettings.in(Path.of(args[0])).withLanes(2));
    var room = new Semaphore(IN_FLIGHT);
    var failed = new AtomicBoolean();
    if (round > 0) {
      for (int i = 0; i < AGAIN; i++) {
        send(host, round - 1, i, room, failed);
      }
    }
    for (int i = 0; !failed.get(); i++) {
      send(host, round, i, room, failed);
    }
    System.exit(3);
  }

  private static void send(Host host, int round, int number, Semaphore room, AtomicBoolean failed)
      throws InterruptedException {
    room.acquire();
    var id = id(round, number);
    var envelope = Fixture.envelope(host, person(number), id, Fixture.event(event(number)));
    var _ =
        host.submit(envelope, Priority.STREAM)
            .thenAccept(outcome -> {
              switch (outcome) {
                case Outcome.Taken _, Outcome.Duplicate _ -> System.out.println(id);
                case Outcome.Overloaded _ -> {}
                case Outcome.Refused _, Outcome.Unavailable _ -> failed.set(true);
              }
              room.release();
            });
  }

  private static String event(int number) {
    return number % 10 == 0 ? "Asked" : number % 10 == 7 ? "Chose" : "Rode";
  }

  static String id(int round, int number) {
    return round + "/" + number;
  }

  static Identifier person(int number) {
    return Identifier.user("person " + number % PEOPLE);
  }
}
