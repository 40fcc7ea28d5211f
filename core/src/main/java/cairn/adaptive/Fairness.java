package cairn.adaptive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How differently groups of people fare under one action: rates by group, never an input of a
 * decision.
 */
public final class Fairness {
  /** A selection ratio below this raises an alert (the four-fifths rule). */
  public static final double SELECTION_RATIO_MIN = 0.8;

  /**
   * The least probability of being chosen that an answer is weighed by. Without it one yes drawn at
   * one in a million would stand for a million people and outweigh its group for good; with it such
   * an answer stands for a hundred at most, so of a group that an action is seldom drawn for it is
   * told that somewhat more of it are reached than are.
   */
  public static final double PROBABILITY_MIN = 0.01;

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
   * @param truePositiveRate share selected among those with the wanted outcome, as far as it is
   *     known or estimated; NaN if none
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

  /** Counts people as they come; for one thread. */
  public static final class Tally {
    private static final int COUNTS = 7;

    private final Map<String, double[]> tallies = new TreeMap<>();

    /** Counts one person under the action. */
    public void add(Row row) {
      double[] tally = tallies.computeIfAbsent(row.group, name -> new double[COUNTS]);
      boolean known = !Double.isNaN(row.outcome);
      tally[0]++;
      tally[1] += row.selected ? 1 : 0;
      tally[2] += row.selected && row.explored ? 1 : 0;
      tally[3] += known && row.outcome > 0.5 ? 1 : 0;
      tally[4] += known && row.outcome > 0.5 && row.selected ? 1 : 0;
      tally[5] += known ? 1 : 0;
      tally[6] += known ? row.chance - row.outcome : 0;
    }

    /** The action was put to somebody of a group, with this chance foretold. */
    public void shown(String group, double chance) {
      double[] tally = tallies.computeIfAbsent(group, name -> new double[COUNTS]);
      tally[5]++;
      tally[6] += chance;
    }

    /**
     * Somebody it was put to wanted it, which says of how many it may be true whom it was not put
     * to: it stands for {@code 1 / probability} such people.
     *
     * @param probability with which it was chosen for them; counts as {@link #PROBABILITY_MIN} at
     *     least
     * @param people 1, or -1 where it turned out not to be so
     */
    public void wanted(String group, double probability, int people) {
      double[] tally = tallies.computeIfAbsent(group, name -> new double[COUNTS]);
      tally[3] += people / Math.max(PROBABILITY_MIN, probability);
      tally[4] += people;
      tally[6] -= people;
    }

    /** The counts of every group, to be read back by {@link #restore}. */
    public Map<String, double[]> counts() {
      var copy = new TreeMap<String, double[]>();
      tallies.forEach((group, counts) -> copy.put(group, counts.clone()));
      return copy;
    }

    /** Takes in counts of a group that {@link #counts} told. */
    public void restore(String group, double[] counts) {
      if (counts.length != COUNTS) {
        throw new IllegalArgumentException(COUNTS + " counts of a group");
      }
      double[] tally = tallies.computeIfAbsent(group, name -> new double[COUNTS]);
      for (int i = 0; i < COUNTS; i++) {
        tally[i] += counts[i];
      }
    }

    /** The same with all groups but these put together under one name. */
    public Tally folded(Folding folding, String others) {
      var folded = new Tally();
      tallies.forEach((group, counts) -> {
        boolean isTold = folding.told().contains(group);
        if (isTold || folding.others()) {
          folded.restore(isTold ? group : others, counts);
        }
      });
      return folded;
    }

    /** How many groups were seen. */
    public int groups() {
      return tallies.size();
    }

    /** Whether a group was seen. */
    public boolean knows(String group) {
      return tallies.containsKey(group);
    }

    /**
     * The rates of every group the action was weighed for, by name.
     *
     * @param peopleMin groups with fewer people are told and not compared: chance alone sets them
     *     apart
     */
    public Report report(int peopleMin) {
      List<Rates> groups =
          tallies.entrySet().stream()
              .filter(entry -> entry.getValue()[0] > 0)
              .map(entry -> rates(entry.getKey(), entry.getValue()))
              .toList();
      var compared = groups.stream().filter(group -> group.people() >= peopleMin).toList();
      double high = compared.stream().mapToDouble(Rates::selectionRate).max().orElse(0);
      double low = compared.stream().mapToDouble(Rates::selectionRate).min().orElse(0);
      double ratio = high == 0 ? 1 : low / high;
      return new Report(groups, ratio, ratio < SELECTION_RATIO_MIN);
    }
  }

  /**
   * Which groups may be told by name, so that nobody can be made out.
   *
   * @param told by name; whoever is of none of them is told among the others
   * @param others whether there are others to tell; there are never fewer than the least told
   */
  public record Folding(Set<String> told, boolean others) {
    public Folding {
      told = Set.copyOf(told);
    }
  }

  /**
   * Puts groups together until none that is told has fewer people than asked for. What is told adds
   * up to all people, so small groups together may not be fewer either: then the smallest of those
   * told joins them. Where all together are too few, nothing is told.
   *
   * @param sizes people of each group
   * @param peopleMin the least people of what is told, at least 1
   * @param groupsMax the most groups told by name
   */
  public static Folding fold(Map<String, ? extends Number> sizes, long peopleMin, int groupsMax) {
    var bySize = new ArrayList<Map.Entry<String, ? extends Number>>(sizes.entrySet());
    bySize.sort(
        Comparator.comparingLong(
                (Map.Entry<String, ? extends Number> one) -> -one.getValue().longValue())
            .thenComparing(one -> one.getKey()));
    int told = 0;
    while (told < Math.min(groupsMax, bySize.size())
        && bySize.get(told).getValue().longValue() >= peopleMin) {
      told++;
    }
    long others = 0;
    for (int i = told; i < bySize.size(); i++) {
      others += bySize.get(i).getValue().longValue();
    }
    while (others > 0 && others < peopleMin && told > 0) {
      others += bySize.get(--told).getValue().longValue();
    }
    var names = bySize.subList(0, told).stream().map(one -> one.getKey()).toList();
    return new Folding(Set.copyOf(names), others >= peopleMin);
  }

  /** The rates of every group, by name. */
  public static Report of(List<Row> rows) {
    var tally = new Tally();
    rows.forEach(tally::add);
    return tally.report(1);
  }

  /**
   * A predictor that may stand in for a protected attribute.
   *
   * @param strength Cramér's V, from 0 (tells nothing of the group) to 1 (tells it exactly)
   */
  public record Proxy(String predictor, double strength) {}

  /**
   * How far each predictor gives the protected group away, strongest first.
   *
   * @param groups of each person
   * @param vectors of each person, in the same order
   */
  public static List<Proxy> proxies(
      FeatureSchema schema, List<String> groups, List<FeatureVector> vectors) {
    if (groups.size() != vectors.size()) {
      throw new IllegalArgumentException("as many groups as people");
    }
    List<Proxy> proxies = new ArrayList<>();
    for (int source = 0; source < schema.bias(); source++) {
      Map<String, Map<String, Integer>> counts = new TreeMap<>();
      for (int i = 0; i < vectors.size(); i++) {
        String label = label(vectors.get(i), source);
        counts
            .computeIfAbsent(groups.get(i), name -> new TreeMap<>())
            .merge(label, 1, Integer::sum);
      }
      proxies.add(new Proxy(schema.nameOf(source), cramer(counts, vectors.size())));
    }
    proxies.sort(Comparator.comparingDouble(Proxy::strength).reversed());
    return List.copyOf(proxies);
  }

  /** The word or bin; a plain number counts by its rounded scaled value. */
  private static String label(FeatureVector vector, int source) {
    for (int i = 0; i < vector.size(); i++) {
      if (vector.source(i) == source) {
        return vector.label(i).isEmpty() ? "about " + Math.round(vector.value(i)) : vector.label(i);
      }
    }
    return FeatureVector.MISSING;
  }

  private static double cramer(Map<String, Map<String, Integer>> counts, int people) {
    Map<String, Integer> labels = new TreeMap<>();
    counts.values().forEach(row -> row.forEach((name, n) -> labels.merge(name, n, Integer::sum)));
    int smaller = Math.min(counts.size(), labels.size());
    if (smaller < 2) {
      return 0;
    }
    double chiSquared = 0;
    for (Map<String, Integer> row : counts.values()) {
      double inGroup = row.values().stream().mapToInt(n -> n).sum();
      for (Map.Entry<String, Integer> label : labels.entrySet()) {
        double expected = inGroup * label.getValue() / people;
        double off = row.getOrDefault(label.getKey(), 0) - expected;
        chiSquared += off * off / expected;
      }
    }
    return Math.sqrt(chiSquared / people / (smaller - 1));
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
