package cairn.server.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Nearly the same people are told what was told before. */
final class ToldCountsTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final ToldCounts told = new ToldCounts();

  /** Asks about the people from one number up to another; a fresh answer is how many they are. */
  private long ask(long from, long until, Instant at) {
    long[] who = LongStream.range(from, until).toArray();
    return told.tell(who, at, () -> OptionalLong.of(who.length)).orElseThrow();
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
}
