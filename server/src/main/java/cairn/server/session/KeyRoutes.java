package cairn.server.session;

import cairn.server.http.Access;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import cairn.server.http.Request;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.workspace.Workspace;
import cairn.workspace.account.Account;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.key.ApiKey;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of machines and the list of colleagues, for operators. */
public final class KeyRoutes {
  private static final Access OPERATORS = new Access.Only(Scope.ADMIN, Set.of(Role.OPERATOR));

  private final Workspace workspace;
  private final House house;
  private final InstantSource clock;

  record KeysBody(List<KeyBody> keys) {}

  record KeyBody(
      String id,
      String name,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant usedAt,
      boolean good) {}

  record NewKeyBody(String name, List<String> scopes) {}

  record MadeBody(String id, String key) {}

  record StaffBody(List<ColleagueBody> staff) {}

  record ColleagueBody(String id, String email, String name, List<String> roles, boolean active) {
    static ColleagueBody of(Account account) {
      return new ColleagueBody(
          account.id().value(),
          account.email().value(),
          account.name().value(),
          account.roles().stream().sorted().map(Role::wireName).toList(),
          account.isActive());
    }
  }

  public KeyRoutes(Workspace workspace, House house, InstantSource clock) {
    this.workspace = workspace;
    this.house = house;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/keys",
            OPERATORS,
            "access",
            "Lists the keys of machines, without their secrets.",
            Shape.of(KeysBody.class),
            request ->
                Reply.json(new KeysBody(workspace.keys().all().stream().map(this::key).toList()))),
        Route.post(
            "/v1/keys",
            OPERATORS,
            "access",
            "Makes a key; its secret is told this once.",
            Shape.of(NewKeyBody.class),
            Shape.of(MadeBody.class),
            this::make),
        Route.delete("/v1/keys/{key}", OPERATORS, "access", "Ends a key.", null, this::revoke),
        Route.get(
            "/v1/staff",
            OPERATORS,
            "access",
            "Lists colleagues.",
            Shape.of(StaffBody.class),
            request ->
                Reply.json(
                    new StaffBody(
                        workspace.accounts().all().stream().map(ColleagueBody::of).toList()))));
  }

  private KeyBody key(ApiKey key) {
    return new KeyBody(
        key.prefix(),
        key.name(),
        key.scopes().stream().sorted().map(Scope::wireName).toList(),
        key.createdAt(),
        key.usedAt().orElse(null),
        key.isGoodAt(clock.instant()));
  }

  private Reply make(Request request) {
    var body = Json.read(request, SessionRoutes.BODY_BYTES_MAX, NewKeyBody.class);
    var scopes = EnumSet.noneOf(Scope.class);
    for (var name : body.scopes() == null ? List.<String>of() : body.scopes()) {
      scopes.add(
          Scope.named(name)
              .orElseThrow(() -> HttpRefusal.invalid("scopes", "There is no such scope.")));
    }
    if (body.name() == null || body.name().isBlank() || scopes.isEmpty()) {
      throw HttpRefusal.invalid("name", "Send a name and at least one scope.");
    }
    try {
      var made = workspace.keys().create(by(request), body.name(), scopes);
      house.lookAgain();
      return Reply.json(201, new MadeBody(made.key().prefix(), made.secret().text()));
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.invalid("name", String.valueOf(e.getMessage()));
    }
  }

  private Reply revoke(Request request) {
    if (!workspace.keys().revoke(by(request), request.param("key"))) {
      throw HttpRefusal.notFound("There is no good key of that id.");
    }
    house.lookAgain();
    return Reply.done();
  }

  private static Actor by(Request request) {
    return request.caller().actor().orElse(Actor.LOCAL_OPERATOR);
  }
}
