package cairn.insight.log;

import cairn.insight.log.AttributeValue.Real;
import cairn.insight.log.AttributeValue.Text;
import cairn.insight.log.AttributeValue.Whole;
import cairn.insight.log.CsvPlan.Role;
import cairn.insight.log.LogMapping.Keep;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a delimited text as its plan says. */
final class CsvRows {

  /** Characters of a name or value that is kept; the same for XES. */
  static final int VALUE_LENGTH_MAX = 10_000;

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern REAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

  /** What the values of an attribute column are, as far as the sample shows. */
  private enum Kind {
    TEXT,
    WHOLE,
    REAL
  }

  private final CsvPlan plan;
  private final RowTaker taker;
  private final TimeForm times;
  private final LocalDate epoch;
  private final List<String> names;
  private final List<Kind> kinds;

  CsvRows(CsvPlan plan, RowTaker taker) {
    this.plan = plan;
    this.taker = taker;
    LogMapping mapping = plan.mapping();
    this.times =
        TimeForm.of(
            Objects.requireNonNull(mapping.pattern()), Objects.requireNonNull(mapping.zone()));
    this.epoch = mapping.epoch() == null ? CsvPlan.EPOCH_UNSTATED : mapping.epoch();
    this.names = uniqueNames(plan.sample().columns());
    this.kinds = kinds(plan.sample());
  }

  void readAll(CsvText text) throws LogReadException, IOException, InterruptedException {
    if (plan.sample().hasHeader()) {
      text.next();
    }
    long number = 0;
    for (CsvRecord next = text.next(); next != null; next = text.next()) {
      number++;
      read(next, number);
    }
  }

  private void read(CsvRecord record, long number) throws LogReadException, InterruptedException {
    int fields = names.size();
    boolean fits = record.getFieldCount() == fields || hasOnlyEmptyBeyond(record, fields);
    if (!fits) {
      reject(record, number, RejectReason.FIELD_COUNT, null, null);
      return;
    }
    for (int index = 0; index < fields; index++) {
      String field = record.getField(index);
      if (field.indexOf(CsvText.UNREADABLE) >= 0) {
        reject(record, number, RejectReason.BAD_ENCODING, names.get(index), field);
        return;
      }
      if (field.length() > VALUE_LENGTH_MAX) {
        reject(record, number, RejectReason.TOO_LONG, names.get(index), field);
        return;
      }
    }
    String caseId = value(record, Role.CASE);
    String activity = value(record, Role.ACTIVITY);
    String person = plan.roles().containsKey(Role.PERSON) ? value(record, Role.PERSON) : caseId;
    String time = value(record, Role.TIME);
    if (caseId == null) {
      reject(record, number, RejectReason.NO_CASE, nameOf(Role.CASE), null);
    } else if (activity == null) {
      reject(record, number, RejectReason.NO_ACTIVITY, nameOf(Role.ACTIVITY), null);
    } else if (person == null) {
      reject(record, number, RejectReason.NO_PERSON, nameOf(Role.PERSON), null);
    } else if (time == null) {
      reject(record, number, RejectReason.NO_TIME, nameOf(Role.TIME), null);
    } else {
      Instant at = at(record, time);
      if (at == null) {
        reject(record, number, RejectReason.BAD_TIME, nameOf(Role.TIME), time);
      } else {
        take(record, number, person, caseId, activity, at);
      }
    }
  }

  private void take(
      CsvRecord record, long number, String person, String caseId, String activity, Instant at)
      throws LogReadException, InterruptedException {
    String lifecycle = value(record, Role.LIFECYCLE);
    if (plan.mapping().keep() == Keep.COMPLETE && !completes(lifecycle)) {
      taker.leaveOut();
      return;
    }
    taker.take(
        new EventRow(
            person,
            caseId,
            activity,
            at,
            value(record, Role.RESOURCE),
            lifecycle,
            attributes(record),
            number));
  }

  static boolean completes(@Nullable String lifecycle) {
    return lifecycle == null || lifecycle.equalsIgnoreCase("complete");
  }

  private @Nullable Instant at(CsvRecord record, String time) {
    LocalDate from = epoch;
    if (!plan.mapping().epochs().isEmpty()) {
      String chosen = value(record, Role.EPOCH);
      LocalDate start = chosen == null ? null : plan.mapping().epochs().get(chosen);
      if (start == null && plan.mapping().epoch() == null) {
        return null;
      }
      from = start == null ? epoch : start;
    }
    try {
      return times.readKept(time, from);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private Map<String, AttributeValue> attributes(CsvRecord record) {
    var attributes = new LinkedHashMap<String, AttributeValue>();
    for (int index = 0; index < names.size(); index++) {
      String field = record.getField(index);
      if (!field.isEmpty() && isAttribute(index)) {
        attributes.put(names.get(index), typed(field, kinds.get(index)));
      }
    }
    return attributes;
  }

  /** The epoch column stays an attribute: what it says is more than a date. */
  private boolean isAttribute(int index) {
    for (Map.Entry<Role, Integer> role : plan.roles().entrySet()) {
      if (role.getValue() == index && role.getKey() != Role.EPOCH) {
        return false;
      }
    }
    return true;
  }

  private static AttributeValue typed(String field, Kind kind) {
    return switch (kind) {
      case TEXT -> new Text(field);
      case WHOLE ->
          WHOLE.matcher(field).matches() ? new Whole(Long.parseLong(field)) : new Text(field);
      case REAL ->
          REAL.matcher(field).matches() ? new Real(Double.parseDouble(field)) : new Text(field);
    };
  }

  private @Nullable String value(CsvRecord record, Role role) {
    Integer index = plan.roles().get(role);
    if (index == null) {
      return null;
    }
    String value = record.getField(index).strip();
    return value.isEmpty() ? null : value;
  }

  private @Nullable String nameOf(Role role) {
    Integer index = plan.roles().get(role);
    return index == null ? null : names.get(index);
  }

  private void reject(
      CsvRecord record,
      long number,
      RejectReason reason,
      @Nullable String column,
      @Nullable String value)
      throws LogReadException {
    taker.reject(new Reject(number, record.getStartingLineNumber(), reason, column, value));
  }

  private static boolean hasOnlyEmptyBeyond(CsvRecord record, int fields) {
    for (int index = fields; index < record.getFieldCount(); index++) {
      if (!record.getField(index).isBlank()) {
        return false;
      }
    }
    return record.getFieldCount() >= fields;
  }

  private static List<String> uniqueNames(List<String> columns) {
    var seen = new HashMap<String, Integer>();
    var unique = new ArrayList<String>();
    for (String column : columns) {
      int times = seen.merge(column, 1, Integer::sum);
      unique.add(times == 1 ? column : "%s (%d)".formatted(column, times));
    }
    return List.copyOf(unique);
  }

  private static List<Kind> kinds(CsvSample sample) {
    var kinds = new ArrayList<Kind>();
    for (int index = 0; index < sample.columns().size(); index++) {
      var values = sample.column(index).stream().filter(value -> !value.isEmpty()).toList();
      kinds.add(
          values.isEmpty() || !values.stream().allMatch(value -> REAL.matcher(value).matches())
              ? Kind.TEXT
              : values.stream().allMatch(value -> WHOLE.matcher(value).matches())
                  ? Kind.WHOLE
                  : Kind.REAL);
    }
    return List.copyOf(kinds);
  }
}
