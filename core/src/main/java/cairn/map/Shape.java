package cairn.map;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one kind of element, in the order in which they are written. */
public final class Shape {
  private final List<Field<?>> fields;
  private final Map<String, Integer> places = new HashMap<>();

  private Shape(List<Field<?>> fields) {
    this.fields = fields;
    for (int place = 0; place < fields.size(); place++) {
      if (places.put(fields.get(place).name(), place) != null) {
        throw new IllegalArgumentException("two fields are named " + fields.get(place).name());
      }
    }
  }

  static Shape of(Field<?>... fields) {
    return new Shape(List.of(fields));
  }

  /** The fields in order. */
  public List<Field<?>> fields() {
    return fields;
  }

  /** The field of that name, if the kind has one. */
  public Optional<Field<?>> field(String name) {
    Integer place = places.get(name);
    return place == null ? Optional.empty() : Optional.of(fields.get(place));
  }

  int place(String name) {
    Integer place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("no field is named " + name);
    }
    return place;
  }
}
