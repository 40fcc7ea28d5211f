package cairn.conformance;

import static cairn.conformance.Samples.steps;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.conformance.DirectlyFollows.Pair;
import cairn.conformance.Footprint.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LogCountsTest {

  private static final Offset<Double> SIX_DECIMALS = Offset.offset(0.0000005);

  @Test
  void theRunningExampleCountsAsPublished() {
    var variants = Variants.of(Samples.RUNNING_EXAMPLE);
    var graph = DirectlyFollows.of(variants);

    assertThat(variants.cases()).isEqualTo(6);
    assertThat(variants.events()).isEqualTo(42);
    assertThat(variants.distinct()).isEqualTo(6);
    assertThat(graph.activities()).hasSize(8);
    assertThat(graph.pairs()).hasSize(16);
    assertThat(graph.starts()).isEqualTo(Map.of("register request", 6L));
    assertThat(graph.ends()).isEqualTo(Map.of("pay compensation", 3L, "reject request", 3L));
    assertThat(graph.count("check ticket", "decide")).isEqualTo(6);
  }

  @Test
  void theFootprintOfTheRunningExampleIsThePublishedOne() {
    var footprint = Footprint.of(DirectlyFollows.of(Variants.of(Samples.RUNNING_EXAMPLE)));

    assertThat(footprint.sequence()).hasSize(12);
    assertThat(footprint.parallel())
        .containsExactly(
            new Pair("check ticket", "examine casually"),
            new Pair("check ticket", "examine thoroughly"),
            new Pair("examine casually", "check ticket"),
            new Pair("examine thoroughly", "check ticket"));
    assertThat(footprint.relation("decide", "pay compensation")).isEqualTo(Relation.BEFORE);
    assertThat(footprint.relation("pay compensation", "decide")).isEqualTo(Relation.AFTER);
    assertThat(footprint.relation("examine casually", "examine thoroughly"))
        .isEqualTo(Relation.UNRELATED);
    assertThat(footprint.relation("check ticket", "examine casually")).isEqualTo(Relation.PARALLEL);
  }

  @Test
  void theRunningExampleFitsItsCommonestJourneyAsPublished() {
    var log = Variants.of(Samples.RUNNING_EXAMPLE);
    var plan = log.mostFrequent().orElseThrow();

    var fit = PlanFit.of(plan, log);

    assertThat(plan)
        .containsExactly(
            "register request", "check ticket", "examine casually", "decide", "pay compensation");
    assertThat(fit.asPlanned()).isEqualTo(1);
    assertThat(fit.costSum()).isEqualTo(26);
    assertThat(fit.lengthSum()).isEqualTo(72);
    assertThat(fit.meanFitness()).isEqualTo(0.669312, SIX_DECIMALS);
    assertThat(fit.logFitness()).isEqualTo(0.638889, SIX_DECIMALS);
  }

  @Test
  void theTextbookLogHasItsPublishedSize() {
    assertThat(Samples.FULL_LOG.distinct()).isEqualTo(21);
    assertThat(Samples.FULL_LOG.cases()).isEqualTo(1_391);
    assertThat(Samples.FULL_LOG.events()).isEqualTo(7_539);
    assertThat(Samples.FULL_LOG.mostFrequent()).hasValue(steps("acdeh"));
    assertThat(Samples.FULL_LOG.top(2))
        .containsExactly(Map.entry(steps("acdeh"), 455L), Map.entry(steps("abdeg"), 191L));
  }

  @Test
  void anEmptyLogHasNothingToCount() {
    var none = Variants.of(List.of());

    assertThat(none.mostFrequent()).isEmpty();
    assertThat(DirectlyFollows.of(none).pairs()).isEmpty();
    assertThat(PlanFit.of(steps("ab"), none)).isEqualTo(new PlanFit(0, 0, 0, 0, 1));
  }

  /**
   * Random pairs of short sequences over few labels, so that equal pairings abound. The moves must
   * use every step and every event once, in order, pair only equal labels, and cost what the
   * formula over the longest common subsequence says.
   */
  @Test
  void everyAlignmentIsAPairingOfTheCheapestCost() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      var plan = letters(random);
      var actual = letters(random);

      var alignment = Alignment.of(plan, actual);

      var planned = new ArrayList<Integer>();
      var events = new ArrayList<Integer>();
      for (var move : alignment.moves()) {
        switch (move) {
          case Alignment.Move.Both(int step, int event) -> {
            assertThat(plan.get(step)).as("seed %d", seed).isEqualTo(actual.get(event));
            planned.add(step);
            events.add(event);
          }
          case Alignment.Move.PlannedOnly(int step) -> planned.add(step);
          case Alignment.Move.ActualOnly(int event) -> events.add(event);
        }
      }
      assertThat(planned).as("seed %d", seed).isSorted().hasSize(plan.size());
      assertThat(events).as("seed %d", seed).isSorted().hasSize(actual.size());
      assertThat(alignment.cost()).as("seed %d", seed).isEqualTo(Alignment.cost(plan, actual));
    }
  }

  private static List<String> letters(Random random) {
    int length = random.nextInt(9);
    return random
        .ints(length, 0, 4)
        .mapToObj(letter -> "abcd".substring(letter, letter + 1))
        .toList();
  }
}
