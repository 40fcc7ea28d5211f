package cairn.server.http;

import cairn.store.StoreException;
import cairn.workspace.sql.WorkspaceException;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests by the route table, whatever library brings them: finds the route, finds out who
 * asks, refuses whoever may not, and turns every failure into an error that says what to do next.
 */
public final class HttpApi {
  private static final System.Logger LOG = System.getLogger(HttpApi.class.getName());
  private static final Duration WAIT = Duration.ofSeconds(1);

  /** The header by which a page of ours says that it means an unsafe request. */
  public static final String OURS = "X-Cairn";

  /** The header that tells what time it is for the people served; a simulated world runs ahead. */
  public static final String NOW = "Cairn-Now";

  /** Says to whoever asks why they are refused, in their language. */
  @FunctionalInterface
  public interface Phrasing {
    String say(RawRequest to, String sentence);
  }

  private final RouteTable table;
  private final Gate gate;
  private final Handler others;
  private final Phrasing phrasing;
  private final Watcher watcher;
  private final InstantSource clock;

  /**
   * An interface over these routes.
   *
   * @param others answers GET requests that no route is for: the pages of the screen
   * @param clock what every answer of a route says the time is
   */
  public HttpApi(
      RouteTable table,
      Gate gate,
      Handler others,
      Phrasing phrasing,
      Watcher watcher,
      InstantSource clock) {
    this.table = table;
    this.gate = gate;
    this.others = others;
    this.phrasing = phrasing;
    this.watcher = watcher;
    this.clock = clock;
  }

  /** Answers one request. Never throws. */
  public Reply answer(RawRequest raw) {
    long began = System.nanoTime();
    @Nullable Route route = null;
    Reply reply;
    try {
      var method = method(raw.methodName());
      var found =
          method == null
              ? new RouteTable.Found.OtherMethod(java.util.List.of(Method.GET))
              : table.find(method, raw.rawPath());
      switch (found) {
        case RouteTable.Found.One(RouteTable.Match(var one, var params)) -> {
          route = one;
          reply = answer(raw, one, params).with(NOW, clock.instant().toString());
        }
        case RouteTable.Found.OtherMethod(var allowed) ->
            reply =
                problem(
                        raw,
                        new HttpRefusal(Code.METHOD_NOT_ALLOWED, "This address does not do that."))
                    .with(
                        "Allow",
                        allowed.stream().map(Enum::name).collect(Collectors.joining(", ")));
        case RouteTable.Found.None() ->
            reply =
                method == Method.GET
                    ? others.answer(new Request(raw, Map.of(), new Caller.Nobody()))
                    : problem(raw, HttpRefusal.notFound("There is nothing here."));
      }
    } catch (HttpRefusal refusal) {
      reply = problem(raw, refusal);
    } catch (WorkspaceException failure) {
      LOG.log(Level.WARNING, "workspace: " + failure.kind());
      reply =
          problem(
              raw, HttpRefusal.later(Code.UNAVAILABLE, "The workspace does not answer now.", WAIT));
    } catch (StoreException failure) {
      LOG.log(Level.ERROR, "store: " + failure.getMessage());
      reply =
          problem(
              raw,
              HttpRefusal.later(
                  Code.UNAVAILABLE, "The store cannot do this now; its log says why.", WAIT));
    } catch (Exception failure) {
      LOG.log(Level.ERROR, "request failed: " + (route == null ? "" : route.path()), failure);
      reply =
          problem(
              raw, new HttpRefusal(Code.FAILED, "Something went wrong here; it is in the log."));
    }
    watcher.answered(route, raw.methodName(), reply.status(), System.nanoTime() - began);
    return reply;
  }

  private Reply problem(RawRequest raw, HttpRefusal refusal) {
    return Reply.problem(refusal.inWords(words -> phrasing.say(raw, words)).problem());
  }

  private Reply answer(RawRequest raw, Route route, Map<String, String> params) throws Exception {
    var caller = gate.identify(raw);
    if (!route.access().allows(caller)) {
      throw caller.actor().isEmpty()
          ? new HttpRefusal(Code.UNAUTHORISED, "Sign in, or send a key.")
          : new HttpRefusal(Code.FORBIDDEN, "Your roles or your key do not allow this.");
    }
    if (!route.method().isSafe() && caller.isAmbient() && isFromBrowser(raw)) {
      if (!raw.header(OURS).equals(java.util.Optional.of("1"))) {
        throw new HttpRefusal(
            Code.FORBIDDEN, "A browser must send the header " + OURS + ": 1 with this.");
      }
    }
    var decoded = params;
    if (!params.isEmpty()) {
      decoded = new HashMap<>(params);
      decoded.replaceAll((name, value) -> decode(value));
    }
    return route.handler().answer(new Request(raw, decoded, caller));
  }

  /** Cookies travel by themselves in browsers alone, and those say so. */
  private static boolean isFromBrowser(RawRequest raw) {
    return raw.header("Origin").isPresent()
        || raw.header("Sec-Fetch-Site").isPresent()
        || raw.header("Cookie").isPresent();
  }

  private static String decode(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new HttpRefusal(Code.INVALID, "The address is not well encoded.");
    }
  }

  private static @Nullable Method method(String name) {
    return switch (name) {
      case "GET", "HEAD" -> Method.GET;
      case "POST" -> Method.POST;
      case "PUT" -> Method.PUT;
      case "DELETE" -> Method.DELETE;
      default -> null;
    };
  }
}
