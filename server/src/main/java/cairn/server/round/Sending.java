package cairn.server.round;

import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.server.intake.Offer;
import java.util.List;

/** Sends commands for many people, some at a time, and again where the host is busy. */
public final class Sending {
  /** Commands on their way at one time: live events pass between them. */
  public static final int AT_ONCE_MAX = 256;

  private Sending() {}

  /**
   * Sends all, and returns when all of it is durable.
   *
   * @return how many were taken; what the rules refuse is not
   * @throws IllegalStateException where the host takes nothing now
   */
  public static int all(Host host, List<Envelope> envelopes) throws InterruptedException {
    int taken = 0;
    for (int from = 0; from < envelopes.size(); from += AT_ONCE_MAX) {
      var part = envelopes.subList(from, Math.min(envelopes.size(), from + AT_ONCE_MAX));
      var waiting = Offer.all(host, part, Priority.BATCH);
      for (int i = 0; i < part.size(); i++) {
        taken += taken(host, part.get(i), waiting.get(i).join());
      }
    }
    return taken;
  }

  private static int taken(Host host, Envelope envelope, Outcome first)
      throws InterruptedException {
    return switch (Offer.again(host, envelope, Priority.BATCH, first)) {
      case Outcome.Taken _ -> 1;
      case Outcome.Duplicate _, Outcome.Refused _ -> 0;
      case Outcome.Overloaded _ -> throw new IllegalStateException("the host stays too busy");
      case Outcome.Unavailable(var why) -> throw new IllegalStateException(why);
    };
  }
}
