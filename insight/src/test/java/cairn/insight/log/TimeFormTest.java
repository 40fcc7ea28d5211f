package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people and machines write them. */
final class TimeFormTest {

  private static final LocalDate EPOCH = LocalDate.of(2013, 10, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso                     | 2017-01-02T11:41:53Z             | 2017-01-02T11:41:53Z",
        "iso                     | 2010-12-30 14:32:00+01:00        | 2010-12-30T13:32:00Z",
        "iso                     | 2011-10-11 13:45:40.276000+02:00 | 2011-10-11T11:45:40.276Z",
        "iso                     | 2012-10-09T14:50:17-0330         | 2012-10-09T18:20:17Z",
        "iso                     | 2012-10-09T14:50:17+05           | 2012-10-09T09:50:17Z",
        "iso                     | 2012-10-09 14:50                 | 2012-10-09T14:50:00Z",
        "iso                     | 2012-10-09 14:50:17 UTC          | 2012-10-09T14:50:17Z",
        "iso                     | 2012-10-09T14:50:17.123456789    | 2012-10-09T14:50:17.123456789Z",
        "iso                     | 2012-10-09                       | 2012-10-09T00:00:00Z",
        "d.M.yy H:mm             | 9.3.10 8:05                      | 2010-03-09T08:05:00Z",
        "yyyy/MM/dd HH:mm:ss.SSS | 2016/01/02 03:04:05.6            | 2016-01-02T03:04:05.6Z",
        "dd MMM yyyy HH:mm       | 05 mar 2020 09:00                | 2020-03-05T09:00:00Z",
        "M/d/yyyy h:mm a         | 3/5/2020 12:30 am                | 2020-03-05T00:30:00Z",
        "yyyyMMdd                | 20200305                         | 2020-03-05T00:00:00Z",
        "seconds                 | 1583366400                       | 2020-03-05T00:00:00Z",
        "milliseconds            | 1583366400001                    | 2020-03-05T00:00:00.001Z",
        "days                    | -3                               | 2013-09-28T00:00:00Z",
      })
  void aTimeIsReadAsItIsWritten(String form, String text, Instant moment) {
    assertThat(TimeForm.of(form, ZoneOffset.UTC).read(text, EPOCH)).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso         | 2026-02-30T00:00:00Z",
        "iso         | 2026-02-30",
        "iso         | 2026-01-01T25:00:00Z",
        "iso         | 2026-01-01T00:00:00+25:00",
        "iso         | 2026-01-01T00:00:00Zulu",
        "iso         | 1.1.2026",
        "d.M.yyyy    | 31.4.2026",
        "days        | 1.5",
        "days        | 99999999",
        "seconds     | soon",
      })
  void whatIsNoTimeIsNotRead(String form, String text) {
    assertThatThrownBy(() -> TimeForm.of(form, ZoneOffset.UTC).read(text, EPOCH))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void whatIsNoPatternIsRefused() {
    assertThatThrownBy(() -> TimeForm.of("jjjj-bb", ZoneOffset.UTC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimeWithoutAZoneIsTakenInTheOneGiven() {
    var berlin = TimeForm.of("iso", ZoneId.of("Europe/Berlin"));

    assertThat(berlin.read("2026-07-01T12:00:00", EPOCH)).isEqualTo("2026-07-01T10:00:00Z");
    assertThat(berlin.read("2026-07-01", EPOCH)).isEqualTo("2026-06-30T22:00:00Z");
    assertThat(berlin.read("2026-07-01T12:00:00Z", EPOCH)).isEqualTo("2026-07-01T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9.3.10 8:05; 11.3.10 10:30             | d.M.yy H:mm",
        "2017-01-02T11:41:53Z; nonsense         | iso",
        "13/5/2020 08:00; 1/2/2020 09:00        | d/M/yyyy H:mm",
        "5/13/2020 08:00; 1/2/2020 09:00        | M/d/yyyy H:mm",
        "2016/01/02 03:04:05.678                | yyyy/M/d H:mm:ss.SSS",
        "05-Mar-2020 09:00:00                   | d-MMM-yyyy H:mm:ss",
        "20200305; 20201231                     | yyyyMMdd",
        "1583366400; 1583366401                 | seconds",
        "1583366400000; 1583366400001           | milliseconds",
        "-30; 12; 268                           | days",
      })
  void theWayOfWritingIsFound(String texts, String pattern) {
    var guess = TimeGuess.of(List.of(texts.split("; ", -1)));

    assertThat(guess.map(TimeGuess::pattern)).hasValue(pattern);
    assertThat(guess.orElseThrow().ambiguous()).isEmpty();
  }

  @Test
  void dayAndMonthThatCouldBeSwappedAreTakenDayFirstAndSaid() {
    assertThat(TimeGuess.of(List.of("1/2/2020 08:00", "3/4/2020 09:00")))
        .hasValue(new TimeGuess("d/M/yyyy H:mm", 1, Optional.of("M/d/yyyy H:mm")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "Case 1", "3.5", "", "12345678901234567890"})
  void whatIsNoTimeIsNotTakenForOne(String text) {
    assertThat(TimeGuess.of(List.of(text))).isEmpty();
  }
}
