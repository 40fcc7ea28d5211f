package cairn.sim.fault;

import cairn.chance.Chance;
import cairn.server.publish.Published;
import cairn.sim.host.SimulatedHost;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;

/** One storm against the host in memory: the same seed gives the same storm, step by step. */
final class SimulatedStorm {
  static final Instant START = Instant.parse("2026-03-20T10:00:00Z");
  private static final int PEOPLE = 24;

  private SimulatedStorm() {}

  static Report play(Published published, long seed, int acts) {
    var chance = new Chance(Chance.seed(seed, -1));
    var acknowledged = new HashSet<String>();
    try (var host = new SimulatedHost(published::running, START, seed)) {
      var storm = new Storm(published.current().orElseThrow(), seed, 0, PEOPLE);
      var carrier = new Carrier(host, host.clock(), acknowledged, mark -> {});
      for (int i = 0; i < acts; i++) {
        host.advance(Duration.ofMillis(chance.nextInt(600_000)));
        switch (storm.next(host, host.clock().instant())) {
          case Act.Send send -> carrier.send(send);
          case Act.Deliver deliver -> carrier.deliver();
          case Act.Jump(var by) -> {
            if (by.isNegative()) {
              host.turnBack(by.negated());
            } else {
              host.advance(by);
            }
          }
        }
      }
      storm.rest().forEach(carrier::send);
      var now = host.clock().instant();
      var broken =
          Invariants.broken(host, published, PEOPLE, acknowledged, now).stream()
              .map(sentence -> "seed " + seed + ", in memory: " + sentence)
              .toList();
      return new Report(1, 0, 0, 0, carrier.sent(), acknowledged.size(), broken);
    }
  }
}
