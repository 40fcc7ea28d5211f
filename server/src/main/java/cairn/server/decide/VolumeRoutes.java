package cairn.server.decide;

import cairn.decision.VolumeLimit;
import cairn.engine.Host;
import cairn.engine.VolumeUse;
import cairn.server.http.Access;
import cairn.server.http.Reply;
import cairn.server.http.Route;
import cairn.server.http.Shape;
import cairn.server.publish.Published;
import cairn.workspace.account.Role;
import cairn.workspace.key.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;

/** How much is left of limits across people. */
final class VolumeRoutes {
  private static final Access READERS = new Access.Only(Scope.INSIGHT, EnumSet.allOf(Role.class));

  private final Host host;
  private final Published published;
  private final InstantSource clock;

  record VolumesBody(Instant at, List<VolumeBody> volumes) {}

  /**
   * One limit in the period that runs.
   *
   * @param units in all; taken by decisions; waiting in shards for their next ones; left for any
   * @param from the moment this period began; at resetsAt all units are there again
   */
  record VolumeBody(
      String id,
      String sentence,
      String owner,
      int units,
      int taken,
      int waiting,
      int left,
      Instant from,
      Instant resetsAt) {}

  VolumeRoutes(Host host, Published published, InstantSource clock) {
    this.host = host;
    this.published = published;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            "/v1/volumes",
            READERS,
            "decisions",
            "Reads how much is taken and left of each limit across people.",
            Shape.of(VolumesBody.class),
            request -> {
              var uses = host.volumes();
              var now = clock.instant();
              return Reply.json(
                  new VolumesBody(
                      now,
                      Asking.running(published).catalogue().volumes().stream()
                          .map(limit -> body(limit, uses, now))
                          .toList()));
            }));
  }

  private static VolumeBody body(VolumeLimit limit, List<VolumeUse> uses, Instant now) {
    long length = Math.max(1, limit.period().toMillis());
    long period = Math.floorDiv(now.toEpochMilli(), length);
    int leased = 0;
    int taken = 0;
    for (var use : uses) {
      if (use.limit().equals(limit.id()) && use.period() == period) {
        leased += use.leased();
        taken += use.taken();
      }
    }
    return new VolumeBody(
        limit.id(),
        limit.sentence(),
        limit.owner(),
        limit.unitsMax(),
        taken,
        leased - taken,
        Math.max(0, limit.unitsMax() - leased),
        Instant.ofEpochMilli(period * length),
        Instant.ofEpochMilli((period + 1) * length));
  }
}
