package cairn.engine;

import cairn.log.Fact;
import cairn.log.Fact.AttributesSet.Setting;
import cairn.value.Era;
import cairn.value.Value;
import cairn.value.ValueType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns what a sender says of a person into the settings that change anything. */
final class Profile {
  private final Turn turn;

  Profile(Turn turn) {
    this.turn = turn;
  }

  /**
   * Sets attributes; the ones that already have the value are left out. A value that does not fit
   * its declared type stays in the log and out of the state.
   */
  void set(Map<String, @Nullable Value> attributes) {
    var settings = new ArrayList<Setting>();
    for (var given : new TreeMap<>(attributes).entrySet()) {
      var declared = turn.blueprint.schema().attribute(given.getKey());
      var value = given.getValue();
      if (declared == null) {
        settings.add(new Setting(-1, given.getKey(), value));
        continue;
      }
      var fitting = value == null ? null : fit(value, declared.type());
      if (value != null && fitting == null) {
        settings.add(new Setting(-1, given.getKey(), value));
        continue;
      }
      var known = turn.state.attributes().get(declared.slot());
      if (fitting == null ? known != null : !fitting.equals(known)) {
        settings.add(new Setting(declared.slot(), given.getKey(), fitting));
      }
    }
    if (!settings.isEmpty()) {
      turn.add(new Fact.AttributesSet(settings));
    }
  }

  /** The value as the declared type, or null where it does not fit without loss. */
  static @Nullable Value fit(Value value, ValueType type) {
    if (value.type() == type) {
      return value;
    }
    return switch (type) {
      case DECIMAL -> value instanceof Value.Whole w ? Value.of((double) w.value()) : null;
      case WHOLE ->
          value instanceof Value.Decimal d && d.value() == Math.rint(d.value())
              ? Value.of((long) d.value())
              : null;
      case TIME -> value instanceof Value.Text t ? time(t.value()) : null;
      case TEXT ->
          switch (value) {
            case Value.Whole w -> Value.of(Long.toString(w.value()));
            case Value.Flag f -> Value.of(Boolean.toString(f.value()));
            case Value.Time t -> Value.of(t.value().toString());
            case Value.Decimal d -> Value.of(Double.toString(d.value()));
            case Value.Text t -> t;
            case Value.Texts t -> null;
          };
      case FLAG -> value instanceof Value.Text t ? flag(t.value()) : null;
      case TEXTS -> null;
    };
  }

  /** What a yes-or-no question is answered with. */
  private static @Nullable Value flag(String text) {
    return switch (text) {
      case "yes", "true" -> Value.of(true);
      case "no", "false" -> Value.of(false);
      default -> null;
    };
  }

  private static @Nullable Value time(String text) {
    try {
      var time = Instant.parse(text);
      return Era.holds(time) ? Value.of(time) : null;
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
