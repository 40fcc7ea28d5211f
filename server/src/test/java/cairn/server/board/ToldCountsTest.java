package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.workspace.Workspace;
import cairn.workspace.sql.DatabasePlace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nearly the same people are told what was told before. */
final class ToldCountsTest {
  private static final long FEW = -1;
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir private Path folder;
  private Workspace workspace;
  private ToldCounts told;

  @BeforeEach
  void open() {
    open(NOON);
  }

  private void open(Instant now) {
    var file = new DatabasePlace.SqliteFile(folder.resolve("workspace.db"));
    workspace = Workspace.open(file, InstantSource.fixed(NOON));
    told = new ToldCounts(workspace.toldGroups(), now);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  /** Asks about the people from one number up to another; a fresh answer is how many they are. */
  private long ask(long from, long until, Instant at) {
    long[] who = LongStream.range(from, until).toArray();
    return told.tell(who, at, () -> OptionalLong.of(who.length)).orElse(FEW);
  }

  @Test
  void fewerThanTenApartAreToldTheSameAndTenApartAreNot() {
    assertThat(ask(0, 44, NOON)).isEqualTo(44);
    assertThat(ask(4, 49, NOON)).as("nine apart").isEqualTo(44);
    assertThat(ask(100, 144, NOON)).as("others").isEqualTo(44);
    assertThat(ask(0, 60, NOON)).as("far apart").isEqualTo(60);
  }

  @Test
  void aGroupThatGrowsBitByBitIsToldAnewOnceItIsMuchLargerAndTimeIsOver() {
    for (int people = 40; people < 90; people += 5) {
      assertThat(ask(0, people, NOON)).isEqualTo(40);
    }
    var later = NOON.plus(ToldCounts.STANDS_FOR);

    assertThat(ask(0, 41, later)).as("as large as it was").isEqualTo(40);
    assertThat(ask(0, 85, later)).isEqualTo(85);
    assertThat(ask(0, 84, later)).isEqualTo(85);
  }

  @Test
  void theOldestIsForgottenFirst() {
    assertThat(ask(0, 20, NOON)).isEqualTo(20);
    for (long other = 1; other <= ToldCounts.ASKED_MAX; other++) {
      assertThat(ask(1_000 * other, 1_000 * other + 30, NOON)).isEqualTo(30);
    }
    assertThat(ask(0, 21, NOON)).isEqualTo(21);
  }

  @Test
  void aRestartIsNoWayToAskAnew() {
    assertThat(ask(0, 44, NOON)).isEqualTo(44);
    assertThat(ask(0, 45, NOON)).as("told what was told before").isEqualTo(44);
    assertThat(told.tell(new long[] {7, 8}, NOON, OptionalLong::empty)).isEmpty();

    close();
    open();

    assertThat(ask(0, 46, NOON)).isEqualTo(44);
    assertThat(ask(6, 9, NOON.plusSeconds(1)))
        .as("a group near one that was too small to be told")
        .isEqualTo(FEW);
    assertThat(ask(100, 160, NOON)).as("others").isEqualTo(60);
  }

  @Test
  void placesAreFilledOnceEachAndTheOldestGoesFirstAfterARestartToo() {
    for (long group = 0; group < ToldCounts.ASKED_MAX; group++) {
      ask(1_000 * group, 1_000 * group + 30, NOON);
    }
    close();
    open();

    ask(1_000_000, 1_000_030, NOON);

    assertThat(workspace.toldGroups().all()).hasSize(ToldCounts.ASKED_MAX);
    assertThat(ask(1_000, 1_031, NOON)).as("the second is remembered").isEqualTo(30);
    assertThat(ask(0, 31, NOON)).as("the first is not").isEqualTo(31);
  }

  @Test
  void whatNobodyAskedAboutForLongIsForgottenInTheWorkspaceToo() {
    ask(0, 44, NOON);
    var later = NOON.plus(ToldCounts.REMEMBERED_FOR).plusSeconds(1);

    assertThat(ask(500, 560, later)).isEqualTo(60);

    assertThat(workspace.toldGroups().all()).singleElement().extracting("people").isEqualTo(60);
    assertThat(ask(0, 45, later)).isEqualTo(45);
  }

  @Test
  void whatNobodyAskedAboutForLongGoesWithoutAnybodyAsking() {
    ask(0, 44, NOON);
    told.forget(NOON.plus(ToldCounts.REMEMBERED_FOR));
    assertThat(workspace.toldGroups().all()).as("just in time").hasSize(1);

    told.forget(NOON.plus(ToldCounts.REMEMBERED_FOR).plusSeconds(1));

    assertThat(workspace.toldGroups().all()).isEmpty();
    assertThat(ask(0, 45, NOON)).as("not in memory either").isEqualTo(45);
  }

  @Test
  void whatGrewTooOldWhileNothingRanGoesAtTheStart() {
    ask(0, 44, NOON);
    close();

    open(NOON.plus(ToldCounts.REMEMBERED_FOR).plusSeconds(1));

    assertThat(workspace.toldGroups().all()).isEmpty();
  }

  @Test
  void whatIsAskedAboutAgainIsRememberedLonger() {
    ask(0, 44, NOON);
    ask(0, 45, NOON);
    ask(0, 45, NOON.plus(ToldCounts.REMEMBERED_FOR));

    assertThat(ask(0, 46, NOON.plus(ToldCounts.REMEMBERED_FOR.multipliedBy(2)))).isEqualTo(44);
  }
}
