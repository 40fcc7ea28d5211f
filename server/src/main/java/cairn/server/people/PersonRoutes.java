package cairn.server.people;

import cairn.engine.Command;
import cairn.engine.Host;
import cairn.person.Consent;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.Purpose;
import cairn.server.http.Access;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.live.JourneyCounts;
import cairn.server.publish.Published;
import cairn.value.Era;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.audit.AuditLog;
import cairn.workspace.key.Scope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants done, or a colleague for them: purposes, limits, consents, objections, what
 * becomes of their journeys, joining two records, and being forgotten. Each request is one command;
 * with the header {@code Idempotency-Key} it is taken once, however often it is sent.
 */
public final class PersonRoutes {
  static final int BODY_BYTES_MAX = 64 * 1024;

  /** The longest reason or subject, in characters. */
  static final int WORDS_CHARS_MAX = 500;

  /** How long the bytes of somebody erased may stay in files, and in their search rows. */
  private static final Duration GONE_WITHIN = Duration.ofMinutes(5);

  private static final Access HELPERS =
      new Access.Only(
          Scope.PEOPLE_WRITE,
          Set.of(Role.HELPER, Role.COACH, Role.DATA_PROTECTION_OFFICER, Role.OPERATOR));
  private static final Access ERASERS =
      new Access.Only(Scope.PEOPLE_WRITE, Set.of(Role.DATA_PROTECTION_OFFICER, Role.OPERATOR));

  private final Host host;
  private final PersonCommands commands;
  private final People people;
  private final PersonView view;
  private final JourneyCounts counts;
  private final AuditLog audit;
  private final InstantSource clock;

  record MergeBody(String with) {}

  record PurposeBody(String text, @Nullable String kind) {}

  record ConsentBody(String subject, boolean given, @Nullable String source) {}

  record ObjectionBody(String scope, @Nullable String subject, @Nullable Boolean lifted) {}

  record BeginBody(String journey, String beginning, @Nullable String key) {}

  record EndBody(String ending, @Nullable String reason) {}

  record HoldBody(Instant until) {}

  /**
   * What an erasure did and will have done.
   *
   * @param gone what went at once
   * @param later what goes by itself, and by when
   * @param kept what stays, and why
   */
  record ReceiptBody(
      String person,
      Instant erasedAt,
      long entries,
      int identifiers,
      int journeys,
      List<String> gone,
      List<LaterBody> later,
      List<String> kept) {}

  record LaterBody(String what, Instant by) {}

  public PersonRoutes(
      Host host,
      People people,
      Published published,
      JourneyCounts counts,
      AuditLog audit,
      InstantSource clock) {
    this.host = host;
    this.commands = new PersonCommands(host, clock);
    this.people = people;
    this.view = new PersonView(published, people);
    this.counts = counts;
    this.audit = audit;
    this.clock = clock;
  }

  public List<Route> routes() {
    var routes = new ArrayList<Route>();
    routes.add(
        Route.post(
            "/v1/people/{id}/merge",
            HELPERS,
            "people",
            "Joins another record to this person: what it held comes here.",
            Shape.of(MergeBody.class),
            Shape.of(PersonBody.class),
            this::merge));
    routes.add(
        Route.delete(
            "/v1/people/{id}",
            ERASERS,
            "people",
            "Erases a person; their objections stay under a key that names nobody.",
            Shape.of(ReceiptBody.class),
            this::erase));
    routes.add(post("purposes", "States what the person wants.", PurposeBody.class, this::purpose));
    routes.add(
        Route.delete(
            "/v1/people/{id}/purposes/{purpose}",
            HELPERS,
            "people",
            "Closes a purpose.",
            Shape.of(PersonBody.class),
            request -> take(request, new Command.ClosePurpose(request.param("purpose")))));
    routes.add(
        post(
            "limits",
            "Sets the person's own limits; they replace the ones before.",
            PersonBody.LimitsBody.class,
            this::limits));
    routes.add(
        post("consents", "Notes a consent or its refusal.", ConsentBody.class, this::consent));
    routes.add(
        post("objections", "Raises or lifts an objection.", ObjectionBody.class, this::objection));
    routes.add(post("journeys", "Begins a journey by request.", BeginBody.class, this::begin));
    routes.add(
        journey("end", "Ends a journey; declined is the person's no.", EndBody.class, this::end));
    routes.add(journey("hold", "Not now: rests until a date.", HoldBody.class, this::hold));
    routes.add(
        journey(
            "pause",
            "Pauses a journey.",
            null,
            request -> new Command.PauseJourney(instance(request))));
    routes.add(
        journey(
            "resume",
            "Lets a paused or resting journey go on.",
            null,
            request -> new Command.ResumeJourney(instance(request))));
    routes.add(
        journey(
            "reopen",
            "Takes back an ending, a no included.",
            null,
            request -> new Command.ReopenJourney(instance(request))));
    return routes;
  }

  private Route post(
      String what,
      String summary,
      Class<? extends Record> body,
      Function<Request, Command> command) {
    return Route.post(
        "/v1/people/{id}/" + what,
        HELPERS,
        "people",
        summary,
        Shape.of(body),
        Shape.of(PersonBody.class),
        request -> take(request, command.apply(request)));
  }

  private Route journey(
      String what,
      String summary,
      @Nullable Class<? extends Record> body,
      Function<Request, Command> command) {
    return Route.post(
        "/v1/people/{id}/journeys/{instance}/" + what,
        HELPERS,
        "people",
        summary,
        body == null ? null : Shape.of(body),
        Shape.of(PersonBody.class),
        request -> take(request, command.apply(request)));
  }

  private static String instance(Request request) {
    return request.param("instance");
  }

  private Reply take(Request request, Command command) {
    var person = people.known(request.param("id")).key();
    commands.submit(request, person, command);
    return Reply.json(view.of(host.read(person), request));
  }

  private Reply merge(Request request) {
    var into = people.known(request.param("id")).key();
    var with = Json.read(request, BODY_BYTES_MAX, MergeBody.class).with();
    var other = people.known(words("with", with));
    if (other.key().equals(into)) {
      return Reply.json(view.of(other, request));
    }
    commands.submit(request, other.key(), new Command.Seal(into));
    audit.record(by(request), "person.merged", "person:" + into.hex(), other.key().hex());
    return Reply.json(view.of(host.read(into), request));
  }

  private Reply erase(Request request) {
    var state = people.known(request.param("id"));
    counts.forgetting(state.key(), state.journeys());
    commands.submit(request, state.key(), new Command.Erase());
    audit.record(by(request), "person.erased", "person:" + state.key().hex(), "");
    var now = clock.instant();
    return Reply.json(
        new ReceiptBody(
            state.key().hex(),
            now,
            state.position(),
            state.identifiers().size(),
            state.journeys().size(),
            List.of("state", "history", "timers", "what waited to be sent", "pointers to them"),
            List.of(
                new LaterBody("rows of the search", now.plus(GONE_WITHIN)),
                new LaterBody("bytes in the store's files", now.plus(GONE_WITHIN))),
            state.objections().isEmpty()
                ? List.of()
                : List.of("their objections, under a key that names nobody, so that they hold")));
  }

  private static Actor by(Request request) {
    return request.caller().actor().orElse(Actor.OWN_PAGE);
  }

  private Command purpose(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, PurposeBody.class);
    if (body.text() == null || body.text().isBlank() || body.text().length() > Purpose.CHARS_MAX) {
      throw HttpRefusal.invalid("text", "Send 1 to " + Purpose.CHARS_MAX + " characters.");
    }
    return new Command.StatePurpose(body.text().strip(), body.kind() == null ? "" : body.kind());
  }

  private Command limits(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, PersonBody.LimitsBody.class);
    try {
      var caps = new ArrayList<Limits.Cap>();
      for (var cap : body.caps() == null ? List.<PersonBody.CapBody>of() : body.caps()) {
        caps.add(new Limits.Cap(cap.channel(), cap.contactsMax(), Duration.parse(cap.window())));
      }
      var quiet = body.quiet();
      return new Command.SetLimits(
          new Limits(
              caps,
              quiet == null
                  ? null
                  : new Limits.QuietHours(
                      LocalTime.parse(quiet.from()), LocalTime.parse(quiet.to())),
              body.silentUntil()));
    } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
      throw new HttpRefusal(
          Code.INVALID,
          "Send caps {channel?, contactsMax up to 64, window as P7D up to a year}, quiet {from, to"
              + " as 22:00} and silentUntil.");
    }
  }

  private Command consent(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, ConsentBody.class);
    return new Command.RecordConsent(
        new Consent(
            words("subject", body.subject()),
            body.given(),
            clock.instant(),
            body.source() == null ? "person" : words("source", body.source())));
  }

  private Command objection(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, ObjectionBody.class);
    var scope =
        constant(
            Objection.Scope.class,
            "scope",
            body.scope(),
            "Send everything, channel, journey, action or profiling.");
    boolean needsSubject =
        switch (scope) {
          case EVERYTHING, PROFILING -> false;
          case CHANNEL, JOURNEY, ACTION -> true;
        };
    var subject = needsSubject ? words("subject", body.subject()) : "";
    return Boolean.TRUE.equals(body.lifted())
        ? new Command.LiftObjection(scope, subject)
        : new Command.RaiseObjection(scope, subject);
  }

  private Command begin(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, BeginBody.class);
    return new Command.BeginJourney(
        words("journey", body.journey()), words("beginning", body.beginning()), key(body.key()));
  }

  private static String key(@Nullable String key) {
    if (key != null && key.length() > Journey.KEY_CHARS_MAX) {
      throw HttpRefusal.invalid("key", "Send up to " + Journey.KEY_CHARS_MAX + " characters.");
    }
    return key == null ? "" : key.strip();
  }

  private Command end(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, EndBody.class);
    var word = body.ending() == null ? "" : body.ending();
    var ending =
        constant(
            Ending.class,
            "ending",
            word.replaceAll("([A-Z])", "_$1"),
            "Send achieved, declined, changedPurpose, left or timedOut.");
    var reason = body.reason();
    return new Command.EndJourney(
        instance(request), ending, reason == null ? null : words("reason", reason));
  }

  private Command hold(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, HoldBody.class);
    if (body.until() == null || !Era.holds(body.until())) {
      throw HttpRefusal.invalid("until", "Send a date in the years 1 to 9999.");
    }
    return new Command.HoldJourney(instance(request), body.until());
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, String field, @Nullable String word, String remedy) {
    try {
      return Enum.valueOf(type, String.valueOf(word).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.invalid(field, remedy);
    }
  }

  private static String words(String field, @Nullable String words) {
    if (words == null || words.isBlank() || words.length() > WORDS_CHARS_MAX) {
      throw HttpRefusal.invalid(field, "Send 1 to " + WORDS_CHARS_MAX + " characters.");
    }
    return words.strip();
  }
}
