package cairn.server;

import cairn.engine.Running;
import cairn.server.decide.Truth;
import cairn.server.publish.ControlJournal;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.store.EmbeddedHost;
import cairn.store.StoreSettings;
import cairn.workspace.Workspace;
import cairn.workspace.sql.DatabasePlace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * The parts that keep things, opened together from one folder: control log, store, workspace. One
 * process has them open at a time.
 */
public final class Installation implements AutoCloseable {
  private final Settings settings;
  private final Published published = new Published();
  private final Publisher publisher;
  private final EmbeddedHost host;
  private final Workspace workspace;
  private final InstantSource clock;
  private volatile boolean opened;

  private Installation(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    var folder = new Folder(settings.store());
    var opening = new CountDownLatch(1);
    host =
        EmbeddedHost.open(StoreSettings.in(folder.root()).withClock(clock), () -> running(opening));
    try {
      publisher = Publisher.open(ControlJournal.of(host.control()), published);
      opened = true;
      opening.countDown();
      workspace = openWorkspace(settings, clock);
    } catch (RuntimeException e) {
      opening.countDown();
      host.close();
      throw e;
    }
  }

  /** Timers fire as soon as the host is open; they wait until it is known what is published. */
  private Running running(CountDownLatch opening) {
    try {
      opening.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!opened) {
      throw new IllegalStateException("what is published is not known");
    }
    return published.running();
  }

  /**
   * Opens what a folder holds, or makes it.
   *
   * @throws cairn.store.StoreException if the store is unfit or open elsewhere
   */
  public static Installation open(Settings settings, InstantSource clock) {
    return new Installation(settings, clock);
  }

  /** Opens the workspace alone: accounts and keys may be changed while a server runs. */
  public static Workspace openWorkspace(Settings settings, InstantSource clock) {
    return Workspace.open(workspacePlace(settings), clock);
  }

  /** Where the workspace is, whether or not it is there yet. */
  public static DatabasePlace workspacePlace(Settings settings) {
    return settings.workspace().isEmpty()
        ? new DatabasePlace.SqliteFile(new Folder(settings.store()).workspace())
        : DatabasePlace.parse(settings.workspace());
  }

  /** Where people live. */
  public EmbeddedHost host() {
    return host;
  }

  /** What is published. */
  public Published published() {
    return published;
  }

  /** Publishes. */
  public Publisher publisher() {
    return publisher;
  }

  /** Accounts, keys, boards. */
  public Workspace workspace() {
    return workspace;
  }

  /** Starts a server over it, which is to be closed before it. */
  public CairnServer serve() {
    return serve(Optional.empty());
  }

  /**
   * The same over simulated people.
   *
   * @param truth what they truly prefer
   */
  public CairnServer serve(Optional<Supplier<Truth>> truth) {
    return CairnServer.start(
        settings,
        new CairnServer.Parts(host, published, Optional.of(publisher), workspace, clock, truth));
  }

  @Override
  public void close() {
    workspace.close();
    host.close();
  }
}
