package cairn.server.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.blueprint.Switches;
import cairn.decision.measure.HarmAlarm;
import cairn.person.PersonKey;
import cairn.server.MemoryJournal;
import cairn.server.Worlds;
import cairn.server.publish.Published;
import cairn.server.publish.Publisher;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports stop an action for decisions that count, and for no others. */
final class HarmWatchTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Instant EARLIER = NOON.minusSeconds(60);
  private static final Instant LATER = NOON.plusSeconds(60);

  private final Published published = Worlds.published();
  private final Publisher publisher = Publisher.open(new MemoryJournal(), published);
  private final HarmWatch watch = new HarmWatch(Optional.of(publisher), NOON);

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

  private void manyReport(Instant decided, Instant at) {
    for (int person = 0; person < HarmAlarm.HARMS_MIN; person++) {
      watch.harmed("budget", new PersonKey(0, person), decided, at);
    }
  }
}
