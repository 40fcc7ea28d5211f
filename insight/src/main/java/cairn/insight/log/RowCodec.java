package cairn.insight.log;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes rows to temporary files of this process and reads them back. No stored format. */
final class RowCodec {

  private static final int ABSENT = -1;

  private RowCodec() {}

  static void write(EventRow row, DataOutputStream out) throws IOException {
    writeText(out, row.person());
    writeText(out, row.caseId());
    writeText(out, row.activity());
    writeInstant(out, row.at());
    writeText(out, row.resource());
    writeText(out, row.lifecycle());
    out.writeLong(row.number());
    out.writeInt(row.attributes().size());
    for (Map.Entry<String, AttributeValue> attribute : row.attributes().entrySet()) {
      writeText(out, attribute.getKey());
      writeValue(out, attribute.getValue());
    }
  }

  static EventRow read(DataInputStream in) throws IOException {
    String person = readName(in);
    String caseId = readName(in);
    String activity = readName(in);
    Instant at = readInstant(in);
    String resource = readText(in);
    String lifecycle = readText(in);
    long number = in.readLong();
    int size = in.readInt();
    var attributes = LinkedHashMap.<String, AttributeValue>newLinkedHashMap(size);
    for (int index = 0; index < size; index++) {
      attributes.put(readName(in), readValue(in));
    }
    return new EventRow(person, caseId, activity, at, resource, lifecycle, attributes, number);
  }

  /** About how many bytes of memory a row takes. */
  static int memory(EventRow row) {
    int characters = row.person().length() + row.caseId().length() + row.activity().length();
    int attributes = 0;
    for (Map.Entry<String, AttributeValue> attribute : row.attributes().entrySet()) {
      attributes += 100;
      if (attribute.getValue() instanceof AttributeValue.Text(String value)) {
        attributes += 2 * value.length();
      }
    }
    return 350 + 2 * characters + attributes;
  }

  private static void writeValue(DataOutputStream out, AttributeValue value) throws IOException {
    switch (value) {
      case AttributeValue.Text(String text) -> {
        out.writeByte('t');
        writeText(out, text);
      }
      case AttributeValue.Whole(long whole) -> {
        out.writeByte('w');
        out.writeLong(whole);
      }
      case AttributeValue.Real(double real) -> {
        out.writeByte('r');
        out.writeDouble(real);
      }
      case AttributeValue.Flag(boolean flag) -> {
        out.writeByte('f');
        out.writeBoolean(flag);
      }
      case AttributeValue.Moment(Instant moment) -> {
        out.writeByte('m');
        writeInstant(out, moment);
      }
    }
  }

  private static AttributeValue readValue(DataInputStream in) throws IOException {
    int kind = in.readByte();
    return switch (kind) {
      case 't' -> new AttributeValue.Text(readName(in));
      case 'w' -> new AttributeValue.Whole(in.readLong());
      case 'r' -> new AttributeValue.Real(in.readDouble());
      case 'f' -> new AttributeValue.Flag(in.readBoolean());
      case 'm' -> new AttributeValue.Moment(readInstant(in));
      default -> throw new IOException("the temporary file was changed by somebody else");
    };
  }

  private static void writeInstant(DataOutputStream out, Instant at) throws IOException {
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
  }

  private static Instant readInstant(DataInputStream in) throws IOException {
    long seconds = in.readLong();
    return Instant.ofEpochSecond(seconds, in.readInt());
  }

  private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(ABSENT);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == ABSENT ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String readName(DataInputStream in) throws IOException {
    String name = readText(in);
    if (name == null) {
      throw new IOException("the temporary file was changed by somebody else");
    }
    return name;
  }
}
