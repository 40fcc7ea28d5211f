package cairn.sim.crush;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Response;
import cairn.decision.Slot;
import cairn.engine.Engine;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.person.Recall;
import cairn.rule.Need;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Limits hold while everybody asks at once; {@code -Dcairn.decisions=} makes it longer. And what
 * looks for broken limits finds them in logs made up for it.
 */
final class CrushTest {
  private static final int DECISIONS = Integer.getInteger("cairn.decisions", 20_000);
  private static final long SEED = Long.getLong("cairn.seed", 7);
  private static final Scene SCENE = new Scene(2, 2);

  private final List<Entry> log = new ArrayList<>();
  private final CrushLook look = new CrushLook(SCENE);

  @Test
  void noCapAndNoLimitOverAllPeopleIsBrokenWhileEverybodyAsksAtOnce(@TempDir Path folder)
      throws InterruptedException {
    var report = new Crush(DECISIONS, SEED, folder).run(line -> {});

    assertThat(report.broken()).as("seed %d", SEED).isEmpty();
    assertThat(report.decisions()).isEqualTo(DECISIONS);
    assertThat(report.shown()).isGreaterThan(DECISIONS / 10);

    // Every limit was reached, or nothing would be proved.
    assertThat(report.silent()).isPositive();
    assertThat(report.stopped()).containsKeys("persons_limits", "contact", "volume");
    assertThat(report.given())
        .hasSize(2)
        .allSatisfy((group, units) -> assertThat(units.given()).isEqualTo(units.of()));
  }

  @Test
  void aCapThatIsExceededIsSeen() {
    for (int i = 0; i <= Scene.ALL_MAX; i++) {
      decided("tips-" + i, "phone", i);
    }

    assertThat(broken()).containsExactly("the cap of all channels is 4, and there were 5");
  }

  @Test
  void aContactThatWasNotNotedIsSeen() {
    decided("tips-1", "phone", 0, 0);

    assertThat(broken()).containsExactly("of 1 contacts, 0 were noted");
  }

  @Test
  void moreUnitsThanThereAreIsSeenUnlessTheyWentBackBefore() {
    for (int i = 0; i < 3; i++) {
      decided("gifts-" + i, "phone", 45 * i);
      look.look(log);
      log.clear();
    }
    assertThat(broken()).isEmpty();

    decided("gifts-4", "phone", 46);
    assertThat(broken()).containsExactly("of 2 gifts of a day 3 were out at once");
  }

  @Test
  void whatComesAfterANoIsSeen() {
    decided("talks-1", "web", 0);
    answered("talks-1", 0);
    decided("talks-1", "app", 100);

    assertThat(broken())
        .containsExactly("shown after a no: talks-1", "a talk came while talks rest: talks-1");
  }

  private List<String> broken() {
    look.look(log);
    log.clear();
    return look.report(look.decisions(), 1, 1, List.of()).broken();
  }

  private void decided(String action, String channel, int minute) {
    decided(action, channel, minute, 1);
  }

  private void decided(String action, String channel, int minute, int noted) {
    var at = Crush.START.plus(Duration.ofMinutes(minute));
    var slot = new Slot("here", action, "words", 0, List.of(0), List.of(1.0), 0, false, false);
    var record =
        new DecisionRecord(
            "d" + minute,
            at,
            new DecisionRequest(channel, List.of("here"), Map.of(), 1),
            Arm.FULL,
            List.of(),
            List.of(),
            List.of(slot),
            null,
            0,
            -1,
            java.util.Collections.nCopies(noted, new Need(Recall.CONTACT + channel, 1)));
    add(at, new Fact.DecisionMade(record, false));
  }

  private void answered(String action, int minute) {
    var no = new Response(Response.Kind.NO, null, null, 0);
    var at = Crush.START.plus(Duration.ofMinutes(minute + 1));
    add(at, new Fact.ResponseRecorded("d" + minute + "/0", action, "web", no, List.of()));
  }

  private void add(Instant at, Fact fact) {
    long number = log.size() + 1L;
    log.add(
        new Entry(
            number,
            "c" + number,
            Entry.Origin.LIVE,
            at,
            at,
            0,
            1,
            0,
            Engine.EDITION,
            List.of(fact)));
  }
}
