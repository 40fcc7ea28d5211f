package cairn.server;

import cairn.engine.Host;
import cairn.server.board.Boards;
import cairn.server.channel.Dispatcher;
import cairn.server.decide.Deciding;
import cairn.server.decide.LetterTokens;
import cairn.server.decide.RuleRoutes;
import cairn.server.decide.Truth;
import cairn.server.decide.TruthRoutes;
import cairn.server.describe.DocsPage;
import cairn.server.describe.OpenApi;
import cairn.server.desk.DeskRoutes;
import cairn.server.http.Access;
import cairn.server.http.HelidonServer;
import cairn.server.http.HttpApi;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.RouteTable;
import cairn.server.http.Shape;
import cairn.server.imports.ImportRoutes;
import cairn.server.intake.CloudEventRoutes;
import cairn.server.intake.EventRoutes;
import cairn.server.intake.Intake;
import cairn.server.intake.SegmentRoutes;
import cairn.server.journeys.JourneyRoutes;
import cairn.server.live.Tailer;
import cairn.server.own.OwnLinks;
import cairn.server.own.OwnRoutes;
import cairn.server.people.People;
import cairn.server.people.PeopleRoutes;
import cairn.server.people.PersonRoutes;
import cairn.server.people.TaskRoutes;
import cairn.server.publish.BlueprintRoutes;
import cairn.server.publish.DraftRoutes;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import cairn.server.publish.SwitchRoutes;
import cairn.server.round.Rounds;
import cairn.server.run.Measures;
import cairn.server.run.RunRoutes;
import cairn.server.screen.Screen;
import cairn.server.session.House;
import cairn.server.session.KeyRoutes;
import cairn.server.session.PasskeyRoutes;
import cairn.server.session.SessionRoutes;
import cairn.server.trace.Traces;
import cairn.server.upkeep.BackupRoutes;
import cairn.server.words.Tongue;
import cairn.store.EmbeddedHost;
import cairn.workspace.Workspace;
import cairn.workspace.account.PasskeySite;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One running server over a host, a workspace and what is published. It owns none of the three:
 * whoever opened them closes them, after the server.
 */
public final class CairnServer implements AutoCloseable {
  /** The version of this product. */
  public static final String VERSION = "0.1.0";

  private final Settings settings;
  private final Tailer live;
  private final Deciding deciding;
  private final Rounds rounds;
  private final Measures measures;
  private final Optional<Traces> traces;
  private final Dispatcher dispatcher;
  private final RouteTable table;
  private final HelidonServer http;
  private final Boards boards;
  private volatile boolean ready;

  /**
   * What a server serves.
   *
   * @param publisher publishes by request; empty where what is published is fixed
   * @param clock the time of requests
   * @param truth what people truly prefer, where they are simulated
   */
  public record Parts(
      Host host,
      Published published,
      Optional<Publisher> publisher,
      Workspace workspace,
      InstantSource clock,
      Optional<Supplier<Truth>> truth) {

    /** Parts of a world of real people. */
    public Parts(
        Host host,
        Published published,
        Optional<Publisher> publisher,
        Workspace workspace,
        InstantSource clock) {
      this(host, published, publisher, workspace, clock, Optional.empty());
    }

    /** Parts with a fixed blueprint. */
    public Parts(Host host, Published published, Workspace workspace, InstantSource clock) {
      this(host, published, Optional.empty(), workspace, clock);
    }
  }

  private CairnServer(Settings settings, Parts parts) {
    this.settings = settings;
    refuseOpenHouseToTheWorld(settings, parts.workspace());
    var people = new People(parts.host(), parts.published());
    var folder = new Folder(settings.store());
    measures = new Measures(settings.accessLog());
    traces =
        settings.tracing().isEmpty()
            ? Optional.empty()
            : Optional.of(Traces.to(settings.tracing(), parts.host()));
    live =
        Tailer.start(
            parts.host(),
            folder.projections(),
            parts.clock(),
            people::name,
            parts.published()::isForColleagues,
            parts.published()::asksAfter);
    dispatcher = dispatcher(parts, folder);
    deciding =
        Deciding.start(
            parts.host(),
            parts.published(),
            parts.publisher(),
            people,
            parts.clock(),
            folder.deciding());
    rounds =
        Rounds.start(
            parts.host(), parts.published(), parts.publisher(), parts.clock(), folder.rounds());
    ready = true;
    try {
      var house = new House(parts.workspace(), settings.isOnLoopback());
      boards =
          new Boards(
              parts.workspace(),
              house,
              parts.clock(),
              usesHttps(),
              new Boards.Engine(
                  parts.host(),
                  parts.published(),
                  parts.publisher(),
                  live.counts(),
                  live.trails()));
      table = new RouteTable(routes(parts, people, house));
      var api =
          new HttpApi(
              table,
              house,
              new Screen()::answer,
              (to, sentence) -> Tongue.of(to).refusal(sentence),
              this::answered,
              parts.clock());
      http =
          HelidonServer.start(
              settings.host(), settings.port(), api, Map.of(Boards.LIVE, boards.sockets()));
    } catch (RuntimeException e) {
      ready = false;
      rounds.close();
      dispatcher.close();
      deciding.close();
      live.close();
      throw e;
    }
  }

  /**
   * Opens the port and serves.
   *
   * @throws Settings.BadSetting where it would be open to the network without any key or account
   */
  public static CairnServer start(Settings settings, Parts parts) {
    return new CairnServer(settings, parts);
  }

  private static void refuseOpenHouseToTheWorld(Settings settings, Workspace workspace) {
    if (!settings.isOnLoopback() && workspace.accounts().isEmpty() && !workspace.keys().anyGood()) {
      throw new Settings.BadSetting(
          "There is no key and no account, so the server listens on this machine alone. Make one"
              + " by 'cairn key create' or 'cairn staff invite', or leave the host at 127.0.0.1.");
    }
  }

  private Dispatcher dispatcher(Parts parts, Folder folder) {
    var tokens = LetterTokens.open(parts.host(), folder.deciding());
    if (parts.truth().isPresent()) {
      return Dispatcher.simulated(parts.host(), parts.published(), parts.clock(), tokens::of);
    }
    return Dispatcher.start(
        parts.host(),
        parts.published(),
        parts.clock(),
        new Dispatcher.Mail(
            settings.mailHost(),
            settings.mailPort(),
            settings.mailUser(),
            settings.mailPassword(),
            settings.mailFrom(),
            settings.mailTls()),
        settings.webhooks(),
        tokens::of);
  }

  private List<Route> routes(Parts parts, People people, House house) {
    var intake = new Intake(parts.host());
    measures.watch(parts.host(), intake, live, dispatcher);
    var routes = new ArrayList<Route>();
    routes.addAll(new EventRoutes(parts.host(), intake, parts.clock()).routes());
    routes.addAll(new SegmentRoutes(parts.host(), intake, parts.clock(), house::machine).routes());
    routes.addAll(new CloudEventRoutes(parts.host(), intake, parts.clock()).routes());
    routes.addAll(new ImportRoutes(parts.host()).routes());
    routes.addAll(deciding.routes());
    routes.addAll(new TruthRoutes(parts.truth()).routes());
    routes.addAll(new JourneyRoutes(parts.published(), live, people::key).routes());
    var audit = parts.workspace().audit();
    parts
        .publisher()
        .map(publisher -> new BlueprintRoutes(publisher, parts.published(), parts.workspace()))
        .ifPresent(blueprints -> routes.addAll(blueprints.routes()));
    parts
        .publisher()
        .map(publisher -> new SwitchRoutes(publisher, parts.published(), parts.workspace()))
        .ifPresent(switches -> routes.addAll(switches.routes()));
    parts
        .publisher()
        .map(publisher -> new DraftRoutes(publisher, parts.workspace()))
        .ifPresent(drafts -> routes.addAll(drafts.routes()));
    routes.addAll(
        new RuleRoutes(parts.workspace().drafts(), parts.published(), people, parts.clock())
            .routes());
    routes.addAll(new PeopleRoutes(parts.host(), people, parts.published(), live).routes());
    routes.addAll(
        new PersonRoutes(
                parts.host(), people, parts.published(), live.counts(), audit, parts.clock())
            .routes());
    routes.addAll(new TaskRoutes(parts.host(), people, parts.published(), live.tasks()).routes());
    var sessions = new SessionRoutes(parts.workspace(), house, parts.clock(), usesHttps());
    routes.addAll(sessions.routes());
    var passkeys = new Once<>(() -> parts.workspace().passkeys(site()));
    routes.addAll(new PasskeyRoutes(passkeys, sessions).routes());
    routes.addAll(new KeyRoutes(parts.workspace(), house, parts.clock()).routes());
    routes.addAll(boards.routes());
    routes.addAll(
        new RunRoutes(
                parts.host(),
                parts.published(),
                intake,
                live,
                measures,
                () -> ready,
                VERSION,
                deciding::decisions,
                parts.clock())
            .routes());
    if (parts.host() instanceof EmbeddedHost embedded) {
      var root = new Folder(settings.store()).root();
      routes.addAll(new BackupRoutes(embedded, parts.workspace(), root).routes());
    }
    routes.addAll(new DeskRoutes(people, parts.published(), parts.host(), parts.clock()).routes());
    // Whoever holds a link lives in real time, also where the people of a world do not.
    var links = OwnLinks.open(new Folder(settings.store()).own(), InstantSource.system());
    routes.addAll(
        new OwnRoutes(links, people, parts.published(), audit).routes(List.copyOf(routes)));
    routes.add(
        Route.get(
            "/openapi.json",
            new Access.Anyone(),
            "running",
            "Describes this interface for programs.",
            Shape.media(Json.TYPE),
            request -> Reply.json(OpenApi.of(table(), VERSION))));
    routes.add(
        Route.get(
            "/docs",
            new Access.Anyone(),
            "running",
            "Describes this interface for people.",
            Shape.media("text/html"),
            request ->
                Reply.text(
                    200,
                    "text/html; charset=utf-8",
                    DocsPage.of(table(), OpenApi.of(table(), VERSION)))));
    return routes;
  }

  /** The site that passkeys are made for: the public address, or this machine's. */
  private PasskeySite site() {
    var url = settings.publicUrl().isEmpty() ? "http://localhost:" + port() : settings.publicUrl();
    var host = URI.create(url).getHost();
    return new PasskeySite(host == null ? "localhost" : host, "Cairn", Set.of(url));
  }

  /** Something made when it is first needed. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public synchronized T get() {
      var known = made;
      if (known == null) {
        known = maker.get();
        made = known;
      }
      return known;
    }
  }

  private boolean usesHttps() {
    return settings.publicUrl().startsWith("https:");
  }

  private void answered(@Nullable Route route, String method, int status, long nanos) {
    measures.answered(route, method, status, nanos);
    traces.ifPresent(one -> one.answered(route, method, status, nanos));
  }

  /** Every route it serves. */
  public RouteTable table() {
    return table;
  }

  /** The port it listens on. */
  public int port() {
    return http.port();
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    var host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + port();
  }

  /** Answers that it is not ready, finishes what is under way, and stops. */
  @Override
  public void close() {
    ready = false;
    live.feeds().close();
    boards.close();
    http.close();
    rounds.close();
    dispatcher.close();
    deciding.close();
    live.close();
    measures.close();
    traces.ifPresent(Traces::close);
  }
}
