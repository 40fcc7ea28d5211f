package cairn.store.codec;

import cairn.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as a tag and what it says; the tag 0 is for no value at all. */
final class ValueCodec {
  private ValueCodec() {}

  static void write(Out out, @Nullable Value value) {
    switch (value) {
      case null -> out.u8(0);
      case Value.Flag v -> out.u8(v.value() ? 2 : 1);
      case Value.Whole v -> {
        out.u8(3);
        out.signed(v.value());
      }
      case Value.Decimal v -> {
        out.u8(4);
        out.fixed64(Double.doubleToLongBits(v.value()));
      }
      case Value.Text v -> {
        out.u8(5);
        out.text(v.value());
      }
      case Value.Time v -> {
        out.u8(6);
        out.signed(v.value().toEpochMilli());
      }
      case Value.Texts v -> {
        out.u8(7);
        out.number(v.value().size());
        v.value().forEach(out::text);
      }
    }
  }

  static @Nullable Value readOrNull(In in) {
    return switch (in.u8()) {
      case 0 -> null;
      case 1 -> new Value.Flag(false);
      case 2 -> new Value.Flag(true);
      case 3 -> new Value.Whole(in.signed());
      case 4 -> new Value.Decimal(Double.longBitsToDouble(in.fixed64()));
      case 5 -> new Value.Text(in.text());
      case 6 -> new Value.Time(Instant.ofEpochMilli(in.signed()));
      case 7 -> {
        var texts = new String[in.items()];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = in.text();
        }
        yield new Value.Texts(List.of(texts));
      }
      default -> throw in.corrupt("it names a type of value that is not known here");
    };
  }

  static Value read(In in) {
    var value = readOrNull(in);
    if (value == null) {
      throw in.corrupt("a value is missing");
    }
    return value;
  }

  static void writeMap(Out out, Map<String, Value> values) {
    out.number(values.size());
    for (var entry : values.entrySet()) {
      out.text(entry.getKey());
      write(out, entry.getValue());
    }
  }

  static Map<String, Value> readMap(In in) {
    int size = in.items();
    var values = LinkedHashMap.<String, Value>newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      values.put(in.text(), read(in));
    }
    return values;
  }
}
