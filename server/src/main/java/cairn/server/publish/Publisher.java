package cairn.server.publish;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Switches;
import cairn.blueprint.file.BlueprintCompiler;
import cairn.blueprint.file.Bundle;
import cairn.blueprint.file.Compilation;
import cairn.blueprint.file.Migration;
import cairn.blueprint.file.Problem;
import cairn.rule.Schema;
import cairn.server.http.Json;
import cairn.store.StoreCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Publishes: checks files, writes them into the control log, and only then lets them run. What has
 * a mistake never replaces what runs. Whoever must see that nothing else goes live meanwhile holds
 * this object's lock; switches have one of their own, and never wait for files that are compiled.
 * Safe for many threads.
 */
public final class Publisher {
  private static final System.Logger LOG = System.getLogger(Publisher.class.getName());

  /** The kind of lines that hold a published blueprint. */
  public static final String BLUEPRINT = "blueprint";

  private static final String SWITCHES = "switches";

  private final ControlJournal journal;
  private final Published published;

  /** Held for a moment, while a switch is thrown. */
  private final Object switching = new Object();

  /** Guarded by {@link #switching}. */
  private final Stops stops = new Stops();

  private @Nullable PublishedFiles newest;
  private @Nullable Schema schemaBefore;
  private @Nullable List<Migration> migrations;

  /** What is told of {@link #newest}; replaced as a whole. */
  private volatile @Nullable Current current;

  /** Every version that ran and where its files stand in the journal, by its number. */
  private final NavigableMap<Integer, Kept> kept = new ConcurrentSkipListMap<>();

  private record Kept(Version version, long line) {}

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

  private Publisher(ControlJournal journal, Published published) {
    this.journal = journal;
    this.published = published;
  }

  /** Puts in force what the control log holds. */
  public static Publisher open(ControlJournal journal, Published published) {
    var publisher = new Publisher(journal, published);
    Schema before = null;
    for (var line : journal.all(BLUEPRINT)) {
      var files = read(line, PublishedFiles.class);
      var previous = before;
      published.add(files.version(), () -> made(files, previous));
      publisher.keep(line, files);
      publisher.newest = files;
      publisher.current = told(line, files);
      publisher.schemaBefore = previous;
      before = files.schema();
    }
    publisher.switchedBefore();
    if (publisher.newest != null && published.current().isEmpty()) {
      throw new IllegalStateException(
          "The published blueprint no longer compiles; start the edition that published it.");
    }
    return publisher;
  }

  private void switchedBefore() {
    synchronized (switching) {
      for (var line : journal.all(SWITCHES)) {
        var parts = read(line, StoppedParts.class);
        stops.thrown(parts, line.at());
        published.stop(parts.switches());
      }
    }
  }

  private static <T> T read(ControlJournal.Line line, Class<T> type) {
    try {
      return Json.MAPPER.readValue(line.content(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The control log has a line of " + line.at() + " that another edition wrote.", e);
    }
  }

  private static @Nullable Blueprint made(PublishedFiles part, @Nullable Schema previous) {
    return switch (BlueprintCompiler.compilePublished(
        Bundle.of(part.files()), previous, part.version())) {
      case Compilation.Compiled compiled -> compiled.blueprint();
      case Compilation.Refused refused -> {
        LOG.log(
            Level.WARNING,
            "version " + part.version() + " no longer compiles; journeys on it rest");
        yield null;
      }
    };
  }

  /**
   * Whether what a control log holds still runs.
   *
   * @param version the newest one
   * @param blueprint what it says; empty where it has problems here
   * @param schema the attributes it gave out, which the next version keeps
   */
  public record Checked(
      int version, Optional<Blueprint> blueprint, Schema schema, List<Problem> problems) {
    public Checked {
      problems = List.copyOf(problems);
    }
  }

  /** Checks the newest blueprint of a control log, given all lines of {@link #BLUEPRINT}. */
  public static Optional<Checked> check(List<ControlJournal.Line> lines) {
    Schema before = null;
    Checked newest = null;
    for (var line : lines) {
      var files = read(line, PublishedFiles.class);
      var schema = files.schema();
      newest =
          switch (BlueprintCompiler.compilePublished(
              Bundle.of(files.files()), before, files.version())) {
            case Compilation.Compiled compiled ->
                new Checked(files.version(), Optional.of(compiled.blueprint()), schema, List.of());
            case Compilation.Refused refused ->
                new Checked(files.version(), Optional.empty(), schema, refused.problems());
          };
      before = schema;
    }
    return Optional.ofNullable(newest);
  }

  /** The same for a store that may be open elsewhere; empty where none is or nothing runs. */
  public static Optional<Checked> check(Path root) {
    if (!StoreCheck.isStore(root)) {
      return Optional.empty();
    }
    try (var store = StoreCheck.open(root)) {
      return check(lines(store));
    }
  }

  /** What a store's control log says of blueprints. */
  public static List<ControlJournal.Line> lines(StoreCheck store) {
    return store.control(BLUEPRINT).stream()
        .map(item -> new ControlJournal.Line(item.number(), item.at(), item.content()))
        .toList();
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
    var now = newest;
    if (now != null && now.digest().equals(files.digest())) {
      return new Outcome.RunsAlready(now.version());
    }
    return switch (BlueprintCompiler.compile(files, schema(), nextVersion())) {
      case Compilation.Refused refused -> new Outcome.Refused(refused.problems());
      case Compilation.Compiled compiled -> {
        var blueprint = compiled.blueprint();
        var part =
            new PublishedFiles(
                blueprint.number(),
                by,
                files.digest(),
                PublishedFiles.AttributePart.of(blueprint.schema()),
                files.files());
        var line = journal.append(BLUEPRINT, Json.bytes(part));
        keep(line, part);
        migrations = compiled.migrations();
        newest = part;
        current = told(line, part);
        published.add(blueprint);
        yield new Outcome.Runs(blueprint, compiled.migrations());
      }
    };
  }

  /** Stops one action more, from the next decision on. */
  public void stopAction(String action, String by) {
    synchronized (switching) {
      if (!published.switches().actions().contains(action)) {
        change(now -> now.withAction(action, true), by);
      }
    }
  }

  /** Puts switches in force, from the next decision on. */
  public void stop(Switches switches, String by) {
    change(any -> switches, by);
  }

  /**
   * Changes the switches that are in force, from the next decision on; nobody changes them
   * meanwhile.
   *
   * @return those that are in force now
   */
  Switches change(UnaryOperator<Switches> change, String by) {
    synchronized (switching) {
      var next = change.apply(published.switches());
      var parts = StoppedParts.of(by, next);
      var line = journal.append(SWITCHES, Json.bytes(parts));
      stops.thrown(parts, line.at());
      published.stop(next);
      return next;
    }
  }

  /** Everything that is stopped now, what was stopped last first. */
  List<Stops.Stopped> stopped() {
    synchronized (switching) {
      return stops.now();
    }
  }

  /** What is published now. */
  public Optional<Current> current() {
    return Optional.ofNullable(current);
  }

  private static Current told(ControlJournal.Line line, PublishedFiles files) {
    return new Current(
        files.version(), line.at(), files.by(), files.digest(), Bundle.of(files.files()));
  }

  /** Where people of older versions go on in what is published now. */
  public synchronized List<Migration> migrations() {
    var known = migrations;
    var files = newest;
    if (known == null) {
      known =
          files == null
              ? List.of()
              : switch (BlueprintCompiler.compilePublished(
                  Bundle.of(files.files()), schemaBefore, files.version())) {
                case Compilation.Compiled compiled -> compiled.migrations();
                case Compilation.Refused _ -> List.of();
              };
      migrations = known;
    }
    return known;
  }

  /** A version that ran, and since when. */
  public record Version(int version, Instant at, String by, String digest) {}

  /** The most versions told. */
  public static final int VERSIONS_MAX = 200;

  private void keep(ControlJournal.Line line, PublishedFiles files) {
    kept.put(
        files.version(),
        new Kept(
            new Version(files.version(), line.at(), files.by(), files.digest()), line.number()));
  }

  /** The versions that ran, newest first, at most {@link #VERSIONS_MAX}. */
  public List<Version> versions() {
    return kept.descendingMap().values().stream().limit(VERSIONS_MAX).map(Kept::version).toList();
  }

  /** The files of a version that ran. */
  public Optional<Bundle> files(int version) {
    return Optional.ofNullable(kept.get(version))
        .flatMap(one -> journal.line(one.line()))
        .map(line -> Bundle.of(read(line, PublishedFiles.class).files()));
  }

  private @Nullable Schema schema() {
    return newest == null ? null : newest.schema();
  }

  private int nextVersion() {
    return newest == null ? 1 : newest.version() + 1;
  }
}
