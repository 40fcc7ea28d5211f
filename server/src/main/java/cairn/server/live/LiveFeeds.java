package cairn.server.live;

import cairn.engine.FeedItem;
import cairn.log.Fact;
import cairn.person.Journey;
import cairn.person.PersonKey;
import cairn.server.http.Code;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events to many clients: {@code counts} at most once a second and only when changed,
 * {@code moved} at most {@link #MOVED_PER_SECOND_MAX} a second, {@code reset} for a client that
 * could not be told everything because it reads too slowly. Safe for many threads.
 */
public final class LiveFeeds implements AutoCloseable {
  /** Clients at once. */
  public static final int CLIENTS_MAX = 1_000;

  /** Movements told to one client in a second; the newest win. */
  public static final int MOVED_PER_SECOND_MAX = 20;

  private static final long TICK_MILLIS = 250;
  private static final int TICKS_PER_SECOND = 4;

  /** A write that took longer than this means that the client reads too slowly. */
  private static final Duration SLOW_AFTER = Duration.ofSeconds(3);

  /** Something is sent at least this often, so that a client that went away is noticed. */
  private static final int SIGN_OF_LIFE_TICKS = 15 * TICKS_PER_SECOND;

  private final JourneyCounts counts;
  private final Function<PersonKey, @Nullable String> names;
  private final Set<Listening> clients = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  LiveFeeds(JourneyCounts counts, Function<PersonKey, @Nullable String> names) {
    this.counts = counts;
    this.names = names;
  }

  /** Tells every client of what an entry moved. */
  void take(FeedItem item) {
    if (clients.isEmpty()) {
      return;
    }
    for (var fact : item.entry().facts()) {
      if (fact instanceof Fact.StepEntered f) {
        var moved =
            new MovedBody(
                f.at(),
                item.person().hex(),
                null,
                Journey.definitionOf(f.instance()),
                f.from(),
                f.step(),
                f.cause().name().toLowerCase(Locale.ROOT));
        clients.forEach(client -> client.offer(moved));
      }
    }
  }

  int clients() {
    return clients.size();
  }

  /**
   * A stream about some journeys or one person.
   *
   * @param journeys the journeys whose counts are told
   * @param journey only what happens on this journey, or null for all
   * @param person only what happens to this person, or null for all
   */
  public Reply follow(List<String> journeys, @Nullable String journey, @Nullable String person) {
    if (closed || clients.size() >= CLIENTS_MAX) {
      throw HttpRefusal.later(
          Code.UNAVAILABLE, "Too many follow the feed; try again later.", Duration.ofSeconds(10));
    }
    var client = new Listening(journey, person);
    return new Reply.Streamed(
            200, "text/event-stream", out -> stream(out, client, journeys), List.of())
        .with("Cache-Control", "no-store")
        .with("X-Accel-Buffering", "no");
  }

  private void stream(OutputStream out, Listening client, List<String> journeys)
      throws IOException {
    clients.add(client);
    try {
      send(out, ": cairn\nretry: 2000\n\n");
      var seen = new HashMap<String, Long>();
      int quiet = 0;
      for (long tick = 0; !closed; tick++) {
        var text = new StringBuilder();
        if (tick % TICKS_PER_SECOND == 0) {
          counts(text, journeys, seen);
        }
        for (var moved : client.take(MOVED_PER_SECOND_MAX / TICKS_PER_SECOND)) {
          event(text, "moved", moved.named(names.apply(PersonKey.ofHex(moved.person()))));
        }
        quiet = text.isEmpty() ? quiet + 1 : 0;
        if (quiet == SIGN_OF_LIFE_TICKS) {
          text.append(": still here\n\n");
          quiet = 0;
        }
        long began = System.nanoTime();
        if (!text.isEmpty()) {
          send(out, text.toString());
        }
        if (System.nanoTime() - began > SLOW_AFTER.toNanos()) {
          client.take(0);
          seen.clear();
          send(out, "event: reset\ndata: {}\n\n");
        }
        if (!client.rest(TICK_MILLIS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clients.remove(client);
    }
  }

  private void counts(StringBuilder text, List<String> journeys, Map<String, Long> seen) {
    for (var journey : journeys) {
      long version = counts.version(journey);
      if (!Long.valueOf(version).equals(seen.put(journey, version))) {
        event(text, "counts", counts.of(journey));
      }
    }
  }

  private static void event(StringBuilder text, String name, Object body) {
    text.append("event: ").append(name).append("\ndata: ").append(Json.text(body)).append("\n\n");
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    closed = true;
    clients.forEach(Listening::close);
  }
}
