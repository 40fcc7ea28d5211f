package cairn.insight.log;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How one delimited text will be read: what was given, and for the rest what its sample suggests.
 *
 * @param sample the beginning of the text
 * @param mapping everything that is needed, decided
 * @param roles the column of each role, from 0; absent roles are not in it
 * @param notes what was guessed or is unusual
 */
record CsvPlan(CsvSample sample, LogMapping mapping, Map<Role, Integer> roles, List<String> notes) {

  /** The day that whole-number days are counted from when nobody says. */
  static final LocalDate EPOCH_UNSTATED = LocalDate.of(2000, 1, 1);

  /** What a column can be besides an attribute. */
  enum Role {
    CASE,
    ACTIVITY,
    TIME,
    PERSON,
    RESOURCE,
    LIFECYCLE,
    EPOCH
  }

  /** Decides everything, or says all that is missing. */
  static CsvPlan of(CsvSample sample, LogMapping given, Charset encoding, boolean isMixed)
      throws RefusedException {
    return new CsvPlanMaker(sample, given).make(encoding, isMixed);
  }
}
