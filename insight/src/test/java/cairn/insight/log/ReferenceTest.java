package cairn.insight.log;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.conformance.DirectlyFollows;
import cairn.conformance.DirectlyFollows.Pair;
import cairn.conformance.Footprint;
import cairn.insight.log.ImportOutcome.Done;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Graphs and footprints, pair by pair, against those of PM4Py 2.7.11.4 and of the textbook. */
final class ReferenceTest {

  private final Collected collected = new Collected();

  @ParameterizedTest
  @CsvSource({
    "pm4py-samples/running-example.xes,      running-example",
    "pm4py-samples/roadtraffic100traces.xes, roadtraffic100traces",
    "pm4py-samples/08_receipt.xes.gz,        receipt",
    "callcenter/CallcenterExample.csv,       callcenter",
    "augusto-benchmark/BPIC12.xes.gz,        bpic12",
  })
  void everyPairAndRelationIsThatOfTheReference(String log, String reference) throws IOException {
    Map<?, ?> expected = json(Data.file("reference/" + reference + ".json"));
    read(Data.file(log));
    var graph = DirectlyFollows.of(collected.variants());
    var footprint = Footprint.of(graph);

    assertThat(graph.pairs()).isEqualTo(counts(expected, "dfg"));
    assertThat(graph.starts()).isEqualTo(labels(expected, "start_activities"));
    assertThat(graph.ends()).isEqualTo(labels(expected, "end_activities"));
    assertThat(footprint.sequence()).isEqualTo(pairs(expected, "footprint_sequence"));
    assertThat(footprint.parallel()).isEqualTo(pairs(expected, "footprint_parallel"));
    Map<?, ?> designed = (Map<?, ?>) requireNonNull(expected.get("designed_sequence"));
    assertThat(collected.variants().mostFrequent())
        .hasValue(strings(requireNonNull(designed.get("map"))));
  }

  @Test
  void theRetypedTextbookLogReadsTheSameAsTableAndAsXes() throws Exception {
    read(resource("compensation-requests.xes"));
    var fromXes = collected.journeys();
    collected.people.clear();
    var report = read(resource("compensation-requests.csv"));

    assertThat(collected.journeys()).isEqualTo(fromXes);
    assertThat(report.shape().mapping().pattern()).isEqualTo("d-M-yyyy H:mm");
    assertThat(report.summary().cases()).isEqualTo(6);
    assertThat(report.summary().events()).isEqualTo(42);
    assertThat(report.summary().activities()).isEqualTo(8);
    assertThat(report.summary().variants()).isEqualTo(6);
    assertThat(report.summary().directlyFollowsPairs()).isEqualTo(16);
    assertThat(report.observed().beginnings())
        .extracting(ObservedJourney.Activity::name)
        .containsExactly("register request");
    assertThat(report.observed().endings())
        .extracting(ObservedJourney.Activity::name)
        .containsExactlyInAnyOrder("pay compensation", "reject request");
  }

  private ImportReport read(Path log) {
    var outcome = LogImport.run(log, ImportSettings.DEFAULTS, collected, ImportListener.NONE);
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).report();
  }

  private static Path resource(String name) throws Exception {
    return Path.of(requireNonNull(ReferenceTest.class.getResource(name)).toURI());
  }

  /** JSON is YAML. */
  private static Map<?, ?> json(Path file) throws IOException {
    var settings = LoadSettings.builder().setCodePointLimit(10_000_000).build();
    return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
  }

  private static Map<Pair, Long> counts(Map<?, ?> reference, String key) {
    return list(requireNonNull(reference.get(key))).stream()
        .map(ReferenceTest::list)
        .collect(toMap(ReferenceTest::pair, row -> ((Number) row.get(2)).longValue()));
  }

  private static Set<Pair> pairs(Map<?, ?> reference, String key) {
    return list(requireNonNull(reference.get(key))).stream()
        .map(row -> pair(list(row)))
        .collect(toSet());
  }

  private static Map<String, Long> labels(Map<?, ?> reference, String key) {
    return ((Map<?, ?>) requireNonNull(reference.get(key)))
        .entrySet().stream()
            .collect(
                toMap(
                    entry -> (String) entry.getKey(),
                    entry -> ((Number) entry.getValue()).longValue()));
  }

  private static Pair pair(List<?> row) {
    return new Pair((String) row.get(0), (String) row.get(1));
  }

  private static List<String> strings(Object list) {
    return list(list).stream().map(String.class::cast).toList();
  }

  private static List<?> list(Object list) {
    return (List<?>) list;
  }
}
