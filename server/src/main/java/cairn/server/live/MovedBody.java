package cairn.server.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody moved on. */
public record MovedBody(
    Instant at,
    String person,
    @Nullable String personName,
    String journey,
    @Nullable String from,
    String to,
    String kind) {

  MovedBody named(@Nullable String name) {
    return new MovedBody(at, person, name, journey, from, to, kind);
  }
}
