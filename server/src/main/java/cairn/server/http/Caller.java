package cairn.server.http;

import cairn.workspace.account.Account;
import cairn.workspace.account.Role;
import cairn.workspace.audit.Actor;
import cairn.workspace.key.ApiKey;
import cairn.workspace.key.Scope;
import java.util.Optional;

/** Who is asking, as far as we know. */
public sealed interface Caller {
  /** The doer to write into the audit; empty for somebody we do not know. */
  Optional<Actor> actor();

  /** Whether the caller has this role. */
  boolean is(Role role);

  /** Whether the caller is a machine with this scope. */
  boolean may(Scope scope);

  /** Whether a browser sends the proof by itself, so that unsafe requests need our header too. */
  boolean isAmbient();

  /** Somebody we do not know. */
  record Nobody() implements Caller {
    @Override
    public Optional<Actor> actor() {
      return Optional.empty();
    }

    @Override
    public boolean is(Role role) {
      return false;
    }

    @Override
    public boolean may(Scope scope) {
      return false;
    }

    @Override
    public boolean isAmbient() {
      return false;
    }
  }

  /** Whoever sits at this machine while the house is open: no account exists yet. */
  record Local() implements Caller {
    @Override
    public Optional<Actor> actor() {
      return Optional.of(Actor.LOCAL_OPERATOR);
    }

    @Override
    public boolean is(Role role) {
      return true;
    }

    @Override
    public boolean may(Scope scope) {
      return true;
    }

    @Override
    public boolean isAmbient() {
      return true;
    }
  }

  /** A member of staff who signed in. */
  record Colleague(Account account) implements Caller {
    @Override
    public Optional<Actor> actor() {
      return Optional.of(account.id().actor());
    }

    @Override
    public boolean is(Role role) {
      return account.is(role);
    }

    @Override
    public boolean may(Scope scope) {
      return false;
    }

    @Override
    public boolean isAmbient() {
      return true;
    }
  }

  /** A machine with a key. */
  record Machine(ApiKey key) implements Caller {
    @Override
    public Optional<Actor> actor() {
      return Optional.of(key.actor());
    }

    @Override
    public boolean is(Role role) {
      return false;
    }

    @Override
    public boolean may(Scope scope) {
      return key.allows(scope);
    }

    @Override
    public boolean isAmbient() {
      return false;
    }
  }
}
