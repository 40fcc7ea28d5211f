package cairn.server.round;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.log.Entry;
import cairn.person.PersonKey;
import cairn.server.intake.Offer;
import java.lang.System.Logger.Level;
import java.util.List;

/** Sends commands for many people, some at a time, and again where the host is busy. */
public final class Sending {
  /** Commands on their way at one time: live events pass between them. */
  public static final int AT_ONCE_MAX = 256;

  private static final System.Logger LOG = System.getLogger(Sending.class.getName());

  /** Somebody whom nobody is: what is sent to them changes nothing. */
  private static final PersonKey NOBODY = new PersonKey(0, 0);

  private Sending() {}

  /**
   * What came of sending.
   *
   * @param taken how many commands were taken; what the rules refuse is not
   * @param leftOut how many could not be taken although the host takes others: a fault, or damage
   */
  public record Sent(int taken, int leftOut) {}

  /**
   * Sends all, and returns when all of it is durable.
   *
   * @throws IllegalStateException where the host takes nothing now
   */
  public static Sent all(Host host, List<Envelope> envelopes) throws InterruptedException {
    int taken = 0;
    int leftOut = 0;
    for (int from = 0; from < envelopes.size(); from += AT_ONCE_MAX) {
      var part = envelopes.subList(from, Math.min(envelopes.size(), from + AT_ONCE_MAX));
      var waiting = Offer.all(host, part, Priority.BATCH);
      for (int i = 0; i < part.size(); i++) {
        switch (Offer.again(host, part.get(i), Priority.BATCH, waiting.get(i).join())) {
          case Outcome.Taken _ -> taken++;
          case Outcome.Duplicate _, Outcome.Refused _ -> {}
          case Outcome.Overloaded _ -> throw new IllegalStateException("the host stays too busy");
          case Outcome.Unavailable(var why) -> {
            mustBeUp(host, part.get(i));
            LOG.log(Level.WARNING, "a command for one person was not taken: " + why);
            leftOut++;
          }
        }
      }
    }
    return new Sent(taken, leftOut);
  }

  /** One person's trouble is theirs alone; where the host takes nothing, nobody is passed over. */
  private static void mustBeUp(Host host, Envelope failed) throws InterruptedException {
    var nothing =
        new Envelope(
            NOBODY, null, "nothing", Entry.Origin.LIVE, failed.at(), new Command.Advance());
    var first = host.submit(nothing, Priority.BATCH).join();
    if (Offer.again(host, nothing, Priority.BATCH, first) instanceof Outcome.Unavailable(var why)) {
      throw new IllegalStateException(why);
    }
  }
}
