package cairn.server.publish;

import cairn.blueprint.Switches;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Since when each part is stopped and by whom: the fold of everything the control log says of
 * switches. Not safe for many threads.
 */
final class Stops {
  private Map<Part, Stopped> stopped = Map.of();

  /** What sort of thing a switch stops. */
  enum Kind {
    EVERYTHING,
    CHANNEL,
    ACTION,
    JOURNEY
  }

  /** What one switch stops; everything has no id. */
  record Part(Kind kind, String id) {
    /** The switches with this one thrown. */
    Switches in(Switches switches, boolean stops) {
      return switch (kind) {
        case EVERYTHING ->
            new Switches(stops, switches.channels(), switches.actions(), switches.journeys());
        case CHANNEL -> switches.withChannel(id, stops);
        case ACTION -> switches.withAction(id, stops);
        case JOURNEY -> switches.withJourney(id, stops);
      };
    }
  }

  /**
   * A part that is stopped.
   *
   * @param by who stopped it, as the control log names them
   */
  record Stopped(Part part, Instant since, String by) {}

  /** Switches were thrown; what was stopped before keeps who stopped it. */
  void thrown(StoppedParts parts, Instant at) {
    var now = new LinkedHashMap<Part, Stopped>();
    if (parts.everything()) {
      keep(now, Kind.EVERYTHING, Set.of(""), parts.by(), at);
    }
    keep(now, Kind.CHANNEL, parts.channels(), parts.by(), at);
    keep(now, Kind.ACTION, parts.actions(), parts.by(), at);
    keep(now, Kind.JOURNEY, parts.journeys(), parts.by(), at);
    stopped = now;
  }

  private void keep(Map<Part, Stopped> now, Kind kind, Set<String> ids, String by, Instant at) {
    for (var id : ids) {
      var part = new Part(kind, id);
      now.put(part, stopped.getOrDefault(part, new Stopped(part, at, by)));
    }
  }

  /** Everything that is stopped now, what was stopped last first. */
  List<Stopped> now() {
    return stopped.values().stream()
        .sorted(
            Comparator.comparing(Stopped::since)
                .reversed()
                .thenComparing(one -> one.part().kind())
                .thenComparing(one -> one.part().id()))
        .toList();
  }
}
