package cairn.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the key that brings an element to a place among its neighbours. */
public final class Ordering {
  private Ordering() {}

  /** One neighbour: its id and its key, as neighbours are sorted: by key, then by id. */
  public record Neighbour(ElementId id, OrderKey key) implements Comparable<Neighbour> {
    @Override
    public int compareTo(Neighbour other) {
      int order = key.compareTo(other.key);
      return order == 0 ? id.compareTo(other.id) : order;
    }
  }

  /**
   * Where the newcomer goes, and which neighbours must move to make room.
   *
   * @param moved the new keys of neighbours: empty but when two share a key or a gap is used up
   */
  public record Placing(OrderKey key, List<Neighbour> moved) {
    public Placing {
      moved = List.copyOf(moved);
    }
  }

  /**
   * The key for a place.
   *
   * @param neighbours sorted, without the newcomer
   * @param index how many of them come before it, from 0 to all of them
   */
  public static Placing at(List<Neighbour> neighbours, int index) {
    if (index < 0 || index > neighbours.size()) {
      throw new IllegalArgumentException("no such place: " + index);
    }
    Optional<OrderKey> key;
    if (neighbours.isEmpty()) {
      key = Optional.of(OrderKey.FIRST);
    } else if (index == neighbours.size()) {
      key = neighbours.getLast().key().after();
    } else if (index == 0) {
      key = neighbours.getFirst().key().before();
    } else {
      var low = neighbours.get(index - 1).key();
      var high = neighbours.get(index).key();
      key = low.compareTo(high) < 0 ? OrderKey.between(low, high) : Optional.empty();
    }
    return key.map(found -> new Placing(found, List.of()))
        .orElseGet(() -> respaced(neighbours, index));
  }

  private static Placing respaced(List<Neighbour> neighbours, int index) {
    var moved = new ArrayList<Neighbour>();
    for (int place = 0; place < neighbours.size(); place++) {
      var key = OrderKey.nth(place < index ? place : place + 1);
      if (!neighbours.get(place).key().equals(key)) {
        moved.add(new Neighbour(neighbours.get(place).id(), key));
      }
    }
    return new Placing(OrderKey.nth(index), moved);
  }
}
