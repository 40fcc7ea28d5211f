package cairn.insight.log;

import cairn.insight.log.CsvPlan.Role;
import cairn.insight.log.LogMapping.Keep;
import cairn.insight.log.Problem.Code;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Decides how a delimited text will be read, gathering problems and notes on the way. */
final class CsvPlanMaker {
  /** Fewest sample rows in which a case that never repeats is taken for a row number. */
  private static final int ROWS_TO_JUDGE = 20;

  private final CsvSample sample;
  private final LogMapping given;
  private final Map<Role, Integer> roles = new LinkedHashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Whether there are real dates: a table with a number called day may be no log at all. */
  private boolean isDated;

  CsvPlanMaker(CsvSample sample, LogMapping given) {
    this.sample = sample;
    this.given = given;
  }

  CsvPlan make(Charset encoding, boolean isMixed) throws RefusedException {
    noteText(encoding, isMixed);
    name(Role.CASE, given.caseColumn());
    name(Role.ACTIVITY, given.activity());
    name(Role.TIME, given.time());
    name(Role.PERSON, given.person());
    name(Role.RESOURCE, given.resource());
    name(Role.LIFECYCLE, given.lifecycle());
    name(Role.EPOCH, given.epochColumn());
    String pattern = time();
    isDated = pattern != null && !pattern.equals(TimeForm.DAYS);
    if (given.caseColumn() == null) {
      guess(Role.CASE, this::caseColumn);
    }
    if (given.activity() == null) {
      guess(Role.ACTIVITY, this::activityColumn);
    }
    if (given.lifecycle() == null) {
      guess(Role.LIFECYCLE, ColumnGuess::lifecycleByName);
    }
    if (given.resource() == null) {
      guess(Role.RESOURCE, ColumnGuess::resourceByName);
    }
    require(Role.CASE, "the case, which tells whose journey a row belongs to", "case");
    require(Role.ACTIVITY, "the activity, which tells what happened", "activity");
    require(Role.TIME, "the time", "time");
    ZoneId zone = given.zone() == null ? TimeForm.DEFAULT_ZONE : given.zone();
    checkPattern(pattern, zone);
    Map<String, LocalDate> epochs = epochs(pattern);
    LocalDate epoch = epoch(pattern, epochs);
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    notePerson();
    noteDuplicates();
    var mapping =
        new LogMapping(
            nameOf(Role.CASE),
            nameOf(Role.ACTIVITY),
            nameOf(Role.TIME),
            nameOf(Role.PERSON),
            nameOf(Role.RESOURCE),
            nameOf(Role.LIFECYCLE),
            pattern,
            zone,
            epoch,
            nameOf(Role.EPOCH),
            epochs,
            given.keep() == null ? Keep.ALL : given.keep(),
            sample.delimiter(),
            encoding,
            sample.hasHeader());
    return new CsvPlan(sample, mapping, Collections.unmodifiableMap(roles), List.copyOf(notes));
  }

  private void noteText(Charset encoding, boolean isMixed) {
    if (given.encoding() == null) {
      notes.add("The text is read as %s (guessed).".formatted(encoding.name()));
    }
    if (isMixed) {
      notes.add(
          "Some bytes are of another encoding than %s: their rows are rejected if it is UTF-8."
              .formatted(encoding.name()));
    }
    if (given.delimiter() == null) {
      notes.add("Fields are parted by %s (guessed).".formatted(spoken(sample.delimiter())));
    }
    if (given.header() == null) {
      notes.add(
          sample.hasHeader()
              ? "The first line names the columns (guessed)."
              : "There is no line that names the columns (guessed).");
    }
  }

  private void name(Role role, @Nullable String column) {
    if (column == null) {
      return;
    }
    switch (ColumnName.find(column, sample.columns())) {
      case ColumnName.At(int index) -> {
        roles.put(role, index);
        taken.add(index);
      }
      case ColumnName.Nowhere(Problem problem) -> problems.add(problem);
    }
  }

  private @Nullable String time() {
    if (given.time() == null) {
      Optional<ColumnGuess.Found> found = ColumnGuess.time(sample, taken);
      if (found.isEmpty()) {
        return given.pattern();
      }
      int column = found.get().column();
      roles.put(Role.TIME, column);
      taken.add(column);
      if (given.pattern() != null) {
        notes.add("The time is the column “%s” (guessed).".formatted(nameOf(Role.TIME)));
        return given.pattern();
      }
      noteTime(found.get().guess());
      return found.get().guess().pattern();
    }
    Integer column = roles.get(Role.TIME);
    if (column == null || given.pattern() != null) {
      return given.pattern();
    }
    Optional<TimeGuess> guess = TimeGuess.of(sample.column(column));
    if (guess.isEmpty()) {
      problems.add(
          new Problem(
              Code.UNKNOWN_TIME,
              "The column “%s” does not hold times of a known form.".formatted(given.time()),
              "Give the pattern its times are written in, such as dd.MM.yyyy HH:mm.",
              null));
      return null;
    }
    noteTime(guess.get());
    return guess.get().pattern();
  }

  private void noteTime(TimeGuess guess) {
    notes.add(
        "The time is the column “%s”, written as %s (guessed)."
            .formatted(nameOf(Role.TIME), guess.pattern()));
    guess
        .ambiguous()
        .ifPresent(other ->
            notes.add(
                "The times could as well be written as %s: give the pattern to be sure."
                    .formatted(other)));
  }

  private void checkPattern(@Nullable String pattern, ZoneId zone) {
    if (pattern == null) {
      return;
    }
    try {
      TimeForm.of(pattern, zone);
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              Code.BAD_SETTING,
              "“%s” is no pattern for times.".formatted(pattern),
              "Write it like dd.MM.yyyy HH:mm, or say iso, seconds, milliseconds or days.",
              null));
    }
  }

  private OptionalInt caseColumn(List<String> columns, Set<Integer> unfit) {
    var rejected = new HashSet<>(unfit);
    OptionalInt first = ColumnGuess.caseByName(columns, rejected);
    for (OptionalInt named = first; named.isPresent(); ) {
      if (repeats(named.getAsInt())) {
        return named;
      }
      rejected.add(named.getAsInt());
      named = ColumnGuess.caseByName(columns, rejected);
    }
    return first.isPresent() || !isDated ? first : ContentGuess.caseColumn(sample, unfit);
  }

  private boolean repeats(int column) {
    int rows = sample.rows().size();
    return rows < ROWS_TO_JUDGE || new HashSet<>(sample.column(column)).size() < rows;
  }

  private OptionalInt activityColumn(List<String> columns, Set<Integer> unfit) {
    OptionalInt named = ColumnGuess.activityByName(columns, unfit);
    Integer caseColumn = roles.get(Role.CASE);
    return named.isPresent() || caseColumn == null || !isDated
        ? named
        : ContentGuess.activityColumn(sample, caseColumn, unfit);
  }

  private void guess(Role role, BiFunction<List<String>, Set<Integer>, OptionalInt> by) {
    OptionalInt found = by.apply(sample.columns(), taken);
    if (found.isPresent()) {
      roles.put(role, found.getAsInt());
      taken.add(found.getAsInt());
      notes.add(
          "The %s is the column “%s” (guessed)."
              .formatted(role.name().toLowerCase(Locale.ROOT), nameOf(role)));
    }
  }

  private void require(Role role, String what, String setting) {
    boolean isUnknownName =
        switch (role) {
          case CASE -> given.caseColumn() != null;
          case ACTIVITY -> given.activity() != null;
          case TIME -> given.time() != null;
          case PERSON, RESOURCE, LIFECYCLE, EPOCH -> false;
        };
    if (!roles.containsKey(role) && !isUnknownName) {
      problems.add(
          new Problem(
              Code.MISSING_COLUMN,
              "No column looks like %s.".formatted(what),
              "Name it with the setting %s; the columns are %s."
                  .formatted(setting, ColumnName.quoted(sample.columns())),
              null));
    }
  }

  private Map<String, LocalDate> epochs(@Nullable String pattern) {
    boolean isOpen =
        TimeForm.DAYS.equals(pattern) && given.epoch() == null && given.epochs().isEmpty();
    if (!isOpen) {
      return given.epochs();
    }
    for (int column = 0; column < sample.columns().size(); column++) {
      Map<String, LocalDate> starts =
          taken.contains(column) ? Map.of() : Presentations.starts(sample.column(column));
      if (!starts.isEmpty()) {
        roles.put(Role.EPOCH, column);
        notes.add(
            "Days are counted from the start of the course that “%s” names: the first of February"
                    .formatted(nameOf(Role.EPOCH))
                + " for B, of October for J (guessed).");
        return starts;
      }
    }
    return Map.of();
  }

  private @Nullable LocalDate epoch(@Nullable String pattern, Map<String, LocalDate> epochs) {
    boolean isUnstated = TimeForm.DAYS.equals(pattern) && given.epoch() == null && epochs.isEmpty();
    if (isUnstated) {
      notes.add(
          "Days are counted from %s, for want of a stated epoch."
              .formatted(CsvPlan.EPOCH_UNSTATED));
    }
    return isUnstated ? CsvPlan.EPOCH_UNSTATED : given.epoch();
  }

  private void notePerson() {
    if (!roles.containsKey(Role.PERSON)) {
      ColumnGuess.personByName(sample.columns(), taken)
          .ifPresent(column ->
              notes.add(
                  "The column “%s” may name the person: with it several cases become one"
                          .formatted(sample.columns().get(column))
                      + " person's journeys."));
    }
  }

  private void noteDuplicates() {
    var seen = new HashSet<String>();
    var twice = new ArrayList<String>();
    for (String column : sample.columns()) {
      if (!seen.add(column)) {
        twice.add(column);
      }
    }
    if (!twice.isEmpty()) {
      notes.add(
          "The header names %s more than once: later ones are called “… (2)” and so on."
              .formatted(ColumnName.quoted(twice)));
    }
  }

  /** The column's name, or its place where the name is there twice. */
  private @Nullable String nameOf(Role role) {
    Integer index = roles.get(role);
    if (index == null) {
      return null;
    }
    String name = sample.columns().get(index);
    boolean isUnique = sample.columns().stream().filter(name::equals).count() == 1;
    return isUnique ? name : "#" + (index + 1);
  }

  private static String spoken(char delimiter) {
    return switch (delimiter) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "bars";
      default -> "“" + delimiter + "”";
    };
  }
}
