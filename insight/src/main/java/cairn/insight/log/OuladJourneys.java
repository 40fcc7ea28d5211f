package cairn.insight.log;

import cairn.insight.log.AttributeValue.Flag;
import cairn.insight.log.AttributeValue.Text;
import cairn.insight.log.AttributeValue.Whole;
import cairn.insight.log.ImportOutcome.Done;
import cairn.insight.log.ImportOutcome.Refused;
import cairn.insight.log.ImportOutcome.Stopped;
import cairn.insight.log.ImportProgress.Phase;
import cairn.insight.log.LogShape.Format;
import cairn.insight.log.OuladTables.Row;
import cairn.insight.log.Problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The students of the Open University Learning Analytics Dataset (Kuzilek, Hlosta and Zdrahal 2017,
 * CC BY 4.0) as journeys through one course: register, submit, and pass, fail or withdraw.
 *
 * <p>One person is one enrolment of a student on a presentation of a module, named {@code
 * AAA-2013J-100893}; a student who enrols twice travels twice. Activities are {@code Register},
 * {@code Submit TMA1} and so on (the kind of assessment, numbered by its date within the
 * presentation), {@code Unregister} for the few who left the register and were graded all the same,
 * and at the end {@code Withdraw} or {@code Outcome: Pass}, {@code Fail}, {@code Distinction}.
 *
 * <p>What the tables do not say, and what is taken instead:
 *
 * <ul>
 *   <li>Days count from the start of a presentation, of which only month and year are published; it
 *       is taken to be the first of that month, midnight UTC: 2013J is 2013-10-01, 2013B is
 *       2013-02-01.
 *   <li>Results have no day: they come on the last day of the presentation.
 *   <li>Somebody who withdrew on an unknown day withdraws on the last day; somebody who registered
 *       on an unknown day registers on day 0, or on the day of leaving if that is earlier. Such
 *       rows carry the attribute {@code dayKnown: false}.
 *   <li>Submissions come from {@code studentAssessment.csv} with {@code assessments.csv}, or where
 *       these are absent from {@code student-journeys.csv}, which has those of 12,489 enrolments
 *       only. Enrolments of which none is known carry {@code submissionsKnown: false}.
 * </ul>
 */
public final class OuladJourneys {

  /** Enrolments held in memory at once: six times those of the published tables. */
  static final int ENROLMENTS_MAX = 200_000;

  private static final String REGISTRATIONS = "studentRegistration.csv";
  private static final String STUDENTS = "studentInfo.csv";
  private static final String COURSES = "courses.csv";
  private static final String ASSESSMENTS = "assessments.csv";
  private static final String SUBMISSIONS = "studentAssessment.csv";
  private static final String JOURNEYS = "student-journeys.csv";

  private static final List<String> ENROLMENT =
      List.of("code_module", "code_presentation", "id_student");

  private final OuladTables tables;
  private final Rejects rejects;
  private final Map<String, Integer> lengths = new HashMap<>();
  private final TreeMap<String, Enrolment> enrolments = new TreeMap<>();
  private long rows;

  private OuladJourneys(OuladTables tables, Rejects rejects) {
    this.tables = tables;
    this.rejects = rejects;
  }

  /** What is known of one enrolment. */
  private static final class Enrolment {
    final LocalDate start;
    final int lastDay;
    final Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    final List<Submission> submissions = new ArrayList<>();
    OptionalInt registered = OptionalInt.empty();
    OptionalInt left = OptionalInt.empty();
    @Nullable String result;

    Enrolment(LocalDate start, int lastDay) {
      this.start = start;
      this.lastDay = lastDay;
    }
  }

  /** One piece of work handed in. */
  private record Submission(int day, String label, Optional<AttributeValue> score) {}

  /** Whether a folder holds the tables that this reads. */
  public static boolean isThere(Path folder) {
    return List.of(REGISTRATIONS, STUDENTS, COURSES).stream()
        .allMatch(table -> Files.isRegularFile(folder.resolve(table)));
  }

  /**
   * Joins the tables of a folder and delivers every enrolment.
   *
   * @param folder where the tables lie, under their published names
   * @param settings where an earlier delivery stopped, and where rejected rows go; the rest is
   *     fixed
   * @param sink where the rows go
   * @param listener who hears how it comes along
   */
  public static ImportOutcome run(
      Path folder, ImportSettings settings, RowSink sink, ImportListener listener) {
    var meter = new ProgressMeter(listener, System::nanoTime);
    try (var rejects = new Rejects(settings.rejects())) {
      var journeys = new OuladJourneys(new OuladTables(folder, meter), rejects);
      return journeys.run(settings.resumeAfter(), sink, meter);
    } catch (IOException e) {
      return new Refused(List.of(Rejects.unwritable()));
    }
  }

  private ImportOutcome run(Optional<ImportCursor> resumeAfter, RowSink sink, ProgressMeter meter) {
    try {
      readTables();
    } catch (LogReadException e) {
      return new Refused(List.of(e.problem()));
    }
    var delivery = new Delivery(sink, tables.digest(), "0".repeat(16), resumeAfter);
    try {
      deliver(delivery, meter);
      return new Done(report(delivery, meter));
    } catch (LogReadException e) {
      return new Stopped(e.problem(), report(delivery, meter));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Stopped(Delivery.interrupted(), report(delivery, meter));
    }
  }

  private void readTables() throws LogReadException {
    tables.read(
        COURSES,
        List.of("code_module", "code_presentation", "module_presentation_length"),
        row -> lengths.put(course(row), day(row, "module_presentation_length").orElse(0)));
    var columns = new ArrayList<>(ENROLMENT);
    columns.addAll(List.of("date_registration", "date_unregistration"));
    tables.read(REGISTRATIONS, columns, this::readRegistration);
    columns = new ArrayList<>(ENROLMENT);
    columns.addAll(
        List.of("region", "age_band", "num_of_prev_attempts", "studied_credits", "final_result"));
    tables.read(STUDENTS, columns, this::readStudent);
    if (tables.has(SUBMISSIONS) && tables.has(ASSESSMENTS)) {
      var labels = new OuladAssessments(tables, ASSESSMENTS);
      tables.read(
          SUBMISSIONS,
          List.of("id_assessment", "id_student", "date_submitted", "score"),
          row -> {
            OuladAssessments.Named assessment = labels.of(row.get("id_assessment"));
            if (assessment == null) {
              rejects.keep(reject(row, RejectReason.NO_ACTIVITY, "id_assessment"));
            } else {
              submit(
                  assessment.course() + "-" + row.get("id_student"),
                  "date_submitted",
                  assessment.label(),
                  row);
            }
          });
    } else if (tables.has(JOURNEYS)) {
      tables.read(
          JOURNEYS,
          List.of("case", "day", "activity", "score"),
          row -> {
            if (row.get("activity").startsWith("Submit ")) {
              submit(row.get("case"), "day", row.get("activity"), row);
            } else {
              known(row.get("case"));
            }
          });
    }
  }

  private void readRegistration(Row row) throws LogReadException {
    Optional<LocalDate> start = Presentations.start(row.get("code_presentation"));
    Integer length = lengths.get(course(row));
    if (start.isEmpty() || length == null) {
      throw new LogReadException(
          Code.MALFORMED,
          "%s names a presentation that %s does not have.".formatted(REGISTRATIONS, COURSES),
          "Put tables of one edition into the folder.");
    }
    if (enrolments.size() == ENROLMENTS_MAX) {
      throw new LogReadException(
          Code.UNKNOWN_FORMAT,
          "There are more than %d enrolments.".formatted(ENROLMENTS_MAX),
          "Join the tables into one log and import that.");
    }
    var enrolment = new Enrolment(start.get(), length);
    enrolment.registered = day(row, "date_registration");
    enrolment.left = day(row, "date_unregistration");
    enrolments.put(name(row), enrolment);
  }

  private void readStudent(Row row) throws LogReadException {
    Enrolment enrolment = enrolments.get(name(row));
    if (enrolment == null) {
      rejects.keep(reject(row, RejectReason.UNKNOWN_CASE, "id_student"));
      return;
    }
    Map<String, AttributeValue> attributes = enrolment.attributes;
    attributes.put("student", new Text(row.get("id_student")));
    attributes.put("module", new Text(row.get("code_module")));
    attributes.put("presentation", new Text(row.get("code_presentation")));
    attributes.put("region", new Text(row.get("region")));
    attributes.put("ageBand", new Text(row.get("age_band")));
    attributes.put("previousAttempts", new Whole(day(row, "num_of_prev_attempts").orElse(0)));
    attributes.put("studiedCredits", new Whole(day(row, "studied_credits").orElse(0)));
    attributes.put("submissionsKnown", new Flag(false));
    enrolment.result = row.get("final_result");
  }

  private void submit(String name, String dayColumn, String label, Row row)
      throws LogReadException {
    Enrolment enrolment = enrolments.get(name);
    OptionalInt day = day(row, dayColumn);
    if (enrolment == null) {
      rejects.keep(reject(row, RejectReason.UNKNOWN_CASE, null));
      return;
    }
    if (day.isEmpty()) {
      rejects.keep(reject(row, RejectReason.NO_TIME, dayColumn));
      return;
    }
    OptionalInt score = day(row, "score");
    enrolment.submissions.add(
        new Submission(
            day.getAsInt(),
            label,
            score.isPresent() ? Optional.of(new Whole(score.getAsInt())) : Optional.empty()));
    known(name);
  }

  private void known(String name) {
    Enrolment enrolment = enrolments.get(name);
    if (enrolment != null) {
      enrolment.attributes.put("submissionsKnown", new Flag(true));
    }
  }

  private void deliver(Delivery delivery, ProgressMeter meter)
      throws LogReadException, InterruptedException {
    meter.begin(Phase.DELIVERING, enrolments.size());
    long done = 0;
    for (Map.Entry<String, Enrolment> enrolment : enrolments.entrySet()) {
      delivery.add(person(enrolment.getKey(), enrolment.getValue()));
      meter.at(++done, delivery.rows());
    }
    delivery.flush();
    meter.end(delivery.rows());
  }

  private PersonRows person(String name, Enrolment enrolment) {
    int leftOr = enrolment.left.orElse(enrolment.lastDay);
    boolean isWithdrawn = "Withdrawn".equals(enrolment.result);
    var events = new ArrayList<EventRow>();
    int registered = enrolment.registered.orElse(Math.min(0, leftOr));
    events.add(event(name, enrolment, registered, "Register", dayKnown(enrolment.registered)));
    enrolment.submissions.stream()
        .sorted(Comparator.comparingInt(Submission::day).thenComparing(Submission::label))
        .map(submission ->
            event(
                name,
                enrolment,
                submission.day(),
                submission.label(),
                submission
                    .score()
                    .map(score -> Map.<String, AttributeValue>of("score", score))
                    .orElse(Map.of())))
        .forEach(events::add);
    if (isWithdrawn) {
      events.add(event(name, enrolment, leftOr, "Withdraw", dayKnown(enrolment.left)));
    } else {
      if (enrolment.left.isPresent()) {
        events.add(event(name, enrolment, leftOr, "Unregister", Map.of()));
      }
      if (enrolment.result != null) {
        events.add(
            event(name, enrolment, enrolment.lastDay, "Outcome: " + enrolment.result, Map.of()));
      }
    }
    events.sort(Comparator.comparing(EventRow::at));
    return new PersonRows(name, enrolment.attributes, events);
  }

  private static Map<String, AttributeValue> dayKnown(OptionalInt day) {
    return day.isPresent() ? Map.of() : Map.of("dayKnown", new Flag(false));
  }

  private EventRow event(
      String name,
      Enrolment enrolment,
      int day,
      String activity,
      Map<String, AttributeValue> attributes) {
    Instant at = enrolment.start.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new EventRow(name, name, activity, at, null, null, attributes, ++rows);
  }

  private ImportReport report(Delivery delivery, ProgressMeter meter) {
    var shape =
        new LogShape(
            Format.CSV,
            false,
            tables.bytes(),
            delivery.cursor().digest(),
            List.of(),
            LogMapping.GUESSED,
            List.of(
                "Several tables of the Open University are joined into one journey an enrolment.",
                "2013J is taken to begin on 2013-10-01, 2013B on 2013-02-01, and so on."));
    return new ImportReport(
        shape,
        delivery.counter().summary(),
        delivery.counter().observed(LogImport.ACTIVITIES_DRAWN),
        rejects.count(),
        rejects.counts(),
        rejects.first(),
        rejects.file(),
        0,
        0,
        delivery.skipped(),
        delivery.cursor(),
        meter.sinceBeginning());
  }

  private static Reject reject(Row row, RejectReason reason, @Nullable String column) {
    return new Reject(row.number(), row.line(), reason, column, null);
  }

  private static String course(Row row) {
    return row.get("code_module") + "-" + row.get("code_presentation");
  }

  private static String name(Row row) {
    return course(row) + "-" + row.get("id_student");
  }

  /** A whole number; empty when the table leaves it open. */
  static OptionalInt day(Row row, String column) throws LogReadException {
    String value = row.get(column);
    if (value.isEmpty() || value.equals("?")) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of((int) Math.round(Double.parseDouble(value)));
    } catch (NumberFormatException e) {
      throw new LogReadException(
          new Problem(
              Code.MALFORMED,
              "The column %s holds something that is no number.".formatted(column),
              "Fetch the published table again.",
              new Problem.Place(row.line(), 0)));
    }
  }
}
