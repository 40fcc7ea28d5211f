package cairn.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cairn.value.Era;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What exists is in bounds: whoever reads it later need not ask again. */
final class BoundsTest {
  @Test
  void aTimeLiesInYearsThatCanBeKept() {
    assertThat(Value.of(Era.LAST)).isEqualTo(new Value.Time(Era.LAST));
    assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Era.LAST.plusMillis(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Instant.MIN));
  }

  @Test
  void aListHoldsTextsThatAreInBoundsThemselves() {
    var long1 = "x".repeat(Value.TEXT_CHARS_MAX);

    assertThat(new Value.Texts(List.of(long1)).value()).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Value.Texts(List.of(long1 + "x")));
  }

  @Test
  void aCapCountsNoFurtherThanContactsAreRemembered() {
    var year = Limits.Cap.WINDOW_MAX;

    assertThat(new Limits.Cap(null, Recall.TIMES_MAX, year).window()).isEqualTo(year);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits.Cap(null, Recall.TIMES_MAX + 1, year));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits.Cap(null, 1, year.plusMillis(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits.Cap(null, 1, Duration.ofNanos(1)));
  }

  @Test
  void aSilenceEndsInYearsThatCanBeKept() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Limits(List.of(), null, Instant.MAX));
  }

  @Test
  void aKeyIsWrittenInHexadecimalDigitsAlone() {
    var key = new PersonKey(0x0123456789abcdefL, -1);

    assertThat(PersonKey.ofHex(key.hex())).isEqualTo(key);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PersonKey.ofHex("+123456789abcdef0000000000000000"));
    assertThatIllegalArgumentException().isThrownBy(() -> PersonKey.ofHex("١".repeat(32)));
  }
}
