package cairn.server.http;

import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may use a route. There is no route without one. */
public sealed interface Access {
  /** Whether this caller may. */
  boolean allows(Caller caller);

  /** Everybody, known or not. */
  record Anyone() implements Access {
    @Override
    public boolean allows(Caller caller) {
      return true;
    }
  }

  /** Whoever proved who they are. */
  record Known() implements Access {
    @Override
    public boolean allows(Caller caller) {
      return caller.actor().isPresent();
    }
  }

  /**
   * Staff with one of these roles, and machines with the scope.
   *
   * @param scope what a machine's key needs, or null where no machine may
   * @param roles the roles of staff; none where no staff may
   */
  record Only(@Nullable Scope scope, Set<Role> roles) implements Access {
    public Only {
      roles = Set.copyOf(roles);
    }

    @Override
    public boolean allows(Caller caller) {
      return (scope != null && caller.may(scope)) || roles.stream().anyMatch(caller::is);
    }
  }

  /**
   * Machines whose key may also stand in the body, as Segment's clients have it: the handler looks,
   * because a guard reads no bodies.
   */
  record KeyInBody(Scope scope) implements Access {
    @Override
    public boolean allows(Caller caller) {
      return caller.actor().isEmpty() || caller.may(scope);
    }
  }

  /**
   * Whoever the thing itself lets in: its handler looks, because who belongs to it is kept with it.
   *
   * @param who those it lets in, in words
   */
  record Inside(String who) implements Access {
    @Override
    public boolean allows(Caller caller) {
      return true;
    }
  }
}
