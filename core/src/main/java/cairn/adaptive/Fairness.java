package cairn.adaptive;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How differently groups of people fare under one action: rates by group, never an input of a
 * decision.
 */
public final class Fairness {
  /** A selection ratio below this raises an alert (the four-fifths rule). */
  public static final double SELECTION_RATIO_MIN = 0.8;

  private Fairness() {}

  /**
   * One person under one action.
   *
   * @param group of the protected attribute
   * @param chance predicted
   * @param selected whether the action was chosen for them
   * @param explored whether chance, not rank, chose it
   * @param outcome 1 wanted, 0 not, NaN unknown
   */
  public record Row(
      String group, double chance, boolean selected, boolean explored, double outcome) {}

  /**
   * How one group fares.
   *
   * @param people in it
   * @param selectionRate share of them selected
   * @param truePositiveRate share selected among those with the wanted outcome; NaN if none
   * @param calibrationGap mean predicted minus observed where the outcome is known; NaN if nowhere
   * @param explorationShare share of the selected that chance selected
   */
  public record Rates(
      String group,
      long people,
      double selectionRate,
      double truePositiveRate,
      double calibrationGap,
      double explorationShare) {}

  /**
   * All groups and what sets them apart.
   *
   * @param selectionRatio lowest over highest selection rate; 1 when nobody is selected
   * @param isAlert whether that is below {@link #SELECTION_RATIO_MIN}
   */
  public record Report(List<Rates> groups, double selectionRatio, boolean isAlert) {
    public Report {
      groups = List.copyOf(groups);
    }
  }

  /** The rates of every group, by name. */
  public static Report of(List<Row> rows) {
    Map<String, double[]> tallies = new TreeMap<>();
    for (Row row : rows) {
      double[] tally = tallies.computeIfAbsent(row.group, name -> new double[7]);
      boolean known = !Double.isNaN(row.outcome);
      tally[0]++;
      tally[1] += row.selected ? 1 : 0;
      tally[2] += row.selected && row.explored ? 1 : 0;
      tally[3] += known && row.outcome > 0.5 ? 1 : 0;
      tally[4] += known && row.outcome > 0.5 && row.selected ? 1 : 0;
      tally[5] += known ? 1 : 0;
      tally[6] += known ? row.chance - row.outcome : 0;
    }
    List<Rates> groups =
        tallies.entrySet().stream().map(entry -> rates(entry.getKey(), entry.getValue())).toList();
    double high = groups.stream().mapToDouble(Rates::selectionRate).max().orElse(0);
    double low = groups.stream().mapToDouble(Rates::selectionRate).min().orElse(0);
    double ratio = high == 0 ? 1 : low / high;
    return new Report(groups, ratio, ratio < SELECTION_RATIO_MIN);
  }

  private static Rates rates(String group, double[] tally) {
    return new Rates(
        group,
        (long) tally[0],
        tally[1] / tally[0],
        tally[4] / tally[3],
        tally[6] / tally[5],
        tally[1] == 0 ? 0 : tally[2] / tally[1]);
  }
}
