package cairn.sim.host;

import cairn.engine.Host;
import cairn.engine.HostContract;
import cairn.engine.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The simulated host keeps the contract of all hosts. */
final class SimulatedHostTest extends HostContract {
  private static final long SEED = 11;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private SimulatedHost simulated;

  @Override
  protected Host open(Supplier<Running> running) {
    simulated = new SimulatedHost(running, NOON, SEED);
    return simulated;
  }

  @Override
  protected void pass(Duration time) {
    simulated.advance(time);
  }

  @Override
  protected Instant now() {
    return simulated.clock().instant();
  }
}
