package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.conformance.DirectlyFollows;
import cairn.conformance.PlanFit;
import cairn.conformance.Variants;
import cairn.insight.log.ImportOutcome.Done;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counts of published logs, as computed with PM4Py 2.7.11.4, and fits to their commonest journey.
 */
final class RealLogsTest {

  @ParameterizedTest
  @CsvSource({
    "pm4py-samples/running-example.xes,       6,     42,  8,    6,  16, 5,  7.0,   13,    1",
    "pm4py-samples/running-example.csv,       6,     42,  8,    6,  16, 5,  7.0,   13,    1",
    "pm4py-samples/roadtraffic100traces.xes,  100,   390, 10,   10, 18, 2,  3.9,    9,   36",
    "pm4py-samples/08_receipt.xes.gz,        1434,  8577, 27,  116, 99, 1,  5.98,  25,  713",
    "pm4py-samples/receipt.csv,              1434,  8577, 27,  116, 99, 1,  5.98,  25,  713",
    "pm4py-samples/helpdesk.xes.gz,          4580, 21348, 14,  226, 55, 2,  4.66,  15, 2366",
    "augusto-benchmark/BPIC12.xes.gz,       13087,262200, 24, 4366,125, 3, 20.0,  175, 3429",
  })
  void aPublishedLogCountsAsPublished(
      String name,
      long cases,
      long events,
      int activities,
      long variants,
      int pairs,
      int lengthMin,
      BigDecimal lengthMean,
      int lengthMax,
      long topVariant) {
    var summary = read(name, new Collected()).summary();

    assertThat(summary.cases()).isEqualTo(cases);
    assertThat(summary.events()).isEqualTo(events);
    assertThat(summary.activities()).isEqualTo(activities);
    assertThat(summary.variants()).isEqualTo(variants);
    assertThat(summary.directlyFollowsPairs()).isEqualTo(pairs);
    assertThat(summary.lengthMin()).isEqualTo(lengthMin);
    assertThat(rounded(summary.lengthMean(), lengthMean.scale())).isEqualTo(lengthMean);
    assertThat(summary.lengthMax()).isEqualTo(lengthMax);
    assertThat(summary.topVariantCases()).isEqualTo(topVariant);
  }

  @ParameterizedTest
  @CsvSource({
    "callcenter/CallcenterExample.csv,  3885,  7548,  6, 354,  34, 2449",
    "oulad/student-journeys.csv,       12489, 61171, 11, 112,   0, 3683",
  })
  void aLogWithPartlyPublishedCountsAgreesWithThem(
      String name,
      long cases,
      long events,
      int activities,
      long variants,
      int pairs,
      long topVariant) {
    var report = read(name, new Collected());
    var summary = report.summary();

    assertThat(report.rejected()).isZero();
    assertThat(summary.cases()).isEqualTo(cases);
    assertThat(summary.events()).isEqualTo(events);
    assertThat(summary.activities()).isEqualTo(activities);
    assertThat(summary.variants()).isEqualTo(variants);
    if (pairs > 0) {
      assertThat(summary.directlyFollowsPairs()).isEqualTo(pairs);
    }
    assertThat(summary.topVariantCases()).isEqualTo(topVariant);
  }

  @ParameterizedTest
  @CsvSource({
    "pm4py-samples/running-example.xes,      '', 1,        26,     72, 0.669312, 0.638889",
    "pm4py-samples/roadtraffic100traces.xes, '', 36,      234,    890, 0.697727, 0.737079",
    "pm4py-samples/08_receipt.xes.gz,        '', 713,    2943,  17181, 0.818053, 0.828706",
    "callcenter/CallcenterExample.csv,       '', 2449,   4749,  11433, 0.748307, 0.584623",
    "augusto-benchmark/BPIC12.xes.gz,        '', 3429, 233843, 301461, 0.474261, 0.224301",
    "augusto-benchmark/BPIC12.xes.gz,      'A_', 5719,  32492, 100110, 0.735423, 0.675437",
  })
  void aPublishedLogFitsItsCommonestJourneyAsPublished(
      String name,
      String prefix,
      long asPlanned,
      long costSum,
      long lengthSum,
      BigDecimal meanFitness,
      BigDecimal logFitness) {
    var collected = new Collected();
    var report = read(name, collected);
    var log =
        Variants.of(
            collected.journeys().values().stream()
                .map(labels -> labels.stream().filter(label -> label.startsWith(prefix)).toList())
                .toList());

    var fit = PlanFit.of(log.mostFrequent().orElseThrow(), log);

    assertThat(fit.asPlanned()).isEqualTo(asPlanned);
    assertThat(fit.costSum()).isEqualTo(costSum);
    assertThat(fit.lengthSum()).isEqualTo(lengthSum);
    assertThat(rounded(fit.meanFitness(), 6)).isEqualTo(meanFitness);
    assertThat(rounded(fit.logFitness(), 6)).isEqualTo(logFitness);
    if (prefix.isEmpty()) {
      assertThat(report.summary().topVariant()).isEqualTo(log.mostFrequent().orElseThrow());
      assertThat(report.summary().variants()).isEqualTo(log.distinct());
    }
  }

  @ParameterizedTest
  @CsvSource({"BPIC12.xes.gz, 10, 17, 21"})
  void theApplicationEventsOfTheBankLogCountAsPublished(
      String name, int activities, int variants, int pairs) {
    var collected = new Collected();
    read("augusto-benchmark/" + name, collected);

    var log =
        Variants.of(
            collected.journeys().values().stream()
                .map(labels -> labels.stream().filter(label -> label.startsWith("A_")).toList())
                .toList());

    assertThat(log.events()).isEqualTo(60_849);
    assertThat(log.distinct()).isEqualTo(variants);
    assertThat(DirectlyFollows.of(log).activities()).hasSize(activities);
    assertThat(DirectlyFollows.of(log).pairs()).hasSize(pairs);
  }

  @Test
  void callsOfOneCustomerAreOneRoadWhenThePersonIsNamed() {
    var byCustomer = Map.of("case", "Customer ID");
    var byPerson = Map.of("case", "Service ID", "person", "Customer ID");

    var journeys = read("callcenter/CallcenterExample.csv", new Collected(), byCustomer).summary();
    var people = read("callcenter/CallcenterExample.csv", new Collected(), byPerson).summary();

    assertThat(journeys.cases()).isEqualTo(3_232);
    assertThat(journeys.variants()).isEqualTo(370);
    assertThat(people.people()).isEqualTo(3_232);
    assertThat(people.cases()).isEqualTo(3_885);
    assertThat(people.variants()).isEqualTo(354);
  }

  private static ImportReport read(String name, Collected into) {
    return read(name, into, Map.of());
  }

  private static ImportReport read(String name, Collected into, Map<String, String> mapping) {
    var settings = ImportSettings.DEFAULTS.withMapping(ImportFixture.mapping(mapping));
    var outcome = LogImport.run(Data.file(name), settings, into, ImportListener.NONE);
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).report();
  }

  private static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
