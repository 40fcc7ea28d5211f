package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.blueprint.Switches;
import cairn.decision.measure.HarmAlarm;
import cairn.person.PersonKey;
import cairn.server.MemoryJournal;
import cairn.server.Worlds;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports stop an action for decisions that count, and for no others. */
final class HarmWatchTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant EARLIER = NOON.minusSeconds(60);
  private static final Instant LATER = NOON.plusSeconds(60);

  private final Published published = Worlds.published();
  private final MemoryJournal journal = new MemoryJournal();
  private final Publisher publisher = Publisher.open(journal, published);
  private HarmWatch watch;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    watch = watch(NOON);
  }

  /** The process begins, and knows whoever has an even number by name. */
  private HarmWatch watch(Instant since) {
    var file = new HarmFile(folder.resolve("harm.bin"));
    return new HarmWatch(Optional.of(publisher), file, (key, decided) -> key.low() % 2 == 0, since);
  }

  @Test
  void lateReportsOfWhatWasDecidedBeforeStopNothing() {
    manyReport(EARLIER, LATER);

    assertThat(published.switches().actions()).isEmpty();
  }

  @Test
  void whatWasDecidedBeforeAStopDoesNotStopAnActionThatWasStartedAgain() {
    manyReport(NOON, LATER);
    assertThat(published.switches().actions()).containsExactly("budget");
    publisher.stop(Switches.NONE, "somebody");

    manyReport(NOON, LATER);
    assertThat(published.switches().actions()).isEmpty();

    manyReport(LATER, LATER);
    assertThat(published.switches().actions()).containsExactly("budget");
  }

  @Test
  void aShowingToldAgainAndAgainHidesNoHarm() {
    for (int i = 0; i < HarmAlarm.SHOWN_MAX; i++) {
      watch.shown("budget", "decision/0", NOON);
    }

    manyReport(NOON, LATER);

    assertThat(published.switches().actions()).containsExactly("budget");
  }

  @Test
  void aRestartForgetsNoReport() {
    reports(0, HarmAlarm.HARMS_MIN - 1, NOON, LATER);
    assertThat(published.switches().actions()).isEmpty();

    watch = watch(LATER);
    reports(0, 1, NOON, LATER);
    assertThat(published.switches().actions()).as("counted already").isEmpty();
    reports(HarmAlarm.HARMS_MIN, 1, NOON, LATER);

    assertThat(published.switches().actions()).containsExactly("budget");
    var last = watch(LATER).told().getFirst().last();
    assertThat(last).isEqualTo(new HarmWatch.Stop(LATER, HarmAlarm.HARMS_MIN, 0, 0));
  }

  @Test
  void aStopThatCouldNotBeWrittenComesWhenTheReportIsReadAgain() {
    reports(0, HarmAlarm.HARMS_MIN - 1, NOON, LATER);
    journal.refuseNext();

    assertThatThrownBy(() -> reports(HarmAlarm.HARMS_MIN, 1, NOON, LATER))
        .hasMessageContaining("control log");
    assertThat(published.switches().actions()).isEmpty();
    reports(HarmAlarm.HARMS_MIN, 1, NOON, LATER);

    assertThat(published.switches().actions()).containsExactly("budget");
    assertThat(watch.told().getFirst().last())
        .isEqualTo(new HarmWatch.Stop(LATER, HarmAlarm.HARMS_MIN, 0, 0));
  }

  @Test
  void aRestartForgetsNoShowing() {
    for (int i = 0; i < HarmAlarm.SHOWN_MAX; i++) {
      watch.shown("budget", "decision-" + i + "/0", NOON);
    }
    watch.keep();

    watch = watch(LATER);
    watch.shown("budget", "decision-7/0", NOON);
    manyReport(NOON, LATER);

    assertThat(published.switches().actions()).isEmpty();
    assertThat(watch.told().getFirst().counts().shown()).isEqualTo(HarmAlarm.SHOWN_MAX);
  }

  @Test
  void aFewVisitorsStopNothingAlone() {
    for (int i = 0; i < HarmAlarm.HARMS_MIN; i++) {
      watch.harmed("budget", new PersonKey(0, 2L * i + 1), NOON, LATER);
    }

    assertThat(published.switches().actions()).isEmpty();
    assertThat(watch.told().getFirst().counts().visitors()).isEqualTo(HarmAlarm.HARMS_MIN);
  }

  @Test
  void aFileThatCannotBeReadIsBegunAnew() throws IOException {
    manyReport(NOON, LATER);
    Files.write(folder.resolve("harm.bin"), new byte[] {1, 2, 3});

    assertThat(watch(LATER).told()).isEmpty();
  }

  private void manyReport(Instant decided, Instant at) {
    reports(0, HarmAlarm.HARMS_MIN, decided, at);
  }

  private void reports(int first, int people, Instant decided, Instant at) {
    for (int person = first; person < first + people; person++) {
      watch.harmed("budget", new PersonKey(0, 2L * person), decided, at);
    }
  }
}
