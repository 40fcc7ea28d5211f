package cairn.server.decide;

import cairn.adaptive.FeatureSchema;
import cairn.adaptive.FeatureVector;
import cairn.adaptive.Predictor;
import cairn.blueprint.Blueprint;
import cairn.blueprint.Glossary;
import cairn.server.people.Calling;
import cairn.server.words.Tongue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What models look at, as people call it: predictors, and the values that are told apart. */
final class PredictorWords {
  private static final Pattern BIN = Pattern.compile("bin (\\d{1,2})");

  /** A number of somebody, with the bin it falls into. */
  private static final Pattern IN_BIN = Pattern.compile("(\\S+) \\(bin \\d{1,2}\\)");

  /** Between the two of a cross. */
  private static final String CROSS = " × ";

  private final Blueprint blueprint;
  private final Tongue tongue;
  private final Map<String, Predictor> predictors = new HashMap<>();

  PredictorWords(Blueprint blueprint, FeatureSchema schema, Tongue tongue) {
    this.blueprint = blueprint;
    this.tongue = tongue;
    schema.predictors().forEach(one -> predictors.put(one.name(), one));
  }

  /** A predictor, or a cross of two; what nobody named is its raw name as words. */
  String name(String predictor) {
    return Stream.of(predictor.split(CROSS)).map(this::one).collect(Collectors.joining(CROSS));
  }

  private String one(String predictor) {
    int dot = predictor.indexOf('.');
    var what = predictor.substring(dot + 1);
    return switch (dot < 0 ? "" : predictor.substring(0, dot)) {
      case "person" -> blueprint.glossary().attribute(what);
      case "recent" -> blueprint.glossary().event(what);
      case "journey" -> {
        var journey = blueprint.journey(what);
        yield journey == null ? Glossary.words(what) : journey.name();
      }
      default -> tongue.sayOr("predictor." + predictor, Glossary.words(what));
    };
  }

  /** One value of it, as a model tells values apart; empty where it is a number used as it is. */
  String value(String predictor, String value) {
    if (value.equals(FeatureVector.MISSING)) {
      return tongue.say("predictor.unknown");
    }
    if (value.equals(FeatureVector.OTHER)) {
      return tongue.say("predictor.other");
    }
    var bin = BIN.matcher(value);
    if (bin.matches()) {
      int at = Integer.parseInt(bin.group(1));
      return switch (predictors.get(predictor)) {
        case Predictor.Binned binned -> between(binned.edges(), at);
        case Predictor.Quantiles parts ->
            tongue.say("predictor.part", String.valueOf(at), String.valueOf(parts.bins()));
        case null, default -> value;
      };
    }
    var inBin = IN_BIN.matcher(value);
    return inBin.matches() ? tongue.number(inBin.group(1)) : word(predictor, value);
  }

  private String between(List<Double> edges, int at) {
    if (edges.isEmpty() || at < 1 || at > edges.size() + 1) {
      return "";
    }
    if (at == 1) {
      return tongue.say("predictor.below", number(edges.getFirst()));
    }
    return at > edges.size()
        ? tongue.say("predictor.from", number(edges.getLast()))
        : tongue.say("predictor.between", number(edges.get(at - 2)), number(edges.get(at - 1)));
  }

  private static String number(double edge) {
    return edge == Math.rint(edge) && Math.abs(edge) < 1e15
        ? String.valueOf((long) edge)
        : String.valueOf(edge);
  }

  private String word(String predictor, String value) {
    if (predictor.equals("channel")) {
      return Calling.channel(blueprint, value);
    }
    if (predictor.equals("purpose")) {
      return blueprint.catalogue().purposeName(value);
    }
    if (predictor.startsWith("journey.")) {
      return stage(predictor.substring("journey.".length()), value);
    }
    return switch (value) {
      case "true" -> tongue.say("value.yes");
      case "false" -> tongue.say("value.no");
      default -> value;
    };
  }

  private String stage(String journey, String value) {
    if (value.equals("ended")) {
      return tongue.say("predictor.ended");
    }
    var definition = blueprint.journey(journey);
    return definition == null
        ? value
        : definition.stages().stream()
            .filter(stage -> stage.id().equals(value))
            .findFirst()
            .map(stage -> stage.name())
            .orElse(value);
  }
}
