package cairn.insight.log;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.conformance.DirectlyFollows;
import cairn.conformance.Footprint;
import cairn.conformance.Variants;
import cairn.insight.log.ObservedJourney.Activity;
import cairn.insight.log.ObservedJourney.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Journeys in; counts and the main ways out. */
final class JourneyCounterTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");

  private final JourneyCounter counter = new JourneyCounter();

  @Test
  void nothingSeenIsNothingCounted() {
    var summary = counter.summary();

    assertThat(summary.cases()).isZero();
    assertThat(summary.topVariant()).isEmpty();
    assertThat(summary.lengthMin()).isZero();
    assertThat(summary.from()).isNull();
    assertThat(counter.observed(3).activities()).isEmpty();
  }

  @Test
  void theJourneyDrawnShowsWhereJourneysBeginGoAndEnd() {
    add(8, "ask", "answer", "buy");
    add(2, "ask", "buy");

    assertThat(counter.observed(10))
        .isEqualTo(
            new ObservedJourney(
                10,
                List.of(
                    new Activity("ask", 10, 10, 10, 0, 0),
                    new Activity("answer", 8, 8, 0, 0, 0.5),
                    new Activity("buy", 10, 10, 0, 10, 1)),
                0,
                List.of(
                    new Transition("answer", "buy", 8, 1, Duration.ofHours(1)),
                    new Transition("ask", "answer", 8, 0.8, Duration.ofHours(1)))));
  }

  @Test
  void rareTouchpointsAreLeftOutButNotTheCommonestBeginningAndEnding() {
    add(3, "a", "x", "y", "z");
    add(3, "b", "x", "y", "z");
    add(4, "c", "x", "y", "w");

    var observed = counter.observed(2);

    assertThat(observed.activities())
        .extracting(Activity::name)
        .containsExactly("c", "x", "y", "z");
    assertThat(observed.activitiesLeftOut()).isEqualTo(3);
    assertThat(observed.beginnings()).extracting(Activity::name).containsExactly("c");
    assertThat(observed.transitions())
        .extracting(way -> way.from() + " " + way.to())
        .containsExactly("x y", "y z", "c x");
  }

  /** Random journeys, counted as they come and, slowly, from the whole list. */
  @Test
  void streamingCountsAgreeWithThoseOfTheWholeLog() {
    for (long seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var streamed = new JourneyCounter();
      var all = new ArrayList<List<String>>();
      for (int journey = 0; journey < 3_000; journey++) {
        var labels =
            random.ints(1 + random.nextInt(6), 0, 7).mapToObj(label -> "step " + label).toList();
        all.add(labels);
        streamed.add(person("p" + journey, labels));
      }

      var variants = Variants.of(all);
      var summary = streamed.summary();

      assertThat(summary.variants()).as("seed %d", seed).isEqualTo(variants.distinct());
      assertThat(summary.topVariant())
          .as("seed %d", seed)
          .isEqualTo(variants.mostFrequent().orElseThrow());
      assertThat(streamed.directlyFollows())
          .as("seed %d", seed)
          .isEqualTo(DirectlyFollows.of(variants));
      assertThat(Footprint.of(streamed.directlyFollows()).labels()).hasSize(7);
    }
  }

  @Test
  void manyDifferentSequencesAreToldApart() {
    for (int journey = 0; journey < 60_000; journey++) {
      var labels = new ArrayList<String>();
      for (int rest = journey; labels.isEmpty() || rest > 0; rest /= 10) {
        labels.add("digit " + rest % 10);
      }
      counter.add(person("p", labels));
    }

    assertThat(counter.summary().variants()).isEqualTo(60_000);
    assertThat(counter.summary().variantsComplete()).isTrue();
    assertThat(counter.summary().topVariant()).containsExactly("digit 0");
  }

  private void add(int times, String... labels) {
    for (int time = 0; time < times; time++) {
      counter.add(person("p", List.of(labels)));
    }
  }

  private static PersonRows person(String name, List<String> labels) {
    var rows = new ArrayList<EventRow>();
    for (String label : labels) {
      var at = MONDAY.plus(Duration.ofHours(rows.size()));
      rows.add(new EventRow(name, name, label, at, null, null, Map.of(), rows.size() + 1));
    }
    return new PersonRows(name, Map.of(), rows);
  }
}
