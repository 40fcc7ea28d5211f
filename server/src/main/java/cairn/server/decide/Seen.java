package cairn.server.decide;

import cairn.adaptive.Calibration;
import cairn.adaptive.Contest;
import cairn.decision.Arm;
import cairn.decision.measure.Rate;
import java.util.List;
import java.util.Map;

/**
 * What learning knows at one moment, for whoever asks from another thread.
 *
 * @param arms shown and accepted, by how the action was chosen
 * @param actions shown and accepted, by action
 * @param calibration by model, like predictions beside what came of them
 * @param contests by model, what it predicted beside simpler ways to
 * @param history how well was predicted as outcomes came in
 * @param histories the same of each model
 * @param fairness whom actions were chosen for, by group
 * @param number the number of the snapshot that runs
 * @param decisions decisions read
 * @param awaited outcomes awaited
 */
record Seen(
    Map<Arm, Rate> arms,
    Map<String, Rate> actions,
    Map<String, List<Calibration>> calibration,
    Map<String, Contest> contests,
    List<History.Point> history,
    Map<String, List<History.Point>> histories,
    List<FairnessWatch.Told> fairness,
    long number,
    long decisions,
    int awaited) {
  static final Seen NOTHING =
      new Seen(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), 0, 0, 0);
}
