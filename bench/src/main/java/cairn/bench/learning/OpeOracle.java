package cairn.bench.learning;

import cairn.adaptive.OffPolicy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Our off-policy estimates beside those of the Open Bandit Pipeline on logs of a fashion shop
 * (Saito et al. 2020), where both were computed from the same rows.
 */
final class OpeOracle {
  private static final List<String> CASES =
      List.of(
          "men_random_to_bts", "women_random_to_bts", "men_bts_to_random", "women_bts_to_random");
  private static final double CLIP = 5;
  private static final String TO_UNIFORM = "_to_random";

  private OpeOracle() {}

  /** One estimate of one case, ours and theirs. */
  record Comparison(String logs, String estimate, double ours, double theirs) {
    double error() {
      return Math.abs(ours - theirs);
    }

    /** The error, relative where the figures are above 1. */
    double relativeError() {
      return error() / Math.max(1, Math.abs(theirs));
    }
  }

  static boolean isIn(Path data) {
    return Files.isDirectory(data.resolve("obd/ope-oracle"));
  }

  /** Every estimate of every case, and effective rows, mean and largest weight. */
  static List<Comparison> compare(Path data) throws IOException {
    List<Comparison> comparisons = new ArrayList<>();
    for (String name : CASES) {
      JsonNode expected =
          new ObjectMapper().readTree(data.resolve("obd/ope-oracle/" + name + ".json").toFile());
      OffPolicy ours = read(data, name, expected);
      estimates(ours, name.endsWith(TO_UNIFORM))
          .forEach((estimate, value) ->
              comparisons.add(
                  new Comparison(
                      name,
                      estimate,
                      value,
                      expected.path("estimates").path(estimate).asDouble(Double.NaN))));
      double effective = expected.path("ess").asDouble();
      comparisons.add(new Comparison(name, "ess", ours.effectiveRows(), effective));
      comparisons.add(
          new Comparison(
              name, "mean_weight", ours.meanWeight(), expected.path("mean_weight").asDouble()));
      comparisons.add(
          new Comparison(
              name, "max_weight", ours.weightMax(), expected.path("max_weight").asDouble()));
    }
    return List.copyOf(comparisons);
  }

  /*
   * Where the evaluated policy is uniform, a few weights are exactly 1, and the reference's parsing
   * of the logged probabilities put them just above its λ of 1; λ just below 1 is the same cut.
   */
  private static Map<String, Double> estimates(OffPolicy rows, boolean uniform) {
    double one = uniform ? Math.nextDown(1.0) : 1;
    Map<String, Double> estimates = new LinkedHashMap<>();
    estimates.put("dm", rows.directMethod());
    estimates.put("ipw", rows.inversePropensity());
    estimates.put("ipw(clip5)", rows.clippedInversePropensity(CLIP));
    estimates.put("snipw", rows.selfNormalised());
    estimates.put("dr", rows.doublyRobust());
    estimates.put("sndr", rows.selfNormalisedDoublyRobust());
    estimates.put("switch-dr(1)", rows.switchDoublyRobust(one));
    estimates.put("switch-dr(5)", rows.switchDoublyRobust(CLIP));
    estimates.put("dr-os(1)", rows.shrunkDoublyRobust(1));
    estimates.put("dr-os(100)", rows.shrunkDoublyRobust(100));
    return estimates;
  }

  /** The rows of one case. */
  static OffPolicy read(Path data, String name) throws IOException {
    return read(
        data,
        name,
        new ObjectMapper().readTree(data.resolve("obd/ope-oracle/" + name + ".json").toFile()));
  }

  /*
   * The rows hold twelve digits. Where the evaluated policy is uniform some weights lie exactly at
   * 1, so there π is 1/K and p comes from the raw log, whose rows align.
   */
  private static OffPolicy read(Path data, String name, JsonNode expected) throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("obd/ope-oracle/" + name + ".csv"));
    boolean uniform = name.endsWith(TO_UNIFORM);
    double[] raw = uniform ? rawProbabilities(data, name) : new double[0];
    int n = lines.size() - 1;
    double[][] columns = new double[5][n];
    for (int i = 0; i < n; i++) {
      List<String> cells = List.of(lines.get(i + 1).split(",", -1));
      columns[0][i] = Double.parseDouble(cells.get(2));
      columns[1][i] = uniform ? raw[i] : Double.parseDouble(cells.get(3));
      columns[2][i] =
          uniform ? 1.0 / expected.path("n_actions").asInt() : Double.parseDouble(cells.get(4));
      columns[3][i] = Double.parseDouble(cells.get(5));
      columns[4][i] = Double.parseDouble(cells.get(6));
    }
    return new OffPolicy(columns[0], columns[1], columns[2], columns[3], columns[4]);
  }

  private static double[] rawProbabilities(Path data, String name) throws IOException {
    String campaign = name.substring(0, name.indexOf('_'));
    List<String> lines =
        Files.readAllLines(data.resolve("obd/bts/" + campaign + "/" + campaign + ".csv"));
    int column = List.of(lines.getFirst().split(",", -1)).indexOf("propensity_score");
    return lines.stream()
        .skip(1)
        .mapToDouble(line -> Double.parseDouble(List.of(line.split(",", -1)).get(column)))
        .toArray();
  }
}
