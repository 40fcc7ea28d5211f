package cairn.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ChanceTest {
  private static final int DRAWS = 200_000;

  @Test
  void theStreamIsThatOfSplitMix64() {
    var chance = new Chance(1234567);

    var first = IntStream.range(0, 5).mapToObj(i -> Long.toUnsignedString(chance.nextLong()));

    assertThat(first)
        .containsExactly(
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821");
  }

  @Test
  void gaussianNumbersHaveMeanZeroAndVarianceOne() {
    var chance = new Chance(1);

    double[] draws = DoubleStream.generate(chance::nextGaussian).limit(DRAWS).toArray();

    assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(0, within(0.01));
    assertThat(Arrays.stream(draws).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.015));
  }

  @Test
  void betaNumbersHaveTheirMeanAndVariance() {
    var chance = new Chance(2);

    double[] draws = DoubleStream.generate(() -> chance.nextBeta(0.5, 2)).limit(DRAWS).toArray();

    double mean = Arrays.stream(draws).average().orElseThrow();
    double variance = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / DRAWS;
    assertThat(mean).isCloseTo(0.2, within(0.003));
    assertThat(variance).isCloseTo(0.5 * 2 / (2.5 * 2.5 * 3.5), within(0.002));
  }

  @Test
  void wholeNumbersBelowABoundAreEquallyFrequent() {
    var chance = new Chance(3);
    int[] counts = new int[7];

    for (int i = 0; i < 70_000; i++) {
      counts[chance.nextInt(7)]++;
    }

    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
    assertThatThrownBy(() -> chance.nextInt(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aShuffleKeepsEveryNumber() {
    int[] numbers = IntStream.range(0, 100).toArray();

    new Chance(4).shuffle(numbers);

    assertThat(numbers).isNotEqualTo(IntStream.range(0, 100).toArray());
    assertThat(Arrays.stream(numbers).sorted())
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
  }
}
