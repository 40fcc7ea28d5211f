package cairn.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.chance.Chance;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Nobody is made out of a table of groups, not even by what is missing from its total. */
final class SmallGroupsTest {
  private static final int LEAST = 20;

  @Test
  void smallGroupsThatAreManyTogetherAreTheOthers() {
    var folding = Fairness.fold(Map.of("a", 90, "b", 15, "c", 6), LEAST, 10);

    assertThat(folding.told()).containsExactly("a");
    assertThat(folding.others()).isTrue();
  }

  @Test
  void aFewOthersTakeTheSmallestToldGroupWithThem() {
    var folding = Fairness.fold(Map.of("a", 90, "b", 40, "c", 3), LEAST, 10);

    assertThat(folding.told()).containsExactly("a");
    assertThat(folding.others()).isTrue();
  }

  @Test
  void groupsThatAreAllLargeEnoughAreToldAndThereAreNoOthers() {
    var folding = Fairness.fold(Map.of("a", 20, "b", 20), LEAST, 10);

    assertThat(folding.told()).containsExactlyInAnyOrder("a", "b");
    assertThat(folding.others()).isFalse();
  }

  @Test
  void whereAllTogetherAreTooFewNothingIsTold() {
    var folding = Fairness.fold(Map.of("a", 12, "b", 7), LEAST, 10);

    assertThat(folding.told()).isEmpty();
    assertThat(folding.others()).isFalse();
  }

  @Test
  void whatIsToldNeverHoldsFewerThanTheLeastWhateverTheSizes() {
    for (int seed = 0; seed < 2_000; seed++) {
      var chance = new Chance(seed);
      var sizes = new TreeMap<String, Integer>();
      for (int group = chance.nextInt(8); group >= 0; group--) {
        sizes.put("group " + group, 1 + chance.nextInt(45));
      }

      var folding = Fairness.fold(sizes, LEAST, 4);

      int rest = 0;
      for (var one : sizes.entrySet()) {
        if (folding.told().contains(one.getKey())) {
          assertThat(one.getValue()).as("seed %d", seed).isGreaterThanOrEqualTo(LEAST);
        } else {
          rest += one.getValue();
        }
      }
      assertThat(rest == 0 || rest >= LEAST || folding.told().isEmpty())
          .as("seed %d", seed)
          .isTrue();
      assertThat(folding.others()).as("seed %d", seed).isEqualTo(rest >= LEAST);
    }
  }
}
