package cairn.insight.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Guesses which column of a log means what: by its name first, else by what stands in it. */
final class ColumnGuess {

  /*
   * Names are compared in small letters without anything but letters and digits, and are listed from
   * the most to the least telling. By content, the time is the column that most reads as times.
   */

  private static final List<String> CASE =
      List.of(
          "caseconceptname",
          "caseid",
          "case",
          "casenumber",
          "caseno",
          "casekey",
          "traceid",
          "trace",
          "journeyid",
          "journey",
          "processinstanceid",
          "instanceid",
          "processid",
          "serviceid",
          "requestid",
          "ticketid",
          "ticketnumber",
          "incidentid",
          "applicationid",
          "application",
          "claimid",
          "orderid",
          "sessionid",
          "session",
          "patientid",
          "patient",
          "studentid",
          "idstudent",
          "student",
          "customerid",
          "customer",
          "clientid",
          "memberid",
          "personid",
          "person",
          "userid",
          "user",
          "employeeid",
          "id");

  private static final List<String> ACTIVITY =
      List.of(
          "conceptname",
          "activity",
          "activityname",
          "activityid",
          "touchpoint",
          "event",
          "eventname",
          "eventtype",
          "action",
          "actionname",
          "operation",
          "task",
          "taskname",
          "step",
          "stepname",
          "stage",
          "handling",
          "status",
          "state",
          "message",
          "name",
          "type");

  private static final List<String> TIME =
      List.of(
          "timetimestamp",
          "timestamp",
          "eventtimestamp",
          "eventtime",
          "time",
          "datetime",
          "occurredat",
          "at",
          "starttimestamp",
          "starttime",
          "startdate",
          "startedat",
          "start",
          "completetimestamp",
          "completetime",
          "completeddate",
          "endtimestamp",
          "endtime",
          "enddate",
          "createdat",
          "created",
          "date",
          "day");

  private static final List<String> RESOURCE =
      List.of(
          "orgresource",
          "resource",
          "resourceid",
          "originator",
          "performer",
          "agent",
          "employee",
          "worker",
          "staff",
          "assignee",
          "handledby",
          "changedby",
          "userid",
          "user");

  private static final List<String> LIFECYCLE =
      List.of(
          "lifecycletransition", "lifecycle", "transition", "registrationtype", "eventlifecycle");

  private static final List<String> PERSON =
      List.of(
          "casecustomerid",
          "customerid",
          "customer",
          "personid",
          "person",
          "clientid",
          "memberid",
          "userid",
          "studentid",
          "idstudent",
          "patientid",
          "citizenid");

  private ColumnGuess() {}

  static boolean knowsOneOf(List<String> names) {
    return named(names, CASE, Set.of()).isPresent() && named(names, TIME, Set.of()).isPresent();
  }

  static OptionalInt caseByName(List<String> columns, Set<Integer> taken) {
    return named(columns, CASE, taken);
  }

  static OptionalInt activityByName(List<String> columns, Set<Integer> taken) {
    return named(columns, ACTIVITY, taken);
  }

  static OptionalInt resourceByName(List<String> columns, Set<Integer> taken) {
    return named(columns, RESOURCE, taken);
  }

  static OptionalInt lifecycleByName(List<String> columns, Set<Integer> taken) {
    return named(columns, LIFECYCLE, taken);
  }

  static OptionalInt personByName(List<String> columns, Set<Integer> taken) {
    return named(columns, PERSON, taken);
  }

  /** The best named column whose sample reads as times, else any whose sample does. */
  static Optional<Found> time(CsvSample sample, Set<Integer> taken) {
    var unfit = new HashSet<>(taken);
    for (OptionalInt named = named(sample.columns(), TIME, unfit);
        named.isPresent();
        named = named(sample.columns(), TIME, unfit)) {
      Optional<TimeGuess> guess = TimeGuess.of(sample.column(named.getAsInt()));
      if (guess.isPresent()) {
        return Optional.of(new Found(named.getAsInt(), guess.get()));
      }
      unfit.add(named.getAsInt());
    }
    Optional<Found> best = Optional.empty();
    for (int index = 0; index < sample.columns().size(); index++) {
      Optional<TimeGuess> guess =
          taken.contains(index) ? Optional.empty() : TimeGuess.of(sample.column(index));
      boolean isDate =
          guess.isPresent()
              && !guess.get().pattern().equals(TimeForm.DAYS)
              && (best.isEmpty() || guess.get().share() > best.get().guess().share());
      if (isDate) {
        best = Optional.of(new Found(index, guess.orElseThrow()));
      }
    }
    return best;
  }

  /** A column and how its times are written. */
  record Found(int column, TimeGuess guess) {}

  private static OptionalInt named(List<String> columns, List<String> known, Set<Integer> taken) {
    var plain = new ArrayList<String>();
    for (String column : columns) {
      plain.add(column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
    }
    for (String name : known) {
      int index = plain.indexOf(name);
      if (index >= 0 && !taken.contains(index)) {
        return OptionalInt.of(index);
      }
    }
    return OptionalInt.empty();
  }
}
