package cairn.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cairn.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was dropped comes out of its packed form as it went in, wherever one looks. */
final class DropsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatGoesInComesOut(long seed) {
    var chance = new Chance(seed);
    var plain = new ArrayList<Drop>();
    for (int i = 0; i < 300; i++) {
      // Near ones take one byte, far ones up to five.
      int bound = 1 << (1 + chance.nextInt(30));
      plain.add(new Drop(chance.nextInt(bound), chance.nextInt(bound)));
    }

    var drops = Drops.of(plain);

    assertThat(drops.equals(plain)).isTrue();
    assertThat(plain.equals(drops)).isTrue();
    assertThat(drops).hasSameHashCodeAs(plain);
    assertThat(drops.get(0)).isEqualTo(plain.getFirst());
    assertThat(drops.get(299)).isEqualTo(plain.getLast());
    assertThat(Drops.fromBytes(300, drops.toBytes())).isEqualTo(drops);
  }

  @Test
  void bytesOfAnotherNumberOfDropsAreRefused() {
    var bytes = Drops.of(List.of(new Drop(3, 200), new Drop(5, 201))).toBytes();

    assertThatIllegalArgumentException().isThrownBy(() -> Drops.fromBytes(1, bytes));
    assertThatIllegalArgumentException().isThrownBy(() -> Drops.fromBytes(3, bytes));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drops.fromBytes(0, new byte[] {(byte) 0x80}));
  }
}
