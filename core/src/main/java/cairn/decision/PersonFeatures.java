package cairn.decision;

import cairn.adaptive.FeatureSchema;
import cairn.adaptive.FeatureSource;
import cairn.person.Purpose;
import cairn.rule.Schema;
import cairn.value.Value;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What models see of one person in one request. A predictor is named for where it looks: {@code
 * person.x} an attribute, {@code context.x} the request, {@code recent.x} how often something
 * occurred of what is remembered, {@code journey.x} the stage of a journey, {@code time.hour} and
 * {@code time.day} the person's own clock, {@code channel}, {@code purpose}.
 */
public final class PersonFeatures implements FeatureSource {
  private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();

  private final Places places;
  private final Asked asked;
  private final DecisionRequest request;
  private @Nullable ZonedDateTime local;

  /** Looks by a schema, for one decision. */
  public PersonFeatures(FeatureSchema features, Asked asked, DecisionRequest request) {
    this(new Places(features, asked.schema()), asked, request);
  }

  PersonFeatures(Places places, Asked asked, DecisionRequest request) {
    this.places = places;
    this.asked = asked;
    this.request = request;
  }

  private enum Where {
    PERSON,
    CONTEXT,
    CHANNEL,
    RECENT,
    JOURNEY,
    PURPOSE,
    HOUR,
    DAY,
    NOWHERE
  }

  /** Where the predictors of a schema look, found once for all decisions. */
  static final class Places {
    private final FeatureSchema features;
    private final Schema profile;
    private final Where[] where;
    private final String[] what;
    private final int[] slots;

    Places(FeatureSchema features, Schema profile) {
      this.features = features;
      this.profile = profile;
      int count = features.predictors().size();
      where = new Where[count];
      what = new String[count];
      slots = new int[count];
      for (int i = 0; i < count; i++) {
        var name = features.predictors().get(i).name();
        int dot = name.indexOf('.');
        what[i] = dot < 0 ? "" : name.substring(dot + 1);
        where[i] = where(dot < 0 ? name : name.substring(0, dot), what[i]);
        var attribute = where[i] == Where.PERSON ? profile.attribute(what[i]) : null;
        slots[i] = attribute == null ? -1 : attribute.slot();
      }
    }

    @SuppressWarnings("ReferenceEquality") // another schema, even an equal one, is looked up anew
    boolean isOf(FeatureSchema otherFeatures, Schema otherProfile) {
      return features == otherFeatures && profile == otherProfile;
    }

    private static Where where(String word, String what) {
      return switch (word) {
        case "person" -> Where.PERSON;
        case "context" -> Where.CONTEXT;
        case "channel" -> Where.CHANNEL;
        case "recent" -> Where.RECENT;
        case "journey" -> Where.JOURNEY;
        case "purpose" -> Where.PURPOSE;
        case "time" ->
            what.equals("hour") ? Where.HOUR : what.equals("day") ? Where.DAY : Where.NOWHERE;
        default -> Where.NOWHERE;
      };
    }
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
      case Value.Time t -> (asked.now().toEpochMilli() - t.value().toEpochMilli()) / DAY_MILLIS;
      case null, default -> Double.NaN;
    };
  }

  private @Nullable Value look(int predictor) {
    var what = places.what[predictor];
    return switch (places.where[predictor]) {
      case PERSON ->
          places.slots[predictor] < 0
              ? null
              : asked.person().attributes().get(places.slots[predictor]);
      case CONTEXT -> request.context().get(what);
      case CHANNEL -> Value.of(request.channel());
      case RECENT -> {
        var recall = asked.person().recall(what);
        yield Value.of(recall == null ? 0L : recall.size());
      }
      case JOURNEY -> stage(what);
      case PURPOSE -> purpose();
      case HOUR -> Value.of((long) local().getHour());
      case DAY -> Value.of(local().getDayOfWeek().name());
      case NOWHERE -> null;
    };
  }

  private @Nullable Value stage(String journey) {
    for (var one : asked.person().journeys()) {
      if (one.definition().equals(journey)) {
        return Value.of(one.isOver() ? "ended" : one.stage());
      }
    }
    return null;
  }

  private @Nullable Value purpose() {
    for (Purpose purpose : asked.person().purposes()) {
      if (purpose.open()) {
        return Value.of(purpose.kind());
      }
    }
    return null;
  }

  private ZonedDateTime local() {
    var known = local;
    if (known == null) {
      known = ZonedDateTime.ofInstant(asked.now(), asked.zone());
      local = known;
    }
    return known;
  }
}
