package cairn.insight.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import cairn.insight.log.ImportOutcome.Done;
import cairn.insight.log.ImportOutcome.Refused;
import cairn.insight.log.ImportOutcome.Stopped;
import cairn.insight.log.ImportProgress.Phase;
import cairn.insight.log.LogMapping.Keep;
import cairn.insight.log.LogShape.Format;
import cairn.insight.log.Problem.Code;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event log into journeys: the front door of this package.
 *
 * <p>The file is looked over once from end to end, so that a damaged one is refused before anything
 * is delivered. Then XES is delivered while it is read; CSV, and XES of which a person column joins
 * several traces, is sorted first. Memory stays within the sorting memory of the settings plus some
 * 200 MB for the largest logs, whatever the size of the file.
 */
public final class LogImport {

  /** Touchpoints in the journey that is drawn of an unknown log. */
  public static final int ACTIVITIES_DRAWN = 24;

  private final LogFile file;
  private final @Nullable CsvPlan plan;
  private final LogShape shape;
  private final ImportSettings settings;
  private final ProgressMeter meter;

  private LogImport(
      LogFile file,
      @Nullable CsvPlan plan,
      LogShape shape,
      ImportSettings settings,
      ProgressMeter meter) {
    this.file = file;
    this.plan = plan;
    this.shape = shape;
    this.settings = settings;
    this.meter = meter;
  }

  /** Looks a file over and decides how to read it, without reading its rows. */
  public static Inspection inspect(Path path, LogMapping mapping, ImportListener listener) {
    try {
      var settings = ImportSettings.DEFAULTS.withMapping(mapping);
      return new Inspection.Understood(
          prepare(path, settings, new ProgressMeter(listener, System::nanoTime)).shape);
    } catch (RefusedException e) {
      return new Inspection.NotUnderstood(e.problems());
    }
  }

  /**
   * Reads a file and delivers all of it.
   *
   * @param path the file: XES or delimited text, plain or gzipped
   * @param settings how to read it
   * @param sink where the rows go
   * @param listener who hears how it comes along
   */
  public static ImportOutcome run(
      Path path, ImportSettings settings, RowSink sink, ImportListener listener) {
    return run(path, settings, sink, listener, System::nanoTime);
  }

  static ImportOutcome run(
      Path path,
      ImportSettings settings,
      RowSink sink,
      ImportListener listener,
      LongSupplier nanos) {
    try {
      return prepare(path, settings, new ProgressMeter(listener, nanos)).deliver(sink);
    } catch (RefusedException e) {
      return new Refused(e.problems());
    }
  }

  private static LogImport prepare(Path path, ImportSettings settings, ProgressMeter meter)
      throws RefusedException {
    try {
      LogFile file = LogFile.look(path, meter);
      LogMapping given = settings.mapping();
      CsvPlan plan = null;
      LogMapping mapping = given;
      List<String> columns = List.of();
      var notes = new ArrayList<String>();
      switch (file.format()) {
        case CSV -> {
          Charset encoding =
              Objects.requireNonNullElseGet(given.encoding(), file.encoding()::charset);
          var sample = CsvSample.of(file, encoding, given.delimiter(), given.header());
          plan = CsvPlan.of(sample, given, encoding, file.encoding().isMixed());
          mapping = plan.mapping();
          columns = sample.columns();
          notes.addAll(plan.notes());
        }
        case XES -> mapping = xesMapping(given, notes);
      }
      var shape =
          new LogShape(
              file.format(),
              file.compressed(),
              file.bytes(),
              file.digest(),
              columns,
              mapping,
              notes);
      return new LogImport(file, plan, shape, settings, meter);
    } catch (LogReadException e) {
      throw new RefusedException(List.of(e.problem()));
    } catch (IOException e) {
      throw new RefusedException(List.of(LogFile.problem(path, e)));
    }
  }

  private static LogMapping xesMapping(LogMapping given, List<String> notes)
      throws LogReadException {
    if (given.pattern() != null) {
      try {
        TimeForm.of(given.pattern(), TimeForm.DEFAULT_ZONE);
      } catch (IllegalArgumentException e) {
        throw new LogReadException(
            Code.BAD_SETTING,
            "“%s” is no pattern for times.".formatted(given.pattern()),
            "Write it like dd.MM.yyyy HH:mm, or leave it out: XES has times of its own.");
      }
    }
    if (given.zone() == null) {
      notes.add("Times without a zone are taken as UTC.");
    }
    return new LogMapping(
        given.caseColumn(),
        given.activity(),
        given.time(),
        given.person(),
        given.resource(),
        given.lifecycle(),
        given.pattern(),
        Objects.requireNonNullElse(given.zone(), TimeForm.DEFAULT_ZONE),
        given.epoch(),
        null,
        Map.of(),
        Objects.requireNonNullElse(given.keep(), Keep.ALL),
        null,
        null,
        null);
  }

  private ImportOutcome deliver(RowSink sink) {
    String reading =
        HexFormat.of()
            .formatHex(ImportIds.sha256().digest(shape.mapping().toString().getBytes(UTF_8)), 0, 8);
    var delivery = new Delivery(sink, file.digest(), reading, settings.resumeAfter());
    var pass = new Pass(delivery);
    Problem problem = null;
    try (pass) {
      try {
        problem = read(pass);
        delivery.flush();
        meter.end(delivery.rows());
      } catch (LogReadException e) {
        problem = e.problem();
      } catch (IOException e) {
        problem = LogFile.problem(file.path(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        problem = Delivery.interrupted();
      }
    } catch (IOException e) {
      problem = Rejects.unwritable();
    }
    ImportReport report = pass.report();
    if (problem == null && report.summary().events() == 0) {
      problem =
          new Problem(
              Code.EMPTY,
              "No row of %s could be used.".formatted(file.path().getFileName()),
              report.rejected() > 0
                  ? "See why in the rejected rows, and name the columns by hand if need be."
                  : "Export the log again, with its events.",
              null);
    }
    return problem == null ? new Done(report) : new Stopped(problem, report);
  }

  /** Reads to the end, or to a place that cannot be read; everybody before it is delivered. */
  private @Nullable Problem read(Pass pass)
      throws LogReadException, IOException, InterruptedException {
    Problem problem = null;
    try {
      readRows(pass);
    } catch (LogReadException e) {
      if (e.problem().code() != Code.MALFORMED) {
        throw e;
      }
      problem = e.problem();
    }
    pass.deliverSorted();
    return problem;
  }

  private void readRows(Pass pass) throws LogReadException, IOException, InterruptedException {
    meter.begin(Phase.READING, file.bytes());
    try (CountedStream stream = file.open();
        var bytes = file.unpack(stream)) {
      pass.follow(stream);
      if (file.format() == Format.XES) {
        new XesRows(shape.mapping(), pass).readAll(bytes);
      } else {
        CsvPlan csv = Objects.requireNonNull(plan);
        try (var text =
            CsvText.of(
                bytes,
                Objects.requireNonNull(csv.mapping().encoding()),
                csv.sample().delimiter())) {
          new CsvRows(csv, pass).readAll(text);
        }
      }
    }
  }

  /** One pass over the file: what was taken, rejected and left out. */
  private final class Pass implements RowTaker, AutoCloseable {
    private final Delivery delivery;
    private final Rejects rejects = new Rejects(settings.rejects());
    private final RowSorter sorter = new RowSorter(settings.folder(), settings.sortBytes());
    private @Nullable CountedStream stream;
    private long rows;
    private long leftOut;
    private long planned;

    Pass(Delivery delivery) {
      this.delivery = delivery;
    }

    void follow(CountedStream read) {
      stream = read;
    }

    @Override
    public void take(EventRow row) throws InterruptedException, LogReadException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try {
        sorter.add(row);
      } catch (IOException e) {
        throw unsorted();
      }
      tell(1);
    }

    @Override
    public void take(PersonRows person) throws InterruptedException, LogReadException {
      delivery.add(person);
      tell(person.rows().size());
    }

    @Override
    public void reject(Reject reject) throws LogReadException {
      rejects.keep(reject);
      tell(1);
    }

    @Override
    public void leaveOut() {
      leftOut++;
      tell(1);
    }

    @Override
    public void plan() {
      planned++;
      tell(1);
    }

    private void tell(long more) {
      rows += more;
      if (stream != null) {
        meter.at(stream.count(), rows);
      }
    }

    void deliverSorted() throws LogReadException, InterruptedException {
      if (sorter.count() == 0) {
        return;
      }
      meter.end(rows);
      meter.begin(Phase.DELIVERING, sorter.count());
      try (var sorted = sorter.sorted()) {
        var ofPerson = new ArrayList<EventRow>();
        for (EventRow row = sorted.next(); row != null; row = sorted.next()) {
          if (!ofPerson.isEmpty() && !ofPerson.getFirst().person().equals(row.person())) {
            deliver(ofPerson);
          }
          if (ofPerson.size() < PersonRows.ROWS_MAX) {
            ofPerson.add(row);
          } else {
            rejects.keep(new Reject(row.number(), 0, RejectReason.TOO_MANY_ROWS, null, null));
          }
          meter.at(delivery.rows(), delivery.rows());
        }
        deliver(ofPerson);
      } catch (IOException e) {
        throw unsorted();
      }
    }

    private static LogReadException unsorted() {
      return new LogReadException(
          Code.UNDELIVERED,
          "The rows could not be sorted: a temporary file could not be written or read.",
          "Make room there or name another folder, then import again.");
    }

    private void deliver(List<EventRow> ofPerson) throws LogReadException, InterruptedException {
      delivery.add(new PersonRows(ofPerson.getFirst().person(), Map.of(), ofPerson));
      ofPerson.clear();
    }

    ImportReport report() {
      return new ImportReport(
          shape,
          delivery.counter().summary(),
          delivery.counter().observed(ACTIVITIES_DRAWN),
          rejects.count(),
          rejects.counts(),
          rejects.first(),
          rejects.file(),
          leftOut,
          planned,
          delivery.skipped(),
          delivery.cursor(),
          meter.sinceBeginning());
    }

    @Override
    public void close() throws IOException {
      try (rejects;
          sorter) {
        stream = null;
      }
    }
  }
}
