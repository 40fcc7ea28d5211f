package cairn.server.decide;

import cairn.adaptive.Predictor;
import cairn.blueprint.Blueprint;
import cairn.person.PersonState;
import cairn.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which group somebody is of, by what people are grouped by to see whether they fare alike. */
final class Grouping {
  /** Whoever it is not known of. */
  static final String UNKNOWN = "not known";

  /** Small groups, put together. */
  static final String OTHERS = "others";

  /** The least people of a group that is told; fewer are told among {@link #OTHERS}. */
  static final int PEOPLE_MIN = 20;

  private Grouping() {}

  /** The word of a person, or the band of edges their number falls into. */
  static String of(Predictor by, Blueprint blueprint, PersonState person) {
    var attribute = blueprint.schema().attribute(by.name().substring(by.name().indexOf('.') + 1));
    var value = attribute == null ? null : person.attributes().get(attribute.slot());
    return switch (by) {
      case Predictor.Binned(var name, var edges) -> band(number(value), edges);
      case Predictor.Symbol _, Predictor.Scaled _, Predictor.Quantiles _ -> word(value);
    };
  }

  private static String word(@Nullable Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Flag(var flag) -> Boolean.toString(flag);
      case Value.Whole(var whole) -> Long.toString(whole);
      case null, default -> UNKNOWN;
    };
  }

  private static double number(@Nullable Value value) {
    return switch (value) {
      case Value.Whole(var whole) -> (double) whole;
      case Value.Decimal(var decimal) -> decimal;
      case null, default -> Double.NaN;
    };
  }

  private static String band(double number, List<Double> edges) {
    if (Double.isNaN(number)) {
      return UNKNOWN;
    }
    int band = 0;
    while (band < edges.size() && number >= edges.get(band)) {
      band++;
    }
    if (band == 0) {
      return "below " + plain(edges.getFirst());
    }
    return band == edges.size()
        ? plain(edges.getLast()) + " and more"
        : plain(edges.get(band - 1)) + " to " + plain(edges.get(band));
  }

  private static String plain(double edge) {
    return edge == Math.rint(edge) ? Long.toString((long) edge) : Double.toString(edge);
  }
}
