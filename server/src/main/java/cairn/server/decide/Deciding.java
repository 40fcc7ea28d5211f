package cairn.server.decide;

import cairn.engine.Host;
import cairn.server.http.Route;
import cairn.server.people.People;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that deciding adds to a server: its routes, the learner, and outbound runs. */
public final class Deciding implements AutoCloseable {
  private final HarmWatch harm;
  private final Learning learning;
  private final Outbound outbound;
  private final Trials trials;
  private final List<Route> routes = new ArrayList<>();

  private Deciding(
      Host host,
      Published published,
      Optional<Publisher> publisher,
      People people,
      InstantSource clock,
      Path folder) {
    harm =
        new HarmWatch(
            publisher,
            new HarmFile(folder.resolve("harm.bin")),
            new Acquaintance(host)::isKnown,
            clock.instant());
    learning = Learning.start(host, published, clock, folder, harm);
    outbound = Outbound.open(host, published, clock, folder.resolve("runs"));
    trials = new Trials(host, published, clock);
    var view = new DecisionView(new Content());
    var offering = new Offering(Tokens.open(tokenKey(folder)), view);
    routes.addAll(new DecisionRoutes(host, published, people, clock, offering).routes());
    routes.addAll(new PlacedRoutes(host, published, people, clock, offering).routes());
    routes.addAll(new ReadingRoutes(host, published, people, clock, view).routes());
    routes.addAll(new CatalogueRoutes(published, learning).routes());
    routes.addAll(new ModelRoutes(published, learning).routes());
    routes.addAll(new ArmRoutes(published, learning).routes());
    routes.addAll(new SnapshotRoutes(learning).routes());
    routes.addAll(new VolumeRoutes(host, published, clock).routes());
    routes.addAll(new FairnessRoutes(host, published, clock).routes());
    routes.addAll(new OutboundRoutes(outbound, published).routes());
    routes.addAll(new HarmRoutes(harm, published).routes());
    var asks = new TrialAsks(published, publisher);
    routes.addAll(new TryRoutes(host, published, asks, clock).routes());
    routes.addAll(new TrialRoutes(trials, asks, host, people, view).routes());
  }

  /**
   * Begins to learn and goes on with runs that were under way.
   *
   * @param folder where models, runs and the key of tokens rest
   */
  public static Deciding start(
      Host host,
      Published published,
      Optional<Publisher> publisher,
      People people,
      InstantSource clock,
      Path folder) {
    return new Deciding(host, published, publisher, people, clock, folder);
  }

  static Path tokenKey(Path folder) {
    return folder.resolve("token.key");
  }

  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /** How many decisions were read from the feed. */
  public long decisions() {
    return learning.seen().decisions();
  }

  @Override
  public void close() {
    trials.close();
    outbound.close();
    learning.close();
    harm.keep();
  }
}
