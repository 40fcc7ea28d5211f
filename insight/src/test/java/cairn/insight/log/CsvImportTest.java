package cairn.insight.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.insight.log.AttributeValue.Real;
import cairn.insight.log.AttributeValue.Text;
import cairn.insight.log.ImportOutcome.Refused;
import cairn.insight.log.Problem.Code;
import cairn.insight.log.Problem.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delimited text in; people, rejected rows and plain words out. */
final class CsvImportTest extends ImportFixture {

  @Test
  void anOrdinaryTableNeedsNoSettings() throws IOException {
    var report =
        doneText(
            """
            Case ID;Activity;Timestamp;Resource;Amount;Note
            2;Ask;31.12.2025 23:30;desk;10;
            1;Ask;30.12.2025 08:05;web;5;first
            1;Buy;30.12.2025 08:06;;7.5;"with ; and
            a new line"
            """);

    assertThat(collected.journeys())
        .isEqualTo(Map.of("1", List.of("Ask", "Buy"), "2", List.of("Ask")));
    var buy = collected.rows().get(1);
    assertThat(buy.at()).isEqualTo(Instant.parse("2025-12-30T08:06:00Z"));
    assertThat(buy.resource()).isNull();
    assertThat(buy.number()).isEqualTo(3);
    assertThat(buy.attributes())
        .isEqualTo(Map.of("Amount", new Real(7.5), "Note", new Text("with ; and\na new line")));
    assertThat(report.shape().notes())
        .containsExactly(
            "The text is read as UTF-8 (guessed).",
            "Fields are parted by semicolons (guessed).",
            "The first line names the columns (guessed).",
            "The time is the column “Timestamp”, written as d.M.yyyy H:mm (guessed).",
            "The case is the column “Case ID” (guessed).",
            "The activity is the column “Activity” (guessed).",
            "The resource is the column “Resource” (guessed).");
  }

  @Test
  void aPlanFoundOnceCanBeGivenBackUnchanged() throws IOException {
    var file = write("log.csv", "case,activity,time\n1,a,5/13/2025 1:00 PM\n");
    var shape = done(file, ImportSettings.DEFAULTS).shape();

    assertThat(shape.mapping().pattern()).isEqualTo("M/d/yyyy h:mm a");
    var again = done(file, ImportSettings.DEFAULTS.withMapping(shape.mapping())).shape();
    assertThat(again.mapping()).isEqualTo(shape.mapping());
    assertThat(again.notes()).isEmpty();
  }

  @Test
  void rowsAtTheSameTimeStayInTheOrderOfTheFile() throws IOException {
    doneText(
        """
        case,activity,time
        1,c,2026-01-02
        1,b,2026-01-01
        1,a,2026-01-01
        """);

    assertThat(collected.journeys()).isEqualTo(Map.of("1", List.of("b", "a", "c")));
  }

  @Test
  void everyRowThatCannotBeUsedIsInTheFileOfRejectsWithItsReason() throws IOException {
    var rejects = folder.resolve("rejects.csv");
    var file =
        write(
            "log.csv",
            """
            case,activity,time
            1,a,2026-01-01
            ,a,2026-01-01
            1,,2026-01-01
            1,a,
            1,a,"soon, =SUM"
            1,a,2026-02-30
            1,a
            1,a,2026-01-01,
            1,a,2026-01-01,more
            """);

    var report = done(file, ImportSettings.DEFAULTS.withRejects(rejects));

    assertThat(report.summary().events()).isEqualTo(2);
    assertThat(report.rejected()).isEqualTo(7);
    assertThat(report.rejects()).isEqualTo(rejects);
    assertThat(rejects)
        .hasContent(
            """
            row,line,reason,column,value,explanation,remedy
            2,3,NO_CASE,case,,the row names no case,"fill in the case, or leave the row out"
            3,4,NO_ACTIVITY,activity,,the row names no activity,"fill in the activity, or leave the row out"
            4,5,NO_TIME,time,,the row has no time,"fill in the time, or leave the row out"
            5,6,BAD_TIME,time,"soon, =SUM",the time cannot be read,"write it like the others, or give the right pattern"
            6,7,BAD_TIME,time,2026-02-30,the time cannot be read,"write it like the others, or give the right pattern"
            7,8,FIELD_COUNT,,,the row has another number of fields than the header,put fields that hold the delimiter or a line break in double quotes
            9,10,FIELD_COUNT,,,the row has another number of fields than the header,put fields that hold the delimiter or a line break in double quotes
            """);
  }

  @Test
  void aNamedColumnThatIsNotThereIsAnsweredWithTheNearest() throws IOException {
    var file = write("log.csv", "Service ID,Operation,Start Date\n1,a,9.3.10 8:05\n");
    var mapping = mapping(Map.of("case", "ServiceId", "activity", "Colour", "time", "start date"));

    var refused = (Refused) run(file, ImportSettings.DEFAULTS.withMapping(mapping));

    assertThat(refused.problems())
        .extracting(Problem::sentence)
        .containsExactly(
            "There is no column “ServiceId”. Did you mean “Service ID”?",
            "There is no column “Colour”. The columns are “Service ID”, “Operation”, “Start"
                + " Date”.",
            "There is no column “start date”. Did you mean “Start Date”?");
  }

  @Test
  void whatCannotBeGuessedIsAskedFor() throws IOException {
    var refused = (Refused) run(write("log.csv", "x,y\n1,2\n3,4\n"), ImportSettings.DEFAULTS);

    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsOnly(Code.MISSING_COLUMN)
        .hasSize(3);
  }

  @Test
  void aTableThatIsNoLogIsNotTakenForOne() throws IOException {
    var table = new StringBuilder("age;job;balance;day;month\n");
    for (int row = 0; row < 500; row++) {
      table.append(
          "%d;%s;%d;%d;may\n"
              .formatted(20 + row % 40, row % 3 == 0 ? "clerk" : "cook", row % 70, 1 + row % 28));
    }

    var refused = (Refused) run(write("bank.csv", table.toString()), ImportSettings.DEFAULTS);

    assertThat(refused.problems())
        .extracting(Problem::message)
        .containsExactly(
            "No column looks like the case, which tells whose journey a row belongs to.",
            "No column looks like the activity, which tells what happened.");
  }

  @Test
  void columnsAreGuessedByWhatStandsInThemWhenTheirNamesSayNothing() throws IOException {
    doneText(
        """
        k1,k2,k3
        A1,open,2026-01-01 10:00
        A1,shut,2026-01-01 11:00
        A2,open,2026-01-01 12:00
        A3,open,2026-01-01 13:00
        A3,shut,2026-01-01 14:00
        """);

    assertThat(collected.journeys())
        .isEqualTo(
            Map.of(
                "A1", List.of("open", "shut"),
                "A2", List.of("open"),
                "A3", List.of("open", "shut")));
  }

  @Test
  void aTableWithoutAHeaderIsReadByPlace() throws IOException {
    var file = write("log.csv", "7,a,2026-01-01\n7,b,2026-01-02\n");
    var mapping = mapping(Map.of("case", "#1", "activity", "#2", "time", "#3"));

    done(file, ImportSettings.DEFAULTS.withMapping(mapping));

    assertThat(collected.journeys()).isEqualTo(Map.of("7", List.of("a", "b")));
  }

  @Test
  void aColumnThatIsThereTwiceMustBeNamedByPlace() throws IOException {
    var file = write("log.csv", "case,activity,time,time\n1,a,2026-01-01,2026-01-02\n");

    var refused =
        (Refused) run(file, ImportSettings.DEFAULTS.withMapping(mapping(Map.of("time", "time"))));
    assertThat(refused.problems())
        .extracting(Problem::sentence)
        .containsExactly("The column “time” is there 2 times. Name it by its place: #3 or #4.");

    done(file, ImportSettings.DEFAULTS.withMapping(mapping(Map.of("time", "#4"))));
    assertThat(collected.rows().getFirst().at()).isEqualTo("2026-01-02T00:00:00Z");
    assertThat(collected.rows().getFirst().attributes())
        .isEqualTo(Map.of("time", new Text("2026-01-01")));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE"})
  void theEncodingIsFound(Charset encoding) throws IOException {
    String euro = encoding.equals(ISO_8859_1) ? "£" : "€";
    String mark = encoding.equals(UTF_16LE) ? "\uFEFF" : "";
    var text = mark + "case,activity,time\nJosé," + euro + "5 bezahlt,2026-01-01\n";
    var file = folder.resolve("log.csv");
    Files.write(file, text.getBytes(encoding));

    var report = done(file, ImportSettings.DEFAULTS);

    assertThat(report.shape().mapping().encoding()).isEqualTo(encoding);
    assertThat(collected.journeys()).isEqualTo(Map.of("José", List.of(euro + "5 bezahlt")));
  }

  @Test
  void rowsInAnotherEncodingThanTheRestAreRejected() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write("case,activity,time\n1,grüßen,2026-01-01\n".getBytes(UTF_8));
    bytes.write("2,grüßen,2026-01-01\n".getBytes(UTF_8));
    bytes.write("3,prüfen,2026-01-01\n".getBytes(ISO_8859_1));
    var file = folder.resolve("log.csv");
    Files.write(file, bytes.toByteArray());

    var report = done(file, ImportSettings.DEFAULTS);

    assertThat(collected.journeys().keySet()).containsExactly("1", "2");
    assertThat(report.firstRejects())
        .containsExactly(new Reject(3, 4, RejectReason.BAD_ENCODING, "activity", "pr\uFFFDfen"));
  }

  @Test
  void aQuoteThatIsNeverClosedStopsAtItsLine() throws IOException {
    var log = new StringBuilder("case,activity,time\n1,a,2026-01-01\n2,\"b,2026-01-01\n");
    log.append("3,c,2026-01-01\n".repeat(40_000));
    var mapping =
        mapping(
            Map.of("case", "case", "activity", "activity", "time", "time", "delimiter", "comma"));

    var refused =
        (Refused)
            run(write("log.csv", log.toString()), ImportSettings.DEFAULTS.withMapping(mapping));

    var problem = refused.problems().getFirst();
    assertThat(problem.code()).isEqualTo(Code.MALFORMED);
    assertThat(problem.place()).isEqualTo(new Place(2, 0));
    assertThat(problem.remedy()).contains("double quote");
  }

  @Test
  void daysAreCountedFromAStatedEpoch() throws IOException {
    var file = write("log.csv", "case,activity,day\n1,a,-3\n1,b,10\n");

    var shape = done(file, ImportSettings.DEFAULTS).shape();
    assertThat(shape.notes())
        .contains("Days are counted from 2000-01-01, for want of a stated epoch.");

    collected.people.clear();
    done(file, ImportSettings.DEFAULTS.withMapping(mapping(Map.of("epoch", "2013-10-01"))));
    assertThat(collected.rows())
        .extracting(EventRow::at)
        .containsExactly(
            Instant.parse("2013-09-28T00:00:00Z"), Instant.parse("2013-10-11T00:00:00Z"));
  }

  @Test
  void aZonelessTimeInAGapMovesForwardAndInAnOverlapIsTheFirst() throws IOException {
    var file =
        write(
            "log.csv", "case,activity,time\n1,gap,2026-03-29 02:30\n1,overlap,2026-10-25 02:30\n");

    done(file, ImportSettings.DEFAULTS.withMapping(mapping(Map.of("zone", "Europe/Berlin"))));

    assertThat(collected.rows())
        .extracting(EventRow::at)
        .containsExactly(
            Instant.parse("2026-03-29T01:30:00Z"), Instant.parse("2026-10-25T00:30:00Z"));
  }
}
