package cairn.blueprint.file;

import cairn.journey.Moment;
import cairn.journey.Step;
import cairn.value.ValueType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads how long a step waits, and where it leads then. */
record TimeoutReading(FileReading reading, Known known, Ways ways) {

  /** What stands under timeout, or null where it does not, or with a problem. */
  Step.@Nullable Timeout timeout(Tree.Mapping fields) {
    if (!(fields.get("timeout") instanceof Tree.Mapping timeout)) {
      return null;
    }
    var then = ways.target(timeout, "then", false);
    var moment = moment(timeout);
    return then == null || moment == null ? null : new Step.Timeout(moment, then);
  }

  private @Nullable Moment moment(Tree.Mapping timeout) {
    var date = FileReading.scalar(timeout, "date");
    if (date != null) {
      int slot = known.slot(reading, date);
      var attribute = known.schema().attribute(date.text());
      if (attribute != null
          && attribute.type() != ValueType.TIME
          && attribute.type() != ValueType.TEXT) {
        reading.problem(
            date.place(),
            date.text() + " is no date.",
            "Use an attribute of type time, or a text that holds a date.");
      }
      var offset = FileReading.span(timeout, "offset");
      return new Moment.OnProfileDate(
          slot,
          date.text(),
          offset == null ? Duration.ZERO : offset,
          FileReading.clock(timeout, "at"));
    }
    var at = FileReading.clock(timeout, "at");
    if (at != null) {
      var notBefore = FileReading.span(timeout, "notBefore");
      return new Moment.AtLocalTime(
          at, FileReading.days(timeout), notBefore == null ? Duration.ZERO : notBefore);
    }
    var after = FileReading.span(timeout, "after");
    return after == null ? null : new Moment.After(after);
  }
}
