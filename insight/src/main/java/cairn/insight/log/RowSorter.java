package cairn.insight.log;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts rows by person, time and place in the source, in bounded memory.
 *
 * <p>Rows gather in memory; when they fill it they are sorted and written to a temporary file, a
 * run. In the end all runs are merged. When there are {@link #RUNS_MAX} of them, they are first
 * merged into one. The files are readable by this user alone and are removed on close.
 */
final class RowSorter implements Closeable {

  /** Runs that are open at once; with 64 MiB a run this merges some 4 GB in one go. */
  static final int RUNS_MAX = 64;

  private static final int BUFFER = 64 * 1024;

  private static final Comparator<EventRow> ORDER =
      Comparator.comparing(EventRow::person)
          .thenComparing(EventRow::at)
          .thenComparingLong(EventRow::number);

  private final @Nullable Path folder;
  private final int memoryMax;
  private final List<Path> runs = new ArrayList<>();
  private List<EventRow> rows = new ArrayList<>();
  private long memory;
  private long count;

  RowSorter(@Nullable Path folder, int memoryMax) {
    this.folder = folder;
    this.memoryMax = memoryMax;
  }

  void add(EventRow row) throws IOException {
    rows.add(row);
    count++;
    memory += RowCodec.memory(row);
    if (memory >= memoryMax) {
      spill();
    }
  }

  /** How many rows were added. */
  long count() {
    return count;
  }

  /** All rows in order; to be read once, to be closed before this. */
  Sorted sorted() throws IOException {
    rows.sort(ORDER);
    var sources = new ArrayList<Source>();
    try {
      for (Path run : runs) {
        sources.add(new Run(run));
      }
    } catch (IOException e) {
      closeAll(sources);
      throw e;
    }
    sources.add(new InMemory(rows));
    rows = new ArrayList<>();
    return new Sorted(sources);
  }

  private void spill() throws IOException {
    rows.sort(ORDER);
    Path run = newRun();
    try (var out = output(run)) {
      for (EventRow row : rows) {
        RowCodec.write(row, out);
      }
    }
    rows = new ArrayList<>();
    memory = 0;
    if (runs.size() == RUNS_MAX) {
      mergeRuns();
    }
  }

  private void mergeRuns() throws IOException {
    var merged = List.copyOf(runs);
    var sources = new ArrayList<Source>();
    for (Path run : merged) {
      sources.add(new Run(run));
    }
    Path all = newRun();
    try (var sorted = new Sorted(sources);
        var out = output(all)) {
      for (EventRow row = sorted.next(); row != null; row = sorted.next()) {
        RowCodec.write(row, out);
      }
    }
    for (Path run : merged) {
      Files.delete(run);
      runs.remove(run);
    }
  }

  private Path newRun() throws IOException {
    Path run =
        folder == null
            ? Files.createTempFile("cairn-sort-", ".rows")
            : Files.createTempFile(folder, "cairn-sort-", ".rows");
    runs.add(run);
    return run;
  }

  private static DataOutputStream output(Path run) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(run), BUFFER));
  }

  @Override
  public void close() throws IOException {
    rows = new ArrayList<>();
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
    runs.clear();
  }

  private static void closeAll(List<Source> sources) throws IOException {
    for (Source source : sources) {
      source.close();
    }
  }

  /** Sorted rows, the next of which is at hand. */
  private interface Source extends Closeable {
    @Nullable EventRow next() throws IOException;
  }

  private static final class InMemory implements Source {
    private final List<EventRow> rows;
    private int next;

    InMemory(List<EventRow> rows) {
      this.rows = rows;
    }

    @Override
    public @Nullable EventRow next() {
      return next < rows.size() ? rows.get(next++) : null;
    }

    @Override
    public void close() {}
  }

  private static final class Run implements Source {
    private final DataInputStream in;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    @Override
    public @Nullable EventRow next() throws IOException {
      in.mark(1);
      if (in.read() < 0) {
        return null;
      }
      in.reset();
      try {
        return RowCodec.read(in);
      } catch (EOFException e) {
        throw new IOException("a temporary file was cut short", e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** All rows, in order. */
  static final class Sorted implements Closeable {

    /** The first row of a source, and where the next comes from. */
    private record Head(EventRow row, Source rest) {}

    private final List<Source> sources;
    private final PriorityQueue<Head> heads =
        new PriorityQueue<>(Comparator.comparing(Head::row, ORDER));

    private Sorted(List<Source> sources) throws IOException {
      this.sources = sources;
      for (Source source : sources) {
        pull(source);
      }
    }

    /** The next row; null after the last. */
    @Nullable EventRow next() throws IOException {
      Head head = heads.poll();
      if (head == null) {
        return null;
      }
      pull(head.rest());
      return head.row();
    }

    private void pull(Source source) throws IOException {
      EventRow next = source.next();
      if (next != null) {
        heads.add(new Head(next, source));
      }
    }

    @Override
    public void close() throws IOException {
      closeAll(sources);
    }
  }
}
