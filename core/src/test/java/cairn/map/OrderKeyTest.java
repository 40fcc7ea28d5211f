package cairn.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OrderKeyTest {
  @Test
  void aListWrittenDownwardsKeepsShortKeys() {
    assertThat(OrderKey.FIRST.text()).isEqualTo("V000");
    assertThat(OrderKey.nth(1).text()).isEqualTo("V001");
    assertThat(OrderKey.nth(62).text()).isEqualTo("V010");
    assertThat(OrderKey.nth(5).after()).contains(OrderKey.nth(6));
    assertThat(OrderKey.FIRST.before()).contains(new OrderKey("Uzzz"));
  }

  @Test
  void aKeyFitsBetweenAnyTwo() {
    assertThat(between("V000", "V001")).isEqualTo("V000V");
    assertThat(between("V000", "V000V")).isEqualTo("V000F");
    assertThat(between("V000", "V0001")).isEqualTo("V0000V");
    assertThat(between("V00z", "V010")).isEqualTo("V00zV");
    assertThat(between("V000", "V00A")).isEqualTo("V005");
    assertThat(between("V000z", "V001")).isEqualTo("V000zV");
  }

  @Test
  void whatIsNoKeyIsRefused() {
    assertThatThrownBy(() -> new OrderKey("V00")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OrderKey("V0000")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OrderKey("V00-")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new OrderKey("zzzz").after()).isEmpty();
    assertThat(new OrderKey("0000").before()).isEmpty();
  }

  @Test
  void neighboursKeepTheirOrderWhereverNewcomersGo() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var neighbours = new ArrayList<Ordering.Neighbour>();
      for (int step = 0; step < 400; step++) {
        // Half of the newcomers go to one spot, which uses its gap up and calls for re-spacing.
        int index =
            random.nextBoolean()
                ? Math.min(1, neighbours.size())
                : random.nextInt(neighbours.size() + 1);
        insert(neighbours, index, new ElementId("n" + step));
        assertThat(neighbours).as("seed %d step %d", seed, step).isSorted();
      }
    }
  }

  @Test
  void twoWithOneKeyMoveApartForAThird() {
    var twins =
        List.of(
            new Ordering.Neighbour(new ElementId("a"), OrderKey.FIRST),
            new Ordering.Neighbour(new ElementId("b"), OrderKey.FIRST));

    var placing = Ordering.at(twins, 1);

    assertThat(placing.key()).isEqualTo(OrderKey.nth(1));
    assertThat(placing.moved())
        .containsExactly(new Ordering.Neighbour(new ElementId("b"), OrderKey.nth(2)));
  }

  private static void insert(List<Ordering.Neighbour> neighbours, int index, ElementId id) {
    var placing = Ordering.at(neighbours, index);
    for (var moved : placing.moved()) {
      neighbours.replaceAll(old -> old.id().equals(moved.id()) ? moved : old);
    }
    neighbours.add(index, new Ordering.Neighbour(id, placing.key()));
  }

  private static String between(String low, String high) {
    return OrderKey.between(new OrderKey(low), new OrderKey(high)).orElseThrow().text();
  }
}
