package cairn.server.session;

import cairn.server.http.Access;
import cairn.server.http.Caller;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.Workspace;
import cairn.workspace.account.AcceptOutcome;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.account.InvitationOutcome;
import cairn.workspace.account.Refusal;
import cairn.workspace.account.Role;
import cairn.workspace.account.SignInOutcome;
import cairn.workspace.account.SignedIn;
import cairn.workspace.account.StaffName;
import cairn.workspace.audit.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and invitations. */
public final class SessionRoutes {
  /** The largest body of these routes, in bytes. */
  static final int BODY_BYTES_MAX = 16 * 1024;

  private static final Access OPERATORS = new Access.Only(null, Set.of(Role.OPERATOR));
  private static final Access ANYONE = new Access.Anyone();

  private final Workspace workspace;
  private final House house;
  private final InstantSource clock;
  private final boolean secureCookies;

  record SignInBody(String email, String password) {}

  record InviteBody(String email, String name, List<String> roles) {}

  record InvitedBody(String token, String url, Instant expires) {}

  record InvitationBody(String email, String name, List<String> roles, Instant expires) {}

  record AcceptBody(@Nullable String name, String password) {}

  /**
   * Routes over these accounts.
   *
   * @param secureCookies whether browsers reach us by HTTPS alone
   */
  public SessionRoutes(
      Workspace workspace, House house, InstantSource clock, boolean secureCookies) {
    this.workspace = workspace;
    this.house = house;
    this.clock = clock;
    this.secureCookies = secureCookies;
  }

  public List<Route> routes() {
    var body = Shape.of(SessionBody.class);
    return List.of(
        Route.get(
            "/v1/session",
            ANYONE,
            "session",
            "Says who the caller is and may be.",
            body,
            request -> Reply.json(SessionBody.of(request.caller()))),
        Route.post(
            "/v1/session",
            ANYONE,
            "session",
            "Signs in by e-mail address and password.",
            Shape.of(SignInBody.class),
            body,
            this::signIn),
        Route.delete("/v1/session", ANYONE, "session", "Signs out.", null, this::signOut),
        Route.post(
            "/v1/invitations",
            OPERATORS,
            "session",
            "Invites a colleague; the link works once.",
            Shape.of(InviteBody.class),
            Shape.of(InvitedBody.class),
            this::invite),
        Route.get(
            "/v1/invitations/{token}",
            ANYONE,
            "session",
            "Reads the invitation of a link.",
            Shape.of(InvitationBody.class),
            this::invitation),
        Route.post(
            "/v1/invitations/{token}",
            ANYONE,
            "session",
            "Follows an invitation: sets name and password, and signs in.",
            Shape.of(AcceptBody.class),
            body,
            this::accept));
  }

  private Reply signIn(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, SignInBody.class);
    if (body.email() == null || body.password() == null) {
      throw new HttpRefusal(Code.INVALID, "Send email and password.");
    }
    return answer(
        workspace.signIn().withPassword(body.email(), body.password(), request.raw().from()));
  }

  /** What whoever tried to sign in gets. */
  Reply answer(SignInOutcome outcome) {
    return switch (outcome) {
      case SignInOutcome.Welcome(var session) -> welcome(session);
      case SignInOutcome.NotRecognised() ->
          throw new HttpRefusal(Code.UNAUTHORISED, "This does not open an account.");
      case SignInOutcome.TooManyTries(var wait) ->
          throw HttpRefusal.later(Code.BUSY, "Too many tries; wait a while.", wait);
    };
  }

  private Reply signOut(Request request) {
    request.raw().cookie(House.COOKIE).ifPresent(workspace.sessions()::end);
    return Reply.done().with("Set-Cookie", cookie("", Duration.ZERO));
  }

  private Reply invite(Request request) {
    var body = Json.read(request, BODY_BYTES_MAX, InviteBody.class);
    var email =
        EmailAddress.parse(String.valueOf(body.email()))
            .orElseThrow(() -> refused(Refusal.EMAIL_INVALID));
    var name =
        StaffName.parse(String.valueOf(body.name()))
            .orElseThrow(() -> refused(Refusal.NAME_INVALID));
    var by = request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
    return switch (workspace.invitations().invite(by, email, name, roles(body.roles()))) {
      case InvitationOutcome.Invited(var token, var expires) ->
          Reply.json(
              201,
              new InvitedBody(
                  token.text(), origin(request) + "/invitation/" + token.text(), expires));
      case InvitationOutcome.Refused(var reason) -> throw refused(reason);
    };
  }

  private static Set<Role> roles(@Nullable List<String> names) {
    var roles = EnumSet.noneOf(Role.class);
    for (var name : names == null ? List.<String>of() : names) {
      roles.add(
          Role.named(name)
              .orElseThrow(() ->
                  HttpRefusal.invalid(
                      "roles",
                      "The roles are "
                          + String.join(
                              ", ",
                              new ArrayList<>(EnumSet.allOf(Role.class))
                                  .stream().map(Role::wireName).toList())
                          + ".")));
    }
    return roles;
  }

  private Reply invitation(Request request) {
    var invitation =
        workspace
            .invitations()
            .find(request.param("token"))
            .orElseThrow(() -> HttpRefusal.notFound(Refusal.INVITATION_NOT_VALID.message()));
    return Reply.json(
        new InvitationBody(
            invitation.email().value(),
            invitation.name().value(),
            invitation.roles().stream().sorted().map(Role::wireName).toList(),
            invitation.expires()));
  }

  private Reply accept(Request request) {
    var token = request.param("token");
    var body = Json.read(request, BODY_BYTES_MAX, AcceptBody.class);
    var invitation =
        workspace
            .invitations()
            .find(token)
            .orElseThrow(() -> HttpRefusal.notFound(Refusal.INVITATION_NOT_VALID.message()));
    var name =
        body.name() == null
            ? invitation.name()
            : StaffName.parse(body.name()).orElseThrow(() -> refused(Refusal.NAME_INVALID));
    return switch (workspace.invitations().accept(token, name, String.valueOf(body.password()))) {
      case AcceptOutcome.Accepted(var session) -> welcome(session);
      case AcceptOutcome.Refused(var reason) -> throw refused(reason);
    };
  }

  private Reply welcome(SignedIn session) {
    house.lookAgain();
    var life = Duration.between(clock.instant(), session.expires());
    return Reply.json(SessionBody.of(new Caller.Colleague(session.account())))
        .with("Set-Cookie", cookie(session.token().text(), life));
  }

  private String cookie(String value, Duration life) {
    return House.COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax; Max-Age="
        + Math.max(0, life.toSeconds())
        + (secureCookies ? "; Secure" : "");
  }

  private String origin(Request request) {
    return (secureCookies ? "https://" : "http://") + request.header("Host").orElse("localhost");
  }

  /** The error of a refusal about an account. */
  static HttpRefusal refused(Refusal reason) {
    return HttpRefusal.invalid(reason.field(), reason.message());
  }
}
