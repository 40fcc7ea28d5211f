package cairn.decision;

import cairn.adaptive.FeatureSchema;
import cairn.adaptive.FeatureSource;
import cairn.value.Value;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What models see of one person in one request. A predictor is named for where it looks: {@code
 * person.x} an attribute, {@code context.x} the request, {@code recent.x} how often something
 * occurred of what is remembered, {@code journey.x} the stage of a journey, {@code time.hour} and
 * {@code time.day} the person's own clock, {@code channel}.
 */
final class PersonFeatures implements FeatureSource {
  private final FeatureSchema schema;
  private final Asked asked;
  private final DecisionRequest request;

  PersonFeatures(FeatureSchema schema, Asked asked, DecisionRequest request) {
    this.schema = schema;
    this.asked = asked;
    this.request = request;
  }

  @Override
  public @Nullable String symbol(int predictor) {
    return switch (look(predictor)) {
      case null -> null;
      case Value.Text t -> t.value();
      case Value.Flag f -> Boolean.toString(f.value());
      case Value.Whole w -> Long.toString(w.value());
      case Value.Decimal d -> Double.toString(d.value());
      case Value.Time t -> null;
      case Value.Texts t -> t.value().isEmpty() ? null : t.value().getFirst();
    };
  }

  @Override
  public double number(int predictor) {
    return switch (look(predictor)) {
      case Value.Whole w -> w.value();
      case Value.Decimal d -> d.value();
      case Value.Flag f -> f.value() ? 1 : 0;
      case Value.Time t ->
          (asked.now().toEpochMilli() - t.value().toEpochMilli()) / (double) DAY_MILLIS;
      case null, default -> Double.NaN;
    };
  }

  private static final long DAY_MILLIS = 86_400_000L;

  private @Nullable Value look(int predictor) {
    var name = schema.predictors().get(predictor).name();
    int dot = name.indexOf('.');
    var where = dot < 0 ? name : name.substring(0, dot);
    var what = dot < 0 ? "" : name.substring(dot + 1);
    return switch (where) {
      case "person" -> {
        var attribute = asked.schema().attribute(what);
        yield attribute == null ? null : asked.person().attributes().get(attribute.slot());
      }
      case "context" -> request.context().get(what);
      case "channel" -> Value.of(request.channel());
      case "recent" -> {
        var recall = asked.person().recall(what);
        yield Value.of(recall == null ? 0L : recall.size());
      }
      case "journey" -> {
        Value stage = null;
        for (var journey : asked.person().journeys()) {
          if (journey.definition().equals(what)) {
            stage = Value.of(journey.isOver() ? "ended" : journey.stage());
            break;
          }
        }
        yield stage;
      }
      case "purpose" ->
          asked.person().purposes().stream()
              .filter(p -> p.open())
              .findFirst()
              .<Value>map(p -> Value.of(p.kind()))
              .orElse(null);
      case "time" -> time(what);
      default -> null;
    };
  }

  private @Nullable Value time(String what) {
    var local = ZonedDateTime.ofInstant(asked.now(), asked.zone());
    return switch (what) {
      case "hour" -> Value.of((long) local.getHour());
      case "day" -> Value.of(local.getDayOfWeek().name());
      default -> null;
    };
  }
}
