package cairn.server.http;

import org.jspecify.annotations.Nullable;

/** Hears of every answer: for measures and the access log. */
@FunctionalInterface
public interface Watcher {
  /**
   * A request was answered.
   *
   * @param route its route, or null where there is none
   */
  void answered(@Nullable Route route, String method, int status, long nanos);
}
