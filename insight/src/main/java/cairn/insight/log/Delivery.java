package cairn.insight.log;

import cairn.insight.log.Problem.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts people, gathers them into batches and hands these to the sink, from a cursor on. */
final class Delivery {

  private final RowSink sink;
  private final String digest;
  private final String reading;
  private final long peopleToSkip;
  private final JourneyCounter counter = new JourneyCounter();
  private final List<PersonRows> batch = new ArrayList<>();
  private int batchRows;
  private long people;
  private long rows;
  private long skipped;
  private ImportCursor cursor;

  Delivery(RowSink sink, String digest, String reading, Optional<ImportCursor> resumeAfter) {
    this.sink = sink;
    this.digest = digest;
    this.reading = reading;
    boolean isSame =
        resumeAfter
            .filter(from -> from.digest().equals(digest) && from.reading().equals(reading))
            .isPresent();
    this.peopleToSkip = isSame ? resumeAfter.orElseThrow().people() : 0;
    this.cursor = new ImportCursor(digest, reading, 0, 0);
  }

  void add(PersonRows person) throws LogReadException, InterruptedException {
    if (!counter.add(person)) {
      throw new LogReadException(
          Code.TOO_MANY_ACTIVITIES,
          "There are more than %d different activities, or %d ways between them."
              .formatted(JourneyCounter.ACTIVITIES_MAX, JourneyCounter.PAIRS_MAX),
          "Choose another column for the activity, one that names kinds of events.");
    }
    people++;
    rows += person.rows().size();
    if (people <= peopleToSkip) {
      skipped += person.rows().size();
      cursor = new ImportCursor(digest, reading, people, rows);
      return;
    }
    batch.add(person);
    batchRows += person.rows().size();
    if (batchRows >= RowSink.ROWS_PER_BATCH) {
      flush();
    }
  }

  void flush() throws LogReadException, InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    var after = new ImportCursor(digest, reading, people, rows);
    try {
      sink.accept(List.copyOf(batch), after);
    } catch (IOException e) {
      throw new LogReadException(
          Code.UNDELIVERED,
          "The rows could not be kept: %s.".formatted(e.getMessage()),
          "See to that, then import again: it goes on where it stopped.");
    }
    cursor = after;
    batch.clear();
    batchRows = 0;
  }

  /** What is wrong when the thread was told to stop. */
  static Problem interrupted() {
    return new Problem(
        Code.UNDELIVERED,
        "The import was interrupted.",
        "Import again: it goes on where it stopped.",
        null);
  }

  JourneyCounter counter() {
    return counter;
  }

  long rows() {
    return rows;
  }

  long skipped() {
    return skipped;
  }

  ImportCursor cursor() {
    return cursor;
  }
}
