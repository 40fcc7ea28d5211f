package cairn.sim.fault;

import cairn.server.publish.Published;
import cairn.sim.world.Worlds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A process that plays storms against a store until it is killed. It prints the mark of each event,
 * closed by a semicolon, once it was acknowledged.
 */
final class KilledStore {
  private KilledStore() {}

  /** Takes the store's folder, the seed, the round, and where its clock starts. */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[1]);
    int round = Integer.parseInt(args[2]);
    var published = new Published();
    published.add(Worlds.blueprint());
    var clock = new FaultClock(Instant.parse(args[3]));
    var host = StoreStorm.open(Path.of(args[0]), published, clock);
    var carrier =
        new Carrier(
            host, clock, ConcurrentHashMap.newKeySet(), mark -> System.out.println(mark + ";"));
    var blueprint = published.current().orElseThrow();
    if (round > 0) {
      // The network brings again what the round before sent.
      StoreStorm.rage(blueprint, seed, round - 1, 300, host, clock, carrier);
    }
    System.out.println("up");
    StoreStorm.rage(blueprint, seed, round, Integer.MAX_VALUE, host, clock, carrier);
  }
}
