package cairn.server.session;

import cairn.server.http.Caller;
import cairn.workspace.account.Role;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the browser acts as. */
record SessionBody(
    boolean open, boolean signedIn, String name, @Nullable String email, List<String> roles) {

  static SessionBody of(Caller caller) {
    return switch (caller) {
      case Caller.Nobody() -> new SessionBody(false, false, "", null, List.of());
      case Caller.Local() ->
          new SessionBody(
              true,
              false,
              "Local operator",
              null,
              Arrays.stream(Role.values()).map(Role::wireName).toList());
      case Caller.Colleague(var account) ->
          new SessionBody(
              false,
              true,
              account.name().value(),
              account.email().value(),
              account.roles().stream().sorted().map(Role::wireName).toList());
      case Caller.Machine(var key) -> new SessionBody(false, false, key.name(), null, List.of());
    };
  }
}
