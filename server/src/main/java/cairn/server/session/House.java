package cairn.server.session;

import cairn.server.http.Caller;
import cairn.server.http.Code;
import cairn.server.http.Gate;
import cairn.server.http.HttpRefusal;
import cairn.server.http.RawRequest;
import cairn.workspace.Workspace;
import cairn.workspace.key.ApiKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The gate of this house. A key goes before a cookie. While no account exists and the server is
 * bound to loopback, the house is open: whoever sits at this machine is its operator, and any write
 * key is taken until there is a first key. Safe for many threads.
 */
public final class House implements Gate {
  /** The name of the session's cookie. */
  public static final String COOKIE = "cairn_session";

  /** For how long it is believed that there are, or are not, accounts and keys. */
  static final Duration BELIEVED = Duration.ofSeconds(1);

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Workspace workspace;
  private final boolean onLoopback;
  private volatile Belief belief = new Belief(0, false, false);

  /** What was last seen in the workspace, and until when it is believed, in nanoseconds. */
  private record Belief(long until, boolean hasStaff, boolean hasKeys) {}

  /**
   * A gate over these accounts and keys.
   *
   * @param onLoopback whether the server listens on this machine's loopback address alone
   */
  public House(Workspace workspace, boolean onLoopback) {
    this.workspace = workspace;
    this.onLoopback = onLoopback;
  }

  @Override
  public Caller identify(RawRequest request) {
    var authorization = request.header("Authorization");
    if (authorization.isPresent()) {
      var key = key(authorization.get());
      return key.isPresent() ? machine(request, key.get()) : unrecognised();
    }
    var cookie = request.cookie(COOKIE);
    if (cookie.isPresent()) {
      var session = workspace.sessions().find(cookie.get());
      if (session.isPresent()) {
        return new Caller.Colleague(session.get().account());
      }
    }
    return isOpenTo(request) ? new Caller.Local() : new Caller.Nobody();
  }

  /** The machine behind a write key that came in a body. */
  public Caller machine(RawRequest request, String secret) {
    var key = workspace.keys().verify(secret);
    if (key.isPresent()) {
      workspace.keys().touch(key.get());
      return new Caller.Machine(key.get());
    }
    return isOpenTo(request) && !belief().hasKeys() ? new Caller.Local() : unrecognised();
  }

  /** Whether this request finds the house open. */
  public boolean isOpenTo(RawRequest request) {
    return onLoopback
        && request.isFromHere()
        && request.header("Host").map(House::namesThisMachine).orElse(true)
        && !belief().hasStaff();
  }

  /** Forgets what is believed, after an account or a key was made here. */
  public void lookAgain() {
    belief = new Belief(0, false, false);
  }

  /** A page that a name server points at this machine names another host: it stays outside. */
  private static boolean namesThisMachine(String host) {
    int port = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
    var name = port > 0 ? host.substring(0, port) : host;
    return HERE.contains(name.toLowerCase(Locale.ROOT));
  }

  private Belief belief() {
    var now = System.nanoTime();
    var known = belief;
    if (known.until == 0 || now - known.until > 0) {
      known =
          new Belief(
              now + BELIEVED.toNanos(),
              !workspace.accounts().isEmpty(),
              workspace.keys().all().stream().anyMatch(House::counts));
      belief = known;
    }
    return known;
  }

  private static boolean counts(ApiKey key) {
    return key.revokedAt().isEmpty();
  }

  private static Caller unrecognised() {
    throw new HttpRefusal(Code.UNAUTHORISED, "This key is not known, or not good any more.");
  }

  /** The key of an Authorization header: after Bearer, or as the user name of Basic. */
  static Optional<String> key(String authorization) {
    int space = authorization.indexOf(' ');
    if (space < 0) {
      return Optional.empty();
    }
    var rest = authorization.substring(space + 1).strip();
    return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(rest);
      case "basic" -> user(rest);
      default -> Optional.empty();
    };
  }

  private static Optional<String> user(String encoded) {
    try {
      var text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return Optional.of(colon < 0 ? text : text.substring(0, colon));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
