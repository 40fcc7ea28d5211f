package cairn.server.board;

import cairn.engine.Command;
import cairn.engine.Envelope;
import cairn.engine.Host;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.log.Entry;
import cairn.person.PersonKey;
import cairn.server.round.Sending;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes people who are under way on an older version of a journey over to the newest one, in the
 * background and each at once. Done again it moves whoever was left: a person is moved to a version
 * at most once.
 */
final class MapMover {
  private static final System.Logger LOG = System.getLogger(MapMover.class.getName());

  private final Host host;
  private final InstantSource clock;

  private record Standing(PersonKey person, String instance, String step) {}

  MapMover(Host host, InstantSource clock) {
    this.host = host;
    this.clock = clock;
  }

  /**
   * Begins to move everybody.
   *
   * @param goesTo where people go whose step is no more; the first step where it says nothing
   */
  Thread move(JourneyDefinition journey, int version, Map<String, String> goesTo) {
    return Thread.ofVirtual()
        .name("move-" + journey.id())
        .start(() -> {
          try {
            for (int shard = 0; shard < PersonKey.SHARDS; shard++) {
              shard(shard, journey, version, goesTo);
            }
          } catch (InterruptedException closing) {
            LOG.log(Level.INFO, "moving to version " + version + " was broken off");
          }
        });
  }

  private void shard(int shard, JourneyDefinition journey, int version, Map<String, String> goesTo)
      throws InterruptedException {
    var envelopes =
        standings(shard, journey, version).stream()
            .map(standing -> envelope(standing, journey, version, goesTo))
            .toList();
    int moved = Sending.all(host, envelopes).taken();
    LOG.log(Level.DEBUG, moved + " of shard " + shard + " moved to version " + version);
  }

  private List<Standing> standings(int shard, JourneyDefinition journey, int version) {
    var found = new ArrayList<Standing>();
    host.scan(
        shard,
        state -> {
          for (var one : state.journeys()) {
            if (one.definition().equals(journey.id()) && !one.isOver() && one.version() < version) {
              found.add(new Standing(state.key(), one.instance(), one.step()));
            }
          }
          return true;
        });
    return found;
  }

  private Envelope envelope(
      Standing standing, JourneyDefinition journey, int version, Map<String, String> goesTo) {
    var there = journey.step(standing.step());
    String step =
        there != null && !(there instanceof Step.End)
            ? there.id()
            : goesTo.getOrDefault(standing.step(), journey.steps().getFirst().id());
    return new Envelope(
        standing.person(),
        null,
        "move:" + version + ":" + standing.instance(),
        Entry.Origin.LIVE,
        clock.instant(),
        new Command.MigrateJourney(standing.instance(), version, step));
  }
}
