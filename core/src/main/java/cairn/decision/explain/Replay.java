package cairn.decision.explain;

import cairn.decision.Asked;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.Pipeline;
import cairn.decision.Stage;
import java.util.HashSet;

/**
 * Makes a recorded decision again. What is gone by then, models and emergency switches, is taken
 * from the record; everything else is worked out anew.
 */
public final class Replay {
  private Replay() {}

  /**
   * Decides again what a record says.
   *
   * @param asked the person as they stood then, with the entry's seed, and the zone and schema of
   *     the blueprint that ran
   * @param queued whether what was chosen waited to be sent
   */
  public static DecisionRecord of(
      Catalogue catalogue, DecisionRecord record, Asked asked, boolean queued) {
    var stopped = new HashSet<String>();
    for (var drop : record.drops()) {
      var component = catalogue.component(drop.component());
      if (component.stage() == Stage.CHANNEL && component.id().equals("stopped")) {
        stopped.add(catalogue.actionOf(drop.candidate()).id());
      }
    }
    var then =
        new Asked(
            asked.person(),
            record.at(),
            asked.seed(),
            asked.zone(),
            asked.schema(),
            null,
            record.decisions(),
            asked.balances(),
            stopped,
            false,
            asked.consent(),
            record);
    return Pipeline.decide(record.id(), catalogue, record.request(), then, queued);
  }
}
