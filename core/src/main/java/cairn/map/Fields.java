package cairn.map;

import java.util.Arrays;
import java.util.Objects;

/** The values of one element, one for each field of its kind; never changed once made. */
public final class Fields {
  private final Kind kind;
  private final Value[] values;

  private Fields(Kind kind, Value[] values) {
    this.kind = kind;
    this.values = values;
  }

  /** Every field of a kind as it is when nothing was said. */
  public static Fields of(Kind kind) {
    var fields = kind.shape().fields();
    var values = new Value[fields.size()];
    for (int place = 0; place < values.length; place++) {
      values[place] = fields.get(place).fallback();
    }
    return new Fields(kind, values);
  }

  /** The kind whose fields these are. */
  public Kind kind() {
    return kind;
  }

  /** What a field reads as. */
  public <T> T get(Field<T> field) {
    return field.read(values[kind.shape().place(field.name())]);
  }

  /** The value of the field of that name; a name the kind lacks is a fault of the caller. */
  public Value value(String name) {
    return values[kind.shape().place(name)];
  }

  /** The same with one field written; a value out of its bound is a fault of the caller. */
  public <T> Fields with(Field<T> field, T value) {
    return with(field.name(), field.write(value));
  }

  /** The same with one named field written. */
  public Fields with(String name, Value value) {
    int place = kind.shape().place(name);
    String problem = kind.shape().fields().get(place).problem(value);
    if (problem != null) {
      throw new IllegalArgumentException("field " + name + " " + problem);
    }
    if (values[place].equals(value)) {
      return this;
    }
    Value[] changed = values.clone();
    changed[place] = value;
    return new Fields(kind, changed);
  }

  static Fields require(Fields fields, Kind kind) {
    if (fields.kind != kind) {
      throw new IllegalArgumentException("these are fields of another kind: " + fields.kind);
    }
    return Objects.requireNonNull(fields);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fields that && kind == that.kind && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + Arrays.hashCode(values);
  }

  /** Names the kind only: what people wrote does not belong in a log line. */
  @Override
  public String toString() {
    return "Fields[" + kind + "]";
  }
}
