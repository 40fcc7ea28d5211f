package cairn.map;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One change of one element; whatever a gesture does is a list of these. */
public sealed interface Op {
  /** The element it changes. */
  ElementId id();

  /** The element is there, whole: made, restored, or replaced. */
  record Put(Element element) implements Op {
    @Override
    public ElementId id() {
      return element.id();
    }
  }

  /**
   * Some fields of the element hold these values.
   *
   * @param fields at least one, by name
   * @param was what some of these fields must still hold for the change to stand; a text somebody
   *     rewrote meanwhile is thereby never overwritten in silence
   */
  record Set(ElementId id, SortedMap<String, Value> fields, SortedMap<String, Value> was)
      implements Op {
    public Set {
      fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
      was = Collections.unmodifiableSortedMap(new TreeMap<>(was));
      if (fields.isEmpty()) {
        throw new IllegalArgumentException("a set changes at least one field");
      }
      if (!fields.keySet().containsAll(was.keySet())) {
        throw new IllegalArgumentException("a set expects only what it changes");
      }
    }

    /** Sets fields whatever they held. */
    public Set(ElementId id, Map<String, Value> fields) {
      this(id, new TreeMap<>(fields), new TreeMap<>());
    }
  }

  /** The element is gone; its content is kept, so that it can be put again. */
  record Del(ElementId id) implements Op {}

  /** Puts an element. */
  static Op put(Element element) {
    return new Put(element);
  }

  /** Sets one field. */
  static <T> Op set(ElementId id, Field<T> field, T value) {
    return new Set(id, Map.of(field.name(), field.write(value)));
  }

  /** Sets one field on the condition that it still holds what it held. */
  static <T> Op set(ElementId id, Field<T> field, T was, T value) {
    return new Set(
        id,
        new TreeMap<>(Map.of(field.name(), field.write(value))),
        new TreeMap<>(Map.of(field.name(), field.write(was))));
  }

  /** Deletes an element. */
  static Op del(ElementId id) {
    return new Del(id);
  }
}
