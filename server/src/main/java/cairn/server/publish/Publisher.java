package cairn.server.publish;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Migration;
import cairn.blueprint.file.Problem;
import cairn.rule.Schema;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Publishes: checks files, writes them into the control log, and only then lets them run. What has
 * a mistake never replaces what runs. Safe for many threads.
 */
public final class Publisher {
  private static final System.Logger LOG = System.getLogger(Publisher.class.getName());

  private final ControlLog log;
  private final Published published;
  private final InstantSource clock;
  private @Nullable ControlEntry newest;

  /** What came of publishing. */
  public sealed interface Outcome {
    /** It runs from now on. */
    record Runs(Blueprint blueprint, List<Migration> migrations) implements Outcome {
      public Runs {
        migrations = List.copyOf(migrations);
      }
    }

    /** The same files run already; nothing changed. */
    record RunsAlready(int version) implements Outcome {}

    /** It has mistakes; what ran before runs on. */
    record Refused(List<Problem> problems) implements Outcome {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /** What is published now, and since when. */
  public record Current(int version, Instant at, String by, String digest, Bundle files) {}

  private Publisher(ControlLog log, Published published, InstantSource clock) {
    this.log = log;
    this.published = published;
    this.clock = clock;
  }

  /** Opens the control log in a folder and puts in force what it holds. */
  public static Publisher open(Path folder, Published published, InstantSource clock) {
    var log = ControlLog.open(folder);
    var publisher = new Publisher(log, published, clock);
    Schema before = null;
    for (var entry : log.read()) {
      var part = entry.blueprint();
      if (part != null) {
        var previous = before;
        published.add(part.version(), () -> made(part, previous));
        publisher.newest = entry;
        before = part.schema();
      }
      var switches = entry.switches();
      if (switches != null) {
        published.stop(switches.switches());
      }
    }
    if (publisher.newest != null && published.current().isEmpty()) {
      throw new IllegalStateException(
          "The published blueprint no longer compiles; start the edition that published it.");
    }
    return publisher;
  }

  private static @Nullable Blueprint made(
      ControlEntry.BlueprintPart part, @Nullable Schema previous) {
    return switch (BlueprintCompiler.compile(Bundle.of(part.files()), previous, part.version())) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused -> {
        LOG.log(
            Level.WARNING,
            "version " + part.version() + " no longer compiles; journeys on it rest");
        yield null;
      }
    };
  }

  /** What would come of publishing, without doing it. */
  public synchronized List<Problem> check(Bundle files) {
    return switch (BlueprintCompiler.compile(files, schema(), nextVersion())) {
      case Compilation.Compiled any -> List.of();
      case Compilation.Refused refused -> refused.problems();
    };
  }

  /**
   * Publishes files.
   *
   * @param by who asked, as the audit names them
   */
  public synchronized Outcome publish(Bundle files, String by) {
    var now = newest == null ? null : newest.blueprint();
    if (now != null && now.digest().equals(files.digest())) {
      return new Outcome.RunsAlready(now.version());
    }
    return switch (BlueprintCompiler.compile(files, schema(), nextVersion())) {
      case Compilation.Refused refused -> new Outcome.Refused(refused.problems());
      case Compilation.Compiled compiled -> {
        var blueprint = compiled.blueprint();
        var part =
            new ControlEntry.BlueprintPart(
                blueprint.number(),
                files.digest(),
                ControlEntry.AttributePart.of(blueprint.schema()),
                files.files());
        var entry = new ControlEntry(log.next(), clock.instant(), by, part, null);
        log.append(entry);
        newest = entry;
        published.add(blueprint);
        yield new Outcome.Runs(blueprint, compiled.migrations());
      }
    };
  }

  /** Puts switches in force, from the next decision on. */
  public synchronized void stop(Switches switches, String by) {
    var part = ControlEntry.SwitchesPart.of(switches);
    log.append(new ControlEntry(log.next(), clock.instant(), by, null, part));
    published.stop(switches);
  }

  /** What is published now. */
  public synchronized Optional<Current> current() {
    var entry = newest;
    var part = entry == null ? null : entry.blueprint();
    return entry == null || part == null
        ? Optional.empty()
        : Optional.of(
            new Current(
                part.version(), entry.at(), entry.by(), part.digest(), Bundle.of(part.files())));
  }

  private @Nullable Schema schema() {
    var part = newest == null ? null : newest.blueprint();
    return part == null ? null : part.schema();
  }

  private int nextVersion() {
    var part = newest == null ? null : newest.blueprint();
    return part == null ? 1 : part.version() + 1;
  }
}
