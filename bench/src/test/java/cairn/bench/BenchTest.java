package cairn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each measurement runs, if a short while, and names its figures as scripts know them. */
final class BenchTest {
  private static void measures(String arguments, String... figures) {
    var words = (arguments + " --people 300 --seconds 1 --json").split(" ");

    var printed = Printed.by(words);

    assertThat(printed.code()).as(printed.err()).isZero();
    assertThat(printed.out().lines()).hasSize(1);
    assertThat(printed.json().fieldNames()).toIterable().contains(figures);
    assertThat(Stream.of(figures).map(each -> printed.json().path(each).asDouble()))
        .allSatisfy(figure -> assertThat(figure).isPositive());
  }

  @Test
  void journeysBesideFlowable() {
    measures(
        "journeys --timers 500",
        "ours_start_cpu_ms",
        "ours_wake_cpu_ms",
        "ours_timer_cpu_ms",
        "flowable_start_cpu_ms",
        "flowable_wake_cpu_ms",
        "flowable_timer_cpu_ms",
        "start_ratio",
        "wake_ratio",
        "timer_ratio");
  }

  @Test
  void decisionsInMemoryAndOnAStore() {
    measures("decisions --part MEMORY", "in_process_us", "elimination_us", "rule_ratio");
    measures("decisions --part STORE", "cpu_ratio", "wall_ratio", "p50_ms", "p99_ms");
  }

  @Test
  void theScanOfEverybody() {
    measures("outbound", "people_per_second");
  }

  @Test
  void aTrialOfEverybodyOverHttp() {
    measures("trials", "people_per_second", "seconds", "server_mib");
  }
}
