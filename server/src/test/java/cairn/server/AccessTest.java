package cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.server.http.Access;
import cairn.server.http.Caller;
import cairn.server.http.Method;
import cairn.workspace.account.EmailAddress;
import cairn.workspace.account.InvitationOutcome;
import cairn.workspace.account.Role;
import cairn.workspace.account.StaffName;
import cairn.workspace.audit.Actor;
import cairn.workspace.key.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what: every route, every role, every scope. */
class AccessTest {
  private static final String PASSWORD = "correct horse battery";

  @TempDir Path folder;
  private RunningServer server;
  private final Map<Role, String> cookies = new EnumMap<>(Role.class);
  private final Map<Scope, String> keys = new EnumMap<>(Scope.class);

  @BeforeEach
  void start() {
    server = new RunningServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void hire() {
    for (var role : Role.values()) {
      cookies.put(role, join(role.wireName() + "@example.org", role));
    }
    for (var scope : Scope.values()) {
      keys.put(
          scope,
          server
              .workspace
              .keys()
              .create(Actor.COMMAND_LINE, scope.wireName(), Set.of(scope))
              .secret()
              .text());
    }
    RunningServer.await("the house is closed", () -> server.get("/v1/status").status() == 401);
  }

  private String join(String email, Role role) {
    var invited =
        server
            .workspace
            .invitations()
            .invite(
                Actor.COMMAND_LINE,
                EmailAddress.parse(email).orElseThrow(),
                StaffName.parse("Somebody").orElseThrow(),
                Set.of(role));
    var token = ((InvitationOutcome.Invited) invited).token().text();
    var answer = server.post("/v1/invitations/" + token, "{\"password\":\"" + PASSWORD + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.header("Set-Cookie").split(";", 2)[0];
  }

  @Test
  void everyRouteLetsInExactlyThoseItsLineNames() {
    hire();
    for (var route : server.server.table().routes()) {
      if (route.path().equals("/v1/feed")
          || route.access() instanceof Access.Inside
          || (route.method() == Method.DELETE && route.path().equals("/v1/session"))) {
        continue;
      }
      var path = route.path().replaceAll("\\{[a-z]+}", "none");
      var what = route.method() + " " + route.path();
      var access = route.access();
      var nobody = status(route.method(), path);
      assertThat(refuses(nobody))
          .as(what + " to nobody")
          .isEqualTo(!(access instanceof Access.Anyone));
      for (var role : Role.values()) {
        var status =
            status(route.method(), path, "Cookie", cookies.getOrDefault(role, ""), "X-Cairn", "1");
        boolean may =
            switch (access) {
              case Access.Anyone() -> true;
              case Access.Known() -> true;
              case Access.Inside(var who) -> true;
              case Access.Only(var scope, var roles) -> roles.contains(role);
              case Access.KeyInBody(var scope) -> false;
            };
        assertThat(refuses(status)).as(what + " to " + role + ": " + status).isEqualTo(!may);
      }
      for (var scope : Scope.values()) {
        var status =
            status(route.method(), path, "Authorization", "Bearer " + keys.getOrDefault(scope, ""));
        boolean may =
            switch (access) {
              case Access.Anyone() -> true;
              case Access.Known() -> true;
              case Access.Inside(var who) -> true;
              case Access.Only(var needed, var roles) ->
                  needed != null && (scope == needed || scope == Scope.ADMIN);
              case Access.KeyInBody(var needed) -> scope == needed || scope == Scope.ADMIN;
            };
        assertThat(refuses(status)).as(what + " to " + scope + ": " + status).isEqualTo(!may);
      }
    }
  }

  /** Routes where nobody is known answer 401 themselves only to what signing in refuses. */
  private static boolean refuses(int status) {
    return status == 401 || status == 403;
  }

  private int status(Method method, String path, String... headers) {
    var request = server.request(path, headers);
    var sent =
        switch (method) {
          case GET -> request.GET();
          case POST -> request.POST(BodyPublishers.ofString("{}"));
          case PUT -> request.PUT(BodyPublishers.ofString("{}"));
          case DELETE -> request.DELETE();
        };
    return server.send(sent).status();
  }

  @Test
  void anOpenHouseLetsInWhoeverSitsHereAndNoPageOfSomebodyElse() {
    assertThat(server.get("/v1/session").json().path("open").asBoolean()).isTrue();
    assertThat(server.post("/v1/events", "{\"person\":\"a\",\"name\":\"b\"}").status())
        .isEqualTo(200);
    assertThat(
            server
                .post("/v1/events", "{}", "Origin", "http://evil.example", "X-Other", "1")
                .status())
        .isEqualTo(403);
    assertThat(
            server
                .post(
                    "/v1/events",
                    "{\"person\":\"a\",\"name\":\"b\"}",
                    "Origin",
                    server.url(""),
                    "X-Cairn",
                    "1")
                .status())
        .isEqualTo(200);
    assertThat(server.get("/v1/people", "Authorization", "Bearer nonsense").status())
        .isEqualTo(200);
  }

  @Test
  void staffSignInAndOutAndAWrongPasswordSaysNothing() {
    join("ada@example.org", Role.HELPER);

    var signedIn =
        server.post(
            "/v1/session", "{\"email\":\"ada@example.org\",\"password\":\"" + PASSWORD + "\"}");

    assertThat(signedIn.json().path("roles").toString()).isEqualTo("[\"helper\"]");
    var cookie = signedIn.header("Set-Cookie");
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    var session = cookie.split(";", 2)[0];
    assertThat(server.get("/v1/session", "Cookie", session).json().path("signedIn").asBoolean())
        .isTrue();
    assertThat(server.post("/v1/journeys/first-home/pause", "{}", "Cookie", session).status())
        .isEqualTo(403);
    var wrong =
        server.post("/v1/session", "{\"email\":\"ada@example.org\",\"password\":\"wrong\"}");
    assertThat(wrong.text())
        .isEqualTo("{\"code\":\"unauthorised\",\"message\":\"This does not open an account.\"}");
    server.delete("/v1/session", "Cookie", session, "X-Cairn", "1");
    assertThat(server.get("/v1/session", "Cookie", session).json().path("signedIn").asBoolean())
        .isFalse();
  }

  @Test
  void aServerThatNobodyHasAKeyToListensHereAlone() {
    var settings =
        Settings.DEFAULTS.with(Map.of("host", "0.0.0.0", "port", "0", "store", folder.toString()));
    var parts =
        new CairnServer.Parts(
            server.host, server.published, server.workspace, java.time.InstantSource.system());

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> CairnServer.start(settings, parts))
        .hasMessageContaining("listens on this machine alone");
  }

  @Test
  void aCallerIsNeverMoreThanOneThing() {
    assertThat(new Caller.Nobody().is(Role.OPERATOR)).isFalse();
    assertThat(new Caller.Local().may(Scope.ADMIN)).isTrue();
  }
}
