package cairn.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ElementMapTest {
  /**
   * Random puts and removals beside a tree map of the JDK: same content, same order, old maps kept.
   */
  @Test
  void itHoldsWhatATreeMapHoldsAndOldMapsNeverChange() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var map = ElementMap.EMPTY;
      var expected = new TreeMap<ElementId, Element>();
      var kept = new ArrayList<ElementMap>();
      var keptSizes = new ArrayList<Integer>();
      for (int step = 0; step < 600; step++) {
        var id = new ElementId("e" + random.nextInt(150));
        if (random.nextInt(5) < 3) {
          var element = Room.make(Kind.TEAM, id.text(), Map.of("name", Value.of("t" + step)));
          map = map.with(element);
          expected.put(id, element);
        } else {
          map = map.without(id);
          expected.remove(id);
        }
        if (step % 100 == 0) {
          kept.add(map);
          keptSizes.add(map.size());
        }
        assertThat(map.size()).as("seed %d step %d", seed, step).isEqualTo(expected.size());
      }
      assertThat(map).as("seed %d", seed).containsExactlyElementsOf(expected.values());
      for (var entry : expected.entrySet()) {
        assertThat(map.find(entry.getKey())).isEqualTo(entry.getValue());
      }
      for (int n = 0; n < kept.size(); n++) {
        assertThat(kept.get(n)).hasSize(keptSizes.get(n));
      }
    }
  }

  @Test
  void itStaysFlatWhenIdsComeInOrder() {
    var map = ElementMap.EMPTY;
    var all = new ArrayList<Element>();
    for (int n = 0; n < 20_000; n++) {
      var element = Room.make(Kind.TEAM, String.format(Locale.ROOT, "e%06d", n), Map.of());
      all.add(element);
      map = map.with(element);
    }

    // A tree that had grown into a list would not survive its own recursion here.
    for (Element element : List.copyOf(all).reversed()) {
      map = map.without(element.id());
    }
    assertThat(map).isEmpty();
    assertThat(map).isEqualTo(ElementMap.EMPTY);
  }
}
