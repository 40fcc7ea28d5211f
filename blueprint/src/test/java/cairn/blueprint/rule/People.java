package cairn.blueprint.rule;

import cairn.person.Attributes;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Recall;
import cairn.rule.Schema;
import cairn.rule.Situation;
import cairn.value.Value;
import cairn.value.ValueType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** People and moments for rules to be asked about; much is unknown of most. */
final class People {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  static final Schema SCHEMA =
      schema(
          Map.entry("flagA", ValueType.FLAG),
          Map.entry("flagB", ValueType.FLAG),
          Map.entry("wholeA", ValueType.WHOLE),
          Map.entry("wholeB", ValueType.WHOLE),
          Map.entry("decimalA", ValueType.DECIMAL),
          Map.entry("decimalB", ValueType.DECIMAL),
          Map.entry("textA", ValueType.TEXT),
          Map.entry("textB", ValueType.TEXT),
          Map.entry("timeA", ValueType.TIME),
          Map.entry("texts", ValueType.TEXTS));

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          SCHEMA, Map.of(), Map.of(), Set.of("regulars"), List.of("email", "app"), Set.of("try"));

  private static final long[] WHOLES = {0, 1, 2, 3, 64, -3, Long.MAX_VALUE, Long.MIN_VALUE};
  private static final double[] DECIMALS = {0, 1, 1.5, 2.5, -2.25, 1e18, 9.3e18, 1e30};
  private static final String[] TEXTS = {"", "a", "ab", "Z", "bb", "7", "-12", "x1", "😀"};

  private static final List<ValueType> PROPERTY_TYPES =
      List.of(ValueType.FLAG, ValueType.WHOLE, ValueType.DECIMAL, ValueType.TEXT);

  private People() {}

  @SafeVarargs
  static Schema schema(Map.Entry<String, ValueType>... attributes) {
    var all = new ArrayList<Schema.Attribute>();
    for (var attribute : attributes) {
      all.add(
          new Schema.Attribute(
              all.size(), attribute.getKey(), attribute.getValue(), "", false, false, true));
    }
    return new Schema(all);
  }

  static Situation random(Random random) {
    var draft = PersonState.unknown(new PersonKey(1, 2)).draft();
    var attributes = Attributes.NONE;
    for (var attribute : SCHEMA.attributes()) {
      if (random.nextInt(4) > 0) {
        attributes = attributes.with(attribute.slot(), value(attribute.type(), random));
      }
    }
    draft.attributes = attributes;
    if (random.nextBoolean()) {
      draft.segments = List.of("regulars");
    }
    if (random.nextInt(3) > 0) {
      draft.recalls = List.of(Recall.of("Visit", times(random)));
    }
    var event = new HashMap<String, Value>();
    for (var name : List.of("amount", "rate", "word", "flag")) {
      if (random.nextInt(4) > 0) {
        event.put(name, property(name, random));
      }
    }
    return new Situation(draft.done(), moment(random), "Visit", event, null);
  }

  private static Instant moment(Random random) {
    return NOON.plusMillis(random.nextInt(5) * 3_600_000L * random.nextInt(400));
  }

  private static long[] times(Random random) {
    var times = new long[random.nextInt(6)];
    for (int i = 0; i < times.length; i++) {
      times[i] =
          NOON.minusMillis(random.nextInt(12) * 21_600_000L * random.nextInt(12)).toEpochMilli();
    }
    Arrays.sort(times);
    return times;
  }

  private static Value property(String name, Random random) {
    if (random.nextInt(5) == 0) {
      return value(PROPERTY_TYPES.get(random.nextInt(PROPERTY_TYPES.size())), random);
    }
    return switch (name) {
      case "amount" -> value(ValueType.WHOLE, random);
      case "rate" -> value(ValueType.DECIMAL, random);
      case "word" -> value(ValueType.TEXT, random);
      default -> value(ValueType.FLAG, random);
    };
  }

  private static Value value(ValueType type, Random random) {
    return switch (type) {
      case FLAG -> Value.of(random.nextBoolean());
      case WHOLE -> Value.of(WHOLES[random.nextInt(WHOLES.length)]);
      case DECIMAL -> Value.of(DECIMALS[random.nextInt(DECIMALS.length)]);
      case TEXT -> Value.of(TEXTS[random.nextInt(TEXTS.length)]);
      case TIME -> Value.of(NOON.minusSeconds(random.nextInt(10) * 86_399L));
      case TEXTS -> new Value.Texts(List.of("b", TEXTS[random.nextInt(TEXTS.length)]));
    };
  }
}
