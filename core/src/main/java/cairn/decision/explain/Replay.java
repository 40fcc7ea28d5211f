package cairn.decision.explain;

import cairn.decision.Asked;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.Pipeline;
import cairn.decision.Stage;
import cairn.decision.VolumeUnits;
import java.util.HashSet;

/**
 * Makes a recorded decision again. What is gone by then, models, emergency switches and what was
 * left of volume limits, is taken from the record; everything else is worked out anew.
 */
public final class Replay {
  private Replay() {}

  /**
   * Decides again what a record says.
   *
   * @param asked the person as they stood then, with the entry's seed, and the zone and schema of
   *     the blueprint that ran
   * @param queued whether what was chosen waited to be sent
   * @param edition of the engine that took the decision
   */
  public static DecisionRecord of(
      Catalogue catalogue, DecisionRecord record, Asked asked, boolean queued, int edition) {
    var stopped = new HashSet<String>();
    var used = new HashSet<String>();
    for (var drop : record.drops()) {
      var component = catalogue.component(drop.component());
      if (component.stage() == Stage.CHANNEL && component.id().equals("stopped")) {
        stopped.add(catalogue.actionOf(drop.candidate()).id());
      } else if (component.stage() == Stage.VOLUME) {
        used.add(component.id());
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
            limit -> used.contains(limit) ? 0 : Integer.MAX_VALUE,
            stopped,
            false,
            asked.consent(),
            record,
            edition);
    var again = Pipeline.decide(record.id(), catalogue, record.request(), then, queued);
    if (again.equals(record) || record.slots().isEmpty()) {
      return again;
    }
    // An earlier slot may have taken the last unit, and so kept a later one from it.
    var scarce = then.with(limit -> used.contains(limit) ? 0 : taken(catalogue, record, limit));
    var kept = Pipeline.decide(record.id(), catalogue, record.request(), scarce, queued);
    return kept.equals(record) ? kept : again;
  }

  private static int taken(Catalogue catalogue, DecisionRecord record, String limit) {
    int taken = 0;
    for (var slot : record.slots()) {
      taken += VolumeUnits.of(catalogue, slot.action()).contains(limit) ? 1 : 0;
    }
    return taken == 0 ? Integer.MAX_VALUE : taken;
  }
}
