package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.insight.log.AttributeValue.Flag;
import cairn.insight.log.AttributeValue.Whole;
import cairn.insight.log.ImportOutcome.Done;
import cairn.insight.log.ImportOutcome.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a university in; students on their way through a course out. */
final class OuladJourneysTest {

  @TempDir Path folder;
  private final Collected collected = new Collected();

  @BeforeEach
  void tables() throws IOException {
    write(
        "courses.csv",
        """
        "code_module","code_presentation","module_presentation_length"
        "AAA","2013J","268"
        "AAA","2014B","240"
        """);
    write(
        "studentRegistration.csv",
        """
        "code_module","code_presentation","id_student","date_registration","date_unregistration"
        "AAA","2013J","1","-10",""
        "AAA","2013J","2","-92","12"
        "AAA","2014B","3","-5",""
        "AAA","2014B","4","","-20"
        "AAA","2014B","5","3",""
        """);
    write(
        "studentInfo.csv",
        """
        code_module,code_presentation,id_student,region,age_band,num_of_prev_attempts,studied_credits,final_result
        AAA,2013J,1,Scotland,0-35,1,60,Pass
        AAA,2013J,2,Wales,35-55,0,30,Withdrawn
        AAA,2014B,3,Wales,35-55,0,30,Withdrawn
        AAA,2014B,4,Wales,35-55,0,30,Withdrawn
        AAA,2014B,5,Wales,35-55,0,30,Fail
        """);
  }

  @Test
  void studentsRegisterSubmitAndPassFailOrWithdraw() throws IOException {
    write(
        "student-journeys.csv",
        """
        case,module,presentation,day,activity,score,final_result
        AAA-2013J-1,AAA,2013J,-10,Register,,Pass
        AAA-2013J-1,AAA,2013J,17,Submit TMA1,63,Pass
        AAA-2013J-1,AAA,2013J,268,Outcome: Pass,,Pass
        """);

    var report = done();

    assertThat(collected.journeys())
        .isEqualTo(
            Map.of(
                "AAA-2013J-1", List.of("Register", "Submit TMA1", "Outcome: Pass"),
                "AAA-2013J-2", List.of("Register", "Withdraw"),
                "AAA-2014B-3", List.of("Register", "Withdraw"),
                "AAA-2014B-4", List.of("Register", "Withdraw"),
                "AAA-2014B-5", List.of("Register", "Outcome: Fail")));
    var passed = collected.people.getFirst();
    assertThat(passed.rows())
        .extracting(EventRow::at)
        .containsExactly(
            Instant.parse("2013-09-21T00:00:00Z"),
            Instant.parse("2013-10-18T00:00:00Z"),
            Instant.parse("2014-06-26T00:00:00Z"));
    assertThat(passed.rows().get(1).attributes()).isEqualTo(Map.of("score", new Whole(63)));
    assertThat(passed.attributes())
        .containsEntry("previousAttempts", new Whole(1))
        .containsEntry("submissionsKnown", new Flag(true));
    assertThat(collected.people.get(1).attributes())
        .containsEntry("submissionsKnown", new Flag(false));
    assertThat(report.rejected()).isZero();
  }

  @Test
  void daysThatNobodyKnowsAreMarked() throws IOException {
    done();

    var leftUnknown = collected.people.get(2).rows().getLast();
    assertThat(leftUnknown.at()).isEqualTo(Instant.parse("2014-09-29T00:00:00Z"));
    assertThat(leftUnknown.attributes()).isEqualTo(Map.of("dayKnown", new Flag(false)));
    var registeredUnknown = collected.people.get(3).rows();
    assertThat(registeredUnknown)
        .extracting(EventRow::at)
        .containsOnly(Instant.parse("2014-01-12T00:00:00Z"));
    assertThat(registeredUnknown.getFirst().attributes())
        .isEqualTo(Map.of("dayKnown", new Flag(false)));
  }

  @Test
  void submissionsAreNumberedByTheDateOfTheirAssessment() throws IOException {
    write(
        "assessments.csv",
        """
        code_module,code_presentation,id_assessment,assessment_type,date,weight
        AAA,2013J,11,TMA,54,20
        AAA,2013J,10,TMA,19,10
        AAA,2013J,12,Exam,,100
        """);
    write(
        "studentAssessment.csv",
        """
        id_assessment,id_student,date_submitted,is_banked,score
        11,1,50,0,68
        10,1,17,0,
        12,1,250,0,70
        10,99,17,0,50
        10,1,,0,50
        77,1,17,0,50
        """);

    var report = done();

    assertThat(collected.journeys().get("AAA-2013J-1"))
        .containsExactly("Register", "Submit TMA1", "Submit TMA2", "Submit Exam", "Outcome: Pass");
    assertThat(report.rejectedBy())
        .isEqualTo(
            Map.of(
                RejectReason.UNKNOWN_CASE, 1L,
                RejectReason.NO_TIME, 1L,
                RejectReason.NO_ACTIVITY, 1L));
  }

  @Test
  void anotherKindOfTableIsRefused() throws IOException {
    write("studentInfo.csv", "code_module,code_presentation,student\nAAA,2013J,1\n");

    var refused =
        (Refused)
            OuladJourneys.run(folder, ImportSettings.DEFAULTS, collected, ImportListener.NONE);

    assertThat(refused.problems().getFirst().sentence())
        .isEqualTo("studentInfo.csv: There is no column “id_student”. Did you mean “student”?");
    Files.delete(folder.resolve("studentInfo.csv"));
    assertThat(OuladJourneys.isThere(folder)).isFalse();
  }

  @Test
  void theWholePublishedCohortTravels() {
    var tables = Data.file("oulad");

    var outcome =
        OuladJourneys.run(tables, ImportSettings.DEFAULTS, collected, ImportListener.NONE);

    var report = ((Done) outcome).report();
    assertThat(OuladJourneys.isThere(tables)).isTrue();
    assertThat(report.summary().cases()).isEqualTo(32_593);
    assertThat(collected.rows().stream().filter(row -> row.activity().equals("Withdraw")))
        .hasSize(10_156);
    assertThat(
            collected.rows().stream()
                .filter(row -> row.activity().equals("Withdraw") && row.attributes().isEmpty()))
        .hasSize(10_063);
    assertThat(collected.rows().stream().filter(row -> row.activity().startsWith("Submit")))
        .hasSize(36_184);
    assertThat(report.rejected()).isZero();
  }

  private ImportReport done() {
    var outcome =
        OuladJourneys.run(folder, ImportSettings.DEFAULTS, collected, ImportListener.NONE);
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).report();
  }

  private void write(String name, String table) throws IOException {
    Files.writeString(folder.resolve(name), table);
  }
}
