package cairn.sim.fault;

import cairn.engine.Command;
import cairn.person.Identifier;
import java.time.Duration;
import java.time.Instant;

/** One thing that happens in a storm. */
sealed interface Act {
  /**
   * A command arrives.
   *
   * @param id its idempotency key, and the mark that its event carries
   * @param at when it occurred, by the clock of what sent it
   */
  record Send(Identifier from, String id, Instant at, Command command) implements Act {}

  /** The machine's clock moves by so much; back where it is negative. */
  record Jump(Duration by) implements Act {}

  /** Everything that waits to leave is sent, by a channel that asks first. */
  record Deliver() implements Act {}
}
