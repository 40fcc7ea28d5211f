package cairn.server.publish;

import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Problem;
import cairn.journey.JourneyDefinition;
import cairn.server.http.Access;
import cairn.server.http.Caller;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.words.Tongue;
import cairn.workspace.Workspace;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checking and publishing blueprints. */
public final class BlueprintRoutes {
  /** The largest body, in bytes. */
  static final int BODY_BYTES_MAX = 15 * 1024 * 1024;

  private static final String UNASKED =
      "Publishing takes two, and nobody has asked for just these files yet: put them into a draft,"
          + " ask for a look, and let another approver publish them.";

  private static final String OVERTAKEN =
      "Something else went live after this was approved; open its draft again and look at it.";

  private static final Access READERS =
      new Access.Only(Scope.BLUEPRINTS, EnumSet.allOf(Role.class));
  private static final Access DESIGNERS =
      new Access.Only(Scope.BLUEPRINTS, Set.of(Role.DESIGNER, Role.APPROVER, Role.OPERATOR));
  private static final Access APPROVERS =
      new Access.Only(Scope.BLUEPRINTS, Set.of(Role.APPROVER, Role.OPERATOR));

  private final Publisher publisher;
  private final Published published;
  private final AuditLog audit;
  private final FourEyes eyes;

  record FilesBody(Map<String, String> files) {}

  record CurrentBody(
      String id,
      String name,
      int version,
      Instant publishedAt,
      String publishedBy,
      String digest,
      List<String> journeys,
      Map<String, String> files) {}

  record CheckedBody(boolean good, List<ProblemBody> problems) {}

  record PublishedBody(int version, boolean changed) {}

  record RefusedBody(String code, String message, List<ProblemBody> problems) {}

  record ProblemBody(
      String file, int line, int column, String what, String remedy, String sentence) {
    static ProblemBody of(Problem p) {
      return new ProblemBody(p.file(), p.line(), p.column(), p.what(), p.remedy(), p.sentence());
    }
  }

  public BlueprintRoutes(Publisher publisher, Published published, Workspace workspace) {
    this.publisher = publisher;
    this.published = published;
    this.audit = workspace.audit();
    this.eyes = new FourEyes(workspace);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/blueprint",
            READERS,
            "blueprint",
            "Reads the blueprint that runs, with its files.",
            Shape.of(CurrentBody.class),
            request -> current()),
        Route.post(
            "/v1/blueprint",
            APPROVERS,
            "blueprint",
            "Publishes files by path; 400 with every problem where they have any. A colleague"
                + " publishes what a draft holds that somebody else asked for; a key publishes"
                + " alone.",
            Shape.of(FilesBody.class),
            Shape.of(PublishedBody.class),
            this::publish),
        Route.post(
            "/v1/blueprint/check",
            DESIGNERS,
            "blueprint",
            "Checks files by path, and tells every problem.",
            Shape.of(FilesBody.class),
            Shape.of(CheckedBody.class),
            this::check));
  }

  private Reply current() {
    var current = publisher.current();
    var blueprint = published.current();
    if (current.isEmpty() || blueprint.isEmpty()) {
      throw HttpRefusal.notFound("Nothing is published yet.");
    }
    var c = current.get();
    var b = blueprint.get();
    return Reply.json(
        new CurrentBody(
            b.about().id(),
            b.about().name(),
            c.version(),
            c.at(),
            c.by(),
            c.digest(),
            b.journeys().stream().map(JourneyDefinition::id).toList(),
            c.files().files()));
  }

  private static Bundle files(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, FilesBody.class);
    if (body.files() == null || body.files().isEmpty() || body.files().containsValue(null)) {
      throw HttpRefusal.invalid("files", "Send the text of each file by its path.");
    }
    try {
      return Bundle.of(body.files());
    } catch (IllegalArgumentException e) {
      throw new HttpRefusal(Code.TOO_LARGE, "A blueprint has too many files or too much text.");
    }
  }

  private static List<ProblemBody> told(List<Problem> problems, Request to) {
    return problems.stream().map(Tongue.of(to)::mistake).map(ProblemBody::of).toList();
  }

  private Reply check(Request request) {
    var problems = told(publisher.check(files(request)), request);
    return Reply.json(new CheckedBody(problems.isEmpty(), problems));
  }

  private Reply publish(Request request) {
    var files = files(request);
    // Nothing else goes live, and no draft moves, between the look at what was asked and this.
    synchronized (publisher) {
      return publish(request, files);
    }
  }

  private Reply publish(Request request, Bundle files) {
    var by = request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
    var granted = granted(request, by, files);
    return switch (publisher.publish(files, by.text())) {
      case Publisher.Outcome.Runs(var blueprint, var migrations) -> {
        granted.ifPresent(leave -> eyes.published(by, leave, blueprint.number()));
        audit.record(by, "blueprint.published", "blueprint:" + blueprint.number(), "");
        yield Reply.json(new PublishedBody(blueprint.number(), true));
      }
      case Publisher.Outcome.RunsAlready(int version) ->
          Reply.json(new PublishedBody(version, false));
      case Publisher.Outcome.Refused(var problems) ->
          Reply.json(
              Code.INVALID.status(),
              new RefusedBody(
                  Code.INVALID.word(),
                  "Mend what is listed; what ran before runs on.",
                  told(problems, request)));
    };
  }

  /** A machine's key is the second pair of eyes: whoever keeps it let it publish. */
  private Optional<FourEyes.Granted> granted(Request request, Actor by, Bundle files) {
    var current = publisher.current();
    boolean runs = current.map(now -> now.digest().equals(files.digest())).orElse(false);
    if (request.caller() instanceof Caller.Machine
        || !eyes.takesTwo()
        || runs
        || !publisher.check(files).isEmpty()) {
      return Optional.empty();
    }
    int over = current.map(Publisher.Current::version).orElse(0);
    var granted = eyes.granted(by, files, over, UNASKED);
    if (current.isPresent() && FourEyes.isOvertaken(granted.draft(), current.get(), files)) {
      throw new HttpRefusal(Code.CONFLICT, OVERTAKEN);
    }
    return Optional.of(granted);
  }
}
