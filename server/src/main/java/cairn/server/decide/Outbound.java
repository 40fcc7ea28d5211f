package cairn.server.decide;

import cairn.engine.Host;
import cairn.server.http.HttpRefusal;
import cairn.server.http.Json;
import cairn.server.publish.Published;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs through everybody: a scan selects people by means alone, then the person's own shard decides
 * again on fresh state, below all other traffic. A run survives restarts: the shards it finished
 * are kept, and a person is decided for once in a run however often their shard is scanned.
 */
final class Outbound implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Outbound.class.getName());

  /** Runs that are not over, at most. */
  static final int UNDER_WAY_MAX = 8;

  private final Host host;
  private final Published published;
  private final InstantSource clock;
  private final Path folder;
  private final Map<String, OutboundScan> scans = new ConcurrentHashMap<>();

  private Outbound(Host host, Published published, InstantSource clock, Path folder) {
    this.host = host;
    this.published = published;
    this.clock = clock;
    this.folder = folder;
  }

  /** Opens a folder of runs, and goes on with those that were running. */
  static Outbound open(Host host, Published published, InstantSource clock, Path folder) {
    var outbound = new Outbound(host, published, clock, folder);
    try {
      Files.createDirectories(folder);
      try (var files = Files.list(folder)) {
        for (var file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
          outbound.resume(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of outbound runs", e);
    }
    return outbound;
  }

  private void resume(Path file) throws IOException {
    try {
      var run = Json.MAPPER.readValue(Files.readAllBytes(file), OutboundRun.class);
      add(new OutboundScan(host, published, clock, run, this::keep));
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      LOG.log(Level.WARNING, "a run cannot be read and is left out");
    }
  }

  private void add(OutboundScan scan) {
    scans.put(scan.run().id(), scan);
    scan.start();
  }

  /** Begins a run. */
  OutboundRun begin(String channel, String placement, @Nullable String segment, boolean dryRun) {
    long underWay = scans.values().stream().filter(scan -> !scan.isOver()).count();
    if (underWay >= UNDER_WAY_MAX) {
      throw HttpRefusal.invalid("channel", "Too many runs are under way; stop one first.");
    }
    var run =
        new OutboundRun(
            UUID.randomUUID().toString().substring(0, 13),
            channel,
            placement,
            segment,
            dryRun,
            OutboundRun.State.RUNNING,
            clock.instant(),
            null,
            List.of(),
            0,
            0,
            0,
            0,
            0,
            Map.of(),
            0);
    keep(run);
    add(new OutboundScan(host, published, clock, run, this::keep));
    return run;
  }

  /** All runs, newest first. */
  List<OutboundRun> runs() {
    return scans.values().stream()
        .map(OutboundScan::run)
        .sorted(Comparator.comparing(OutboundRun::begun).reversed())
        .toList();
  }

  OutboundScan find(String id) {
    var scan = scans.get(id);
    if (scan == null) {
      throw HttpRefusal.notFound("There is no such run.");
    }
    return scan;
  }

  private synchronized void keep(OutboundRun run) {
    try {
      ReplacedFile.write(folder.resolve(run.id() + ".json"), out -> out.write(Json.bytes(run)));
    } catch (IOException e) {
      throw new UncheckedIOException("a run cannot be kept", e);
    }
  }

  /** Leaves runs as they are, to go on after the next start. */
  @Override
  public void close() {
    scans.values().forEach(OutboundScan::close);
  }
}
