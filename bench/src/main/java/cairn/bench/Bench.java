package cairn.bench;

import cairn.server.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A measurement: its options, which are the same for all, and how its figures are told. A
 * measurement extends this, carries {@code @Command(name = ...)} and is listed in {@link Main};
 * what cannot be measured is a {@link CommandFailure}.
 */
@Command(mixinStandardHelpOptions = true)
public abstract class Bench implements Callable<Integer> {
  private static final double SECONDS_MAX = 3_600;
  private static final int PEOPLE_MAX = 100_000_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(names = "--people", paramLabel = "N", description = "For so many people (or rows).")
  private @Nullable Integer people;

  @Option(names = "--seconds", paramLabel = "S", description = "Measure for so long.")
  private @Nullable Double seconds;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "The folder to measure in, where something is stored; else a temporary one.")
  private @Nullable Path store;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of data files, where some are read; else shared/data beside here.")
  private @Nullable Path data;

  /** Measures; says on the way how far it is. */
  protected abstract Figures measure() throws Exception;

  @Override
  public final Integer call() throws Exception {
    checkBounds();
    var figures = measure();
    var out = spec.commandLine().getOut();
    out.print(json ? figures.toJson() + System.lineSeparator() : figures.toTable());
    out.flush();
    return 0;
  }

  private void checkBounds() {
    if (people != null && (people < 1 || people > PEOPLE_MAX)) {
      throw CommandFailure.misused("--people is a number from 1 to " + PEOPLE_MAX + ".");
    }
    if (seconds != null && !(seconds > 0 && seconds <= SECONDS_MAX)) {
      throw CommandFailure.misused("--seconds is above 0 and at most 3600.");
    }
  }

  /** How many people were asked for. */
  protected final int people(int usual) {
    return people == null ? usual : people;
  }

  /** For how long was asked. */
  protected final double seconds(double usual) {
    return seconds == null ? usual : seconds;
  }

  /** Says on standard error how far it is. */
  protected final void say(String what) {
    spec.commandLine().getErr().println(what);
  }

  /** Work in a folder. */
  @FunctionalInterface
  protected interface InFolder<T> {
    /** Does it. */
    T with(Path folder) throws Exception;
  }

  /** Gives the folder named, or a temporary one that is deleted afterwards. */
  protected final <T> T inFolder(InFolder<T> work) throws Exception {
    if (store != null) {
      return work.with(Files.createDirectories(store));
    }
    var folder = Files.createTempDirectory("cairn-bench-");
    try {
      return work.with(folder);
    } finally {
      delete(folder);
    }
  }

  /** Deletes a folder and all in it, if there is one. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The data folder named, or {@link #findData()}. */
  protected final @Nullable Path data() {
    return data == null ? findData() : data;
  }

  /** The folder shared/data beside a parent of the working directory, if there is one. */
  public static @Nullable Path findData() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null) {
      Path candidate = at.resolve("shared/data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
      at = at.getParent();
    }
    return null;
  }
}
