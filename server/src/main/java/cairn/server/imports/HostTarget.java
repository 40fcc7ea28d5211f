package cairn.server.imports;

import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.engine.Outcome;
import cairn.engine.Priority;
import cairn.insight.log.ImportCursor;
import cairn.insight.log.PersonRows;
import cairn.server.intake.Offer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Brings rows into a host of our own; a batch is safe on disk when it returns. */
public final class HostTarget implements LogTarget {
  private final Host host;
  private final String source;
  private long taken;
  private long repeated;
  private long refused;

  /**
   * A way into this host.
   *
   * @param source the log's name, the same on every import of it
   */
  public HostTarget(Host host, String source) {
    this.host = host;
    this.source = source;
  }

  @Override
  public void accept(List<PersonRows> batch, ImportCursor after)
      throws IOException, InterruptedException {
    var envelopes = new ArrayList<Envelope>();
    for (var person : batch) {
      envelopes.addAll(LogValues.envelopes(source, person, host::key));
    }
    take(envelopes);
  }

  /** Takes commands in order; waits while the host is busy. */
  void take(List<Envelope> envelopes) throws IOException, InterruptedException {
    var waiting = Offer.all(host, envelopes, Priority.BATCH);
    for (int i = 0; i < envelopes.size(); i++) {
      count(Offer.again(host, envelopes.get(i), Priority.BATCH, waiting.get(i).join()));
    }
  }

  private void count(Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Taken any -> taken++;
      case Outcome.Duplicate any -> repeated++;
      case Outcome.Refused any -> refused++;
      case Outcome.Overloaded any -> throw new IOException("the store stays too busy");
      case Outcome.Unavailable(var why) -> throw new IOException(why);
    }
  }

  @Override
  public long taken() {
    return taken;
  }

  @Override
  public long repeated() {
    return repeated;
  }

  @Override
  public long refused() {
    return refused;
  }
}
