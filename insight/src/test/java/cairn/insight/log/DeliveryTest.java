package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.insight.log.ImportOutcome.Stopped;
import cairn.insight.log.ImportProgress.Phase;
import cairn.insight.log.Problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How rows reach the sink: sorted, in batches, once, and on from where it stopped. */
final class DeliveryTest extends ImportFixture {

  private static final long SEED = 7;

  /**
   * Rows in random order, sorted with so little memory that hundreds of runs are written and merged
   * more than once, must come out as a plain sort of all of them says.
   */
  @Test
  void sortingOnDiskGivesWhatSortingInMemoryGives() throws IOException {
    var random = new Random(SEED);
    var log = new StringBuilder("case,activity,time\n");
    for (int row = 0; row < 30_000; row++) {
      log.append(
          "c%d,a%d,2026-01-01T00:%02d:00Z\n"
              .formatted(random.nextInt(500), random.nextInt(20), random.nextInt(60)));
    }
    var file = write("log.csv", log.toString());
    var spill = Files.createDirectory(folder.resolve("spill"));
    var settings =
        ImportSettings.DEFAULTS.withFolder(spill).withSortBytes(ImportSettings.SORT_BYTES_MIN);

    done(file, settings);

    var expected = new ArrayList<>(collected.rows());
    expected.sort(
        Comparator.comparing(EventRow::person)
            .thenComparing(EventRow::at)
            .thenComparingLong(EventRow::number));
    assertThat(collected.rows()).hasSize(30_000).isEqualTo(expected);
    assertThat(collected.people).extracting(PersonRows::person).doesNotHaveDuplicates();
    try (var left = Files.list(spill)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void batchesHoldWholePeopleAndAboutAThousandRows() throws IOException {
    var sizes = new ArrayList<Integer>();
    RowSink sink =
        (batch, after) -> sizes.add(batch.stream().mapToInt(person -> person.rows().size()).sum());

    LogImport.run(people(700, 7), ImportSettings.DEFAULTS, sink, ImportListener.NONE);

    assertThat(sizes).containsExactly(1_001, 1_001, 1_001, 1_001, 896);
  }

  /** The sink fails at its third batch; a second run goes on after the last batch it kept. */
  @Test
  void anImportGoesOnWhereTheLastOneStopped() throws IOException {
    var file = people(700, 7);
    var kept = new Collected();
    RowSink failing =
        (batch, after) -> {
          if (kept.cursors.size() == 2) {
            throw new IOException("the disk is full");
          }
          kept.accept(batch, after);
        };

    var stopped =
        (Stopped) LogImport.run(file, ImportSettings.DEFAULTS, failing, ImportListener.NONE);
    assertThat(stopped.problem().code()).isEqualTo(Code.UNDELIVERED);
    assertThat(stopped.report().cursor()).isEqualTo(kept.cursors.getLast());

    var cursor = ImportCursor.parse(kept.cursors.getLast().asText()).orElseThrow();
    var report = done(file, ImportSettings.DEFAULTS.withResumeAfter(cursor));

    assertThat(report.resumed()).isEqualTo(2_002);
    assertThat(report.summary().events()).isEqualTo(4_900);
    assertThat(kept.people.size() + collected.people.size()).isEqualTo(700);
    assertThat(collected.people.getFirst()).isNotEqualTo(kept.people.getLast());
  }

  @Test
  void aCursorOfAnotherFileOrReadingIsNotFollowed() throws IOException {
    var file = people(10, 2);
    var cursor = done(file, ImportSettings.DEFAULTS).cursor();
    var settings = ImportSettings.DEFAULTS.withResumeAfter(cursor);

    assertThat(done(file, settings).resumed()).isEqualTo(20);
    assertThat(done(file, settings.withMapping(mapping(Map.of("keep", "complete")))).resumed())
        .isZero();
    Files.writeString(file, Files.readString(file) + "zz,a,2026-01-01\n");
    assertThat(done(file, settings).resumed()).isZero();
    assertThat(ImportCursor.parse("something else")).isEmpty();
  }

  @Test
  void idsComeOutTheSameForTheSameRowsWhateverTheFileIsCalledAndWhateverFollows()
      throws IOException {
    var log = "case,activity,time\n1,a,2026-01-01\n1,a,2026-01-01\n1,b,2026-01-02\n";
    done(write("january.csv", log), ImportSettings.DEFAULTS);
    done(write("february.csv", log + "1,c,2026-02-01\n"), ImportSettings.DEFAULTS);

    var january = ImportIds.of("shop", collected.people.get(0));
    var february = ImportIds.of("shop", collected.people.get(1));

    assertThat(january).hasSize(3).doesNotHaveDuplicates();
    assertThat(february).hasSize(4).startsWith(january.toArray(String[]::new));
    var elsewhere = new HashSet<>(ImportIds.of("bank", collected.people.get(0)));
    assertThat(elsewhere).doesNotContainAnyElementsOf(january);
  }

  @Test
  void progressIsToldWithRateAndTimeLeft() throws IOException {
    var clock = new AtomicLong();
    var told = new ArrayList<ImportProgress>();

    LogImport.run(
        people(700, 7),
        ImportSettings.DEFAULTS,
        collected,
        told::add,
        () -> clock.addAndGet(50_000_000));

    assertThat(told).extracting(ImportProgress::phase).contains(Phase.values()).isSorted();
    assertThat(told.getLast().done()).isEqualTo(4_900).isEqualTo(told.getLast().total());
    assertThat(told.getLast().share()).hasValue(1);
    var midway =
        told.stream()
            .filter(progress -> progress.done() > 0 && progress.done() < progress.total())
            .toList();
    assertThat(midway).isNotEmpty();
    assertThat(midway).allSatisfy(progress -> assertThat(progress.left()).isPresent());
    assertThat(midway.getLast().rowsPerSecond()).isPositive();
  }

  @Test
  void anInterruptedImportStopsAndSaysSo() throws IOException {
    RowSink interrupting =
        (batch, after) -> {
          throw new InterruptedException();
        };

    var stopped =
        (Stopped)
            LogImport.run(people(700, 7), ImportSettings.DEFAULTS, interrupting, progress -> {});

    assertThat(Thread.interrupted()).isTrue();
    assertThat(stopped.problem().message()).isEqualTo("The import was interrupted.");
    assertThat(stopped.report().cursor().people()).isZero();
  }

  @Test
  void whatIsBeyondOnePersonsBoundIsRejected() throws IOException {
    var log = new StringBuilder("case,activity,time\n");
    log.append("1,a,2026-01-01\n".repeat(PersonRows.ROWS_MAX + 3));

    var report = done(write("log.csv", log.toString()), ImportSettings.DEFAULTS);

    assertThat(report.summary().lengthMax()).isEqualTo(PersonRows.ROWS_MAX);
    assertThat(report.rejectedBy()).isEqualTo(Map.of(RejectReason.TOO_MANY_ROWS, 3L));
    assertThat(report.firstRejects().getFirst().number()).isEqualTo(PersonRows.ROWS_MAX + 1);
  }

  @Test
  void inspectingReadsNoRowButSaysHowItWould() throws IOException {
    var inspection = LogImport.inspect(people(3, 2), LogMapping.GUESSED, ImportListener.NONE);

    assertThat(inspection).isInstanceOf(Inspection.Understood.class);
    var shape = ((Inspection.Understood) inspection).shape();
    assertThat(shape.columns()).containsExactly("case", "activity", "time");
    assertThat(shape.mapping().pattern()).isEqualTo("iso");
    assertThat(LogImport.inspect(folder, LogMapping.GUESSED, ImportListener.NONE))
        .isInstanceOf(Inspection.NotUnderstood.class);
  }

  @Test
  void everyAttributeSurvivesSortingOnDisk() throws IOException {
    var values =
        Map.<String, AttributeValue>of(
            "t", new AttributeValue.Text("ä\n"),
            "w", new AttributeValue.Whole(Long.MIN_VALUE),
            "r", new AttributeValue.Real(-0.5),
            "f", new AttributeValue.Flag(true),
            "m", new AttributeValue.Moment(Instant.parse("2026-01-01T00:00:00.123456789Z")));
    try (var sorter = new RowSorter(folder, 1)) {
      var rows = new ArrayList<EventRow>();
      for (int number = 1; number <= 3 * RowSorter.RUNS_MAX; number++) {
        var row =
            new EventRow(
                "p", "c", "a", Instant.MIN, null, number % 2 == 0 ? "x" : null, values, number);
        rows.addFirst(row);
      }
      for (EventRow row : rows) {
        sorter.add(row);
      }

      try (var sorted = sorter.sorted()) {
        for (EventRow row : rows.reversed()) {
          assertThat(sorted.next()).isEqualTo(row);
        }
        assertThat(sorted.next()).isNull();
      }
    }
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private Path people(int people, int rows) throws IOException {
    var log = new StringBuilder("case,activity,time\n");
    for (int person = 0; person < people; person++) {
      for (int row = 0; row < rows; row++) {
        log.append("p%04d,a%d,2026-01-0%d\n".formatted(person, row % 3, 1 + row));
      }
    }
    return write("people.csv", log.toString());
  }
}
