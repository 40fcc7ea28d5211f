package cairn.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the route table.
 *
 * @param path literal parts and names in braces, as {@code /v1/people/{id}}
 * @param access who may
 * @param tag the part of the interface it belongs to
 * @param summary what it does, in a sentence
 * @param query the query parameters it reads
 * @param takes the body it reads, or null
 * @param gives the body of its success, or null where there is none
 */
public record Route(
    Method method,
    String path,
    Access access,
    String tag,
    String summary,
    List<String> query,
    @Nullable Shape takes,
    @Nullable Shape gives,
    Handler handler) {
  public Route {
    query = List.copyOf(query);
    if (!path.startsWith("/") || (path.length() > 1 && path.endsWith("/"))) {
      throw new IllegalArgumentException("a path begins with a slash and ends without: " + path);
    }
  }

  public static Route get(
      String path, Access access, String tag, String summary, Shape gives, Handler handler) {
    return new Route(Method.GET, path, access, tag, summary, List.of(), null, gives, handler);
  }

  public static Route post(
      String path,
      Access access,
      String tag,
      String summary,
      @Nullable Shape takes,
      @Nullable Shape gives,
      Handler handler) {
    return new Route(Method.POST, path, access, tag, summary, List.of(), takes, gives, handler);
  }

  public static Route delete(
      String path,
      Access access,
      String tag,
      String summary,
      @Nullable Shape gives,
      Handler handler) {
    return new Route(Method.DELETE, path, access, tag, summary, List.of(), null, gives, handler);
  }

  /** The same route, reading these query parameters. */
  public Route asking(String... names) {
    return new Route(method, path, access, tag, summary, List.of(names), takes, gives, handler);
  }
}
