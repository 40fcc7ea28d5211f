package cairn.workspace.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** How often somebody may try, and what a secret gives away. */
final class ThrottleTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Throttle throttle = new Throttle(3, HOUR);

  @Test
  void triesAreAllowedUpToTheBound() {
    assertThat(throttle.take("ada", NOON)).isZero();
    assertThat(throttle.take("ada", NOON.plusSeconds(60))).isZero();
    assertThat(throttle.take("ada", NOON.plusSeconds(120))).isZero();

    assertThat(throttle.take("ada", NOON.plusSeconds(600))).isEqualTo(Duration.ofMinutes(50));
    assertThat(throttle.take("ben", NOON.plusSeconds(600))).isZero();
  }

  @Test
  void aWindowEndsOnTime() {
    for (var i = 0; i < 3; i++) {
      throttle.take("ada", NOON);
    }

    assertThat(throttle.take("ada", NOON.plus(HOUR).minusMillis(1)))
        .isEqualTo(Duration.ofMillis(1));
    assertThat(throttle.take("ada", NOON.plus(HOUR))).isZero();
  }

  @Test
  void aTryGivenBackMayBeTakenAgain() {
    for (var i = 0; i < 3; i++) {
      throttle.take("ada", NOON);
    }
    throttle.giveBack("ada");
    throttle.giveBack("nobody");

    assertThat(throttle.take("ada", NOON)).isZero();
    assertThat(throttle.take("ada", NOON)).isPositive();
  }

  @Test
  void whatIsForgottenBeginsAnew() {
    for (var i = 0; i < 3; i++) {
      throttle.take("ada", NOON);
    }
    throttle.forget("ada");

    assertThat(throttle.take("ada", NOON)).isZero();
  }

  @Test
  void theKeyLongestUntouchedMakesRoom() {
    for (var i = 0; i < 3; i++) {
      throttle.take("ada", NOON);
    }
    for (var i = 0; i < Throttle.KEYS_MAX - 1; i++) {
      throttle.take("key " + i, NOON);
    }
    assertThat(throttle.take("ada", NOON)).isPositive();

    for (var i = 0; i < Throttle.KEYS_MAX; i++) {
      throttle.take("other " + i, NOON);
    }
    assertThat(throttle.take("ada", NOON)).isZero();
  }

  @Test
  void aThrottleAllowsSomething() {
    assertThatThrownBy(() -> new Throttle(0, HOUR)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Throttle(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** SHA-256 of "abc", from FIPS 180-2, appendix B.1. */
  @Test
  void aDigestIsTheKnownOne() {
    assertThat(new Secret("abc").digest())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Secret.sameDigest("ab", "ab")).isTrue();
    assertThat(Secret.sameDigest("ab", "ac")).isFalse();
  }

  @Test
  void secretsAreNeverTheSameAndNeverShown() {
    var seen = new HashSet<String>();
    for (var i = 0; i < 1_000; i++) {
      assertThat(seen.add(Secret.fresh().text())).isTrue();
      assertThat(seen.add(Secret.freshId())).isTrue();
    }
    assertThat(new Secret("abc").toString()).doesNotContain("abc");
    assertThatThrownBy(() -> new Secret("")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Secret("x".repeat(Secret.LENGTH_MAX + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
