package cairn.sim.fault;

import java.util.List;

/**
 * What came of a run.
 *
 * @param storms how many storms were played against a host in memory
 * @param restarts how often a store on disk was closed or given up under way, and opened again
 * @param kills how many processes were killed
 * @param cuts how many write-ahead logs were cut
 * @param commands how many commands were carried, those of killed processes not counted
 * @param acknowledged how many different events were acknowledged and looked for
 * @param broken a sentence for each thing that was not as it must be, with its seed
 */
public record Report(
    int storms,
    int restarts,
    int kills,
    int cuts,
    long commands,
    long acknowledged,
    List<String> broken) {
  static final Report NOTHING = new Report(0, 0, 0, 0, 0, 0, List.of());

  public Report {
    broken = List.copyOf(broken);
  }

  /** Both together. */
  Report plus(Report other) {
    var all = new java.util.ArrayList<>(broken);
    all.addAll(other.broken);
    return new Report(
        storms + other.storms,
        restarts + other.restarts,
        kills + other.kills,
        cuts + other.cuts,
        commands + other.commands,
        acknowledged + other.acknowledged,
        all);
  }

  /** Whether everything was as it must be. */
  public boolean isSound() {
    return broken.isEmpty();
  }
}
