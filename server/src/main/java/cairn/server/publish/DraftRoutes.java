package cairn.server.publish;

import cairn.blueprint.file.Bundle;
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
import cairn.workspace.draft.Draft;
import cairn.workspace.draft.DraftChange;
import cairn.workspace.draft.DraftId;
import cairn.workspace.draft.DraftRefusal;
import cairn.workspace.draft.DraftState;
import cairn.workspace.draft.Drafts;
import cairn.workspace.draft.FileSet;
import cairn.workspace.key.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drafts on their way to running: begun from what runs, changed, looked at by somebody who did not
 * write them, published exactly as they were seen, and rolled back to any version that ran.
 */
public final class DraftRoutes {
  private static final Access READERS = new Access.Only(Scope.BLUEPRINTS, Set.of(Role.values()));
  private static final Access WRITERS =
      new Access.Only(Scope.BLUEPRINTS, Set.of(Role.DESIGNER, Role.APPROVER, Role.OPERATOR));
  private static final Access APPROVERS =
      new Access.Only(Scope.BLUEPRINTS, Set.of(Role.APPROVER, Role.OPERATOR));

  /** Where no account exists nobody else can look, and the record says so. */
  private static final Actor OPEN_HOUSE = new Actor(Actor.Kind.SYSTEM, "open-house");

  private static final int MOVE_BYTES_MAX = 64 * 1024;

  /** How often a change is made anew because another came first. */
  private static final int EDIT_TRIES_MAX = 10;

  private final Publisher publisher;
  private final Workspace workspace;
  private final DraftView view;

  record NewBody(String title, @Nullable Integer version) {}

  record FilesBody(long rev, Map<String, String> files) {}

  /**
   * Changes of single places.
   *
   * @param rev the revision that was seen, or nothing to change the places in whatever stands there
   */
  record EditsBody(@Nullable Long rev, List<FileEdits.Edit> edits) {}

  record MoveBody(long rev, @Nullable String note) {}

  record ListBody(List<DraftView.SummaryBody> drafts) {}

  record VersionsBody(List<Publisher.Version> versions) {}

  record RestoredBody(int version, boolean changed) {}

  public DraftRoutes(Publisher publisher, Workspace workspace) {
    this.publisher = publisher;
    this.workspace = workspace;
    this.view = new DraftView(publisher, workspace);
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/drafts",
            READERS,
            "blueprint",
            "Lists drafts, the last changed first.",
            Shape.of(ListBody.class),
            request -> list()),
        Route.post(
            "/v1/drafts",
            WRITERS,
            "blueprint",
            "Begins a draft with the files that run, or those of an earlier version.",
            Shape.of(NewBody.class),
            Shape.of(DraftView.Body.class),
            this::begin),
        Route.get(
            "/v1/drafts/{draft}",
            READERS,
            "blueprint",
            "Reads a draft: its files, what they change, and every mistake in them.",
            Shape.of(DraftView.Body.class),
            request -> told(request, find(request))),
        Route.post(
            "/v1/drafts/{draft}/files",
            WRITERS,
            "blueprint",
            "Puts files into a draft; an empty text takes one out.",
            Shape.of(FilesBody.class),
            Shape.of(DraftView.Body.class),
            this::write),
        Route.post(
            "/v1/drafts/{draft}/edits",
            WRITERS,
            "blueprint",
            "Changes single places in a draft's files; everything else in them stays.",
            Shape.of(EditsBody.class),
            Shape.of(DraftView.Body.class),
            this::edit),
        move("submit", WRITERS, "Asks for somebody else's look.", Drafts::submit),
        move("send-back", WRITERS, "Opens a draft for changes again.", Drafts::sendBack),
        move("approve", APPROVERS, "Lets a draft run; never whoever wrote in it.", this::approve),
        move("discard", WRITERS, "Gives a draft up.", Drafts::discard),
        Route.post(
            "/v1/drafts/{draft}/publish",
            APPROVERS,
            "blueprint",
            "Lets an approved draft run, exactly as it was seen.",
            Shape.of(MoveBody.class),
            Shape.of(DraftView.Body.class),
            this::publish),
        Route.get(
            "/v1/blueprint/versions",
            READERS,
            "blueprint",
            "Lists the versions that ran, newest first.",
            Shape.of(VersionsBody.class),
            request -> Reply.json(new VersionsBody(versions()))),
        Route.post(
            "/v1/blueprint/versions/{version}/restore",
            APPROVERS,
            "blueprint",
            "Lets the files of an earlier version run again, under a new number; one approver is"
                + " enough.",
            null,
            Shape.of(RestoredBody.class),
            this::restore));
  }

  /** With the names of colleagues. */
  private List<Publisher.Version> versions() {
    var names = view.names();
    return publisher.versions().stream()
        .map(one ->
            new Publisher.Version(
                one.version(), one.at(), names.getOrDefault(one.by(), one.by()), one.digest()))
        .toList();
  }

  /** One move of a draft. */
  private interface Move {
    DraftChange make(Drafts drafts, Actor by, DraftId id, long rev, String note);
  }

  private Route move(String word, Access access, String summary, Move move) {
    return Route.post(
        "/v1/drafts/{draft}/" + word,
        access,
        "blueprint",
        summary,
        Shape.of(MoveBody.class),
        Shape.of(DraftView.Body.class),
        request -> {
          var body = Json.read(request, MOVE_BYTES_MAX, MoveBody.class);
          var draft = find(request);
          var note = note(body.note());
          DraftChange change;
          // No draft moves while one goes live.
          synchronized (publisher) {
            change =
                sane(
                    "note",
                    () -> move.make(workspace.drafts(), by(request), draft.id(), body.rev(), note));
          }
          return told(request, FourEyes.taken(change));
        });
  }

  private DraftChange approve(Drafts drafts, Actor by, DraftId id, long rev, String note) {
    boolean alone = by.equals(Actor.LOCAL_OPERATOR) && workspace.accounts().isEmpty();
    int over = publisher.current().map(Publisher.Current::version).orElse(0);
    return drafts.approve(alone ? OPEN_HOUSE : by, id, rev, note, over);
  }

  private Reply list() {
    var names = view.names();
    return Reply.json(
        new ListBody(
            workspace.drafts().newest(Drafts.PAGE_MAX).stream()
                .map(draft -> view.summary(draft, names))
                .toList()));
  }

  private Reply begin(Request request) {
    var body = Json.read(request, MOVE_BYTES_MAX, NewBody.class);
    if (body.title() == null) {
      throw HttpRefusal.invalid("title", "Send a title.");
    }
    var version = body.version();
    var files =
        version == null
            ? publisher.current().map(now -> now.files().files()).orElse(new TreeMap<>())
            : files(version).files();
    return told(
        request,
        FourEyes.taken(
            sane(
                "title",
                () ->
                    workspace
                        .drafts()
                        .create(by(request), body.title(), new FileSet(new TreeMap<>(files))))));
  }

  private Reply write(Request request) {
    var body = Json.read(request, BlueprintRoutes.BODY_BYTES_MAX, FilesBody.class);
    if (body.files() == null || body.files().containsValue(null)) {
      throw HttpRefusal.invalid("files", "Send the text of each file by its path.");
    }
    var draft = find(request);
    var files = new TreeMap<>(workspace.drafts().files(draft.id()).files());
    body.files()
        .forEach((path, text) -> {
          if (text.isEmpty()) {
            files.remove(path);
          } else {
            files.put(path, text);
          }
        });
    return kept(request, draft, body.rev(), files);
  }

  private Reply edit(Request request) {
    var body = Json.read(request, BlueprintRoutes.BODY_BYTES_MAX, EditsBody.class);
    if (body.edits() == null) {
      throw HttpRefusal.invalid("edits", "Send the changes.");
    }
    var rev = body.rev();
    for (int tries = 1; ; tries++) {
      var draft = find(request);
      var files = FileEdits.made(workspace.drafts().files(draft.id()).files(), body.edits());
      try {
        return kept(request, draft, rev == null ? draft.rev() : rev, files);
      } catch (HttpRefusal refusal) {
        boolean meanwhile = find(request).rev() != draft.rev();
        if (rev != null || !meanwhile || tries == EDIT_TRIES_MAX) {
          throw refusal;
        }
      }
    }
  }

  private Reply kept(Request request, Draft draft, long rev, Map<String, String> files) {
    var by = by(request);
    return told(
        request,
        FourEyes.taken(
            sane(
                "files",
                () -> workspace.drafts().putFiles(by, draft.id(), rev, new FileSet(files)))));
  }

  private Reply publish(Request request) {
    var body = Json.read(request, MOVE_BYTES_MAX, MoveBody.class);
    // Nothing else goes live, and no draft moves, between the look at what runs and this.
    synchronized (publisher) {
      return publish(request, find(request), body.rev());
    }
  }

  private Reply publish(Request request, Draft draft, long rev) {
    if (draft.state() == DraftState.PUBLISHED) {
      throw new HttpRefusal(Code.CONFLICT, view.published(draft));
    }
    if (draft.rev() != rev) {
      throw FourEyes.refused(DraftRefusal.CHANGED_MEANWHILE);
    }
    if (draft.state() != DraftState.APPROVED) {
      throw FourEyes.refused(DraftRefusal.NOT_NOW);
    }
    var files = Bundle.of(workspace.drafts().files(draft.id()).files());
    var now = publisher.current();
    if (now.isPresent() && FourEyes.isOvertaken(draft, now.get(), files)) {
      throw new HttpRefusal(Code.CONFLICT, view.overtaken(now.get()));
    }
    int version =
        switch (publisher.publish(files, by(request).text())) {
          case Publisher.Outcome.Runs(var blueprint, var migrations) -> blueprint.number();
          case Publisher.Outcome.RunsAlready(int running) -> running;
          case Publisher.Outcome.Refused(var problems) ->
              throw HttpRefusal.invalid(
                  "files", Tongue.of(request).mistake(problems.getFirst()).sentence());
        };
    return told(
        request,
        FourEyes.taken(
            workspace
                .drafts()
                .published(by(request), draft.id(), draft.rev(), Integer.toString(version))));
  }

  private Reply restore(Request request) {
    int version;
    try {
      version = Integer.parseInt(request.param("version"));
    } catch (NumberFormatException e) {
      throw HttpRefusal.notFound("There is no such version.");
    }
    var by = by(request);
    return Reply.json(
        switch (publisher.publish(files(version), by.text())) {
          case Publisher.Outcome.Runs(var blueprint, var migrations) -> {
            workspace
                .audit()
                .record(by, "blueprint.restored", "blueprint:" + blueprint.number(), "" + version);
            yield new RestoredBody(blueprint.number(), true);
          }
          case Publisher.Outcome.RunsAlready(int running) -> new RestoredBody(running, false);
          case Publisher.Outcome.Refused(var problems) ->
              throw HttpRefusal.invalid(
                  "version", Tongue.of(request).mistake(problems.getFirst()).sentence());
        });
  }

  private Bundle files(int version) {
    return publisher
        .files(version)
        .orElseThrow(() -> HttpRefusal.notFound("There is no such version."));
  }

  private Draft find(Request request) {
    try {
      return workspace
          .drafts()
          .find(new DraftId(request.param("draft")))
          .orElseThrow(() -> HttpRefusal.notFound(DraftRefusal.UNKNOWN_DRAFT.message()));
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.notFound(DraftRefusal.UNKNOWN_DRAFT.message());
    }
  }

  private Reply told(Request request, Draft draft) {
    return Reply.json(
        view.of(draft, by(request), request.caller() instanceof Caller.Local, Tongue.of(request)));
  }

  private static Actor by(Request request) {
    return request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
  }

  private static String note(@Nullable String note) {
    if (note != null && note.length() > Drafts.NOTE_MAX) {
      throw HttpRefusal.invalid("note", "Send at most " + Drafts.NOTE_MAX + " characters.");
    }
    return note == null ? "" : note;
  }

  private static DraftChange sane(String field, Supplier<DraftChange> change) {
    try {
      return change.get();
    } catch (IllegalArgumentException e) {
      var why = e.getMessage();
      throw HttpRefusal.invalid(field, why == null ? "This cannot be kept." : why);
    }
  }
}
