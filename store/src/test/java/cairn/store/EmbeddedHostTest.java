package cairn.store;

import cairn.engine.Host;
import cairn.engine.HostContract;
import cairn.engine.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;

/** The host on disk keeps the contract of all hosts. */
final class EmbeddedHostTest extends HostContract {
  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock(NOON);

  @Override
  protected Host open(Supplier<Running> running) {
    return EmbeddedHost.open(StoreSettings.in(folder).withLanes(3).withClock(clock), running);
  }

  @Override
  protected void pass(Duration time) {
    clock.move(time);
  }

  @Override
  protected Instant now() {
    return clock.instant();
  }
}
