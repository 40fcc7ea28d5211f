package cairn.decision.explain;

import cairn.decision.Catalogue;
import cairn.decision.Component;
import cairn.decision.DecisionRecord;
import cairn.decision.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads decision records in words, by the catalogue that ran. */
public final class Explainer {
  private final Catalogue catalogue;

  public Explainer(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What each stage dropped; stages that dropped nothing are left out. */
  public List<StageCount> funnel(DecisionRecord record) {
    var byStage = new LinkedHashMap<Stage, LinkedHashMap<Component, Integer>>();
    for (var drop : record.drops()) {
      var component = catalogue.component(drop.component());
      byStage
          .computeIfAbsent(component.stage(), any -> new LinkedHashMap<>())
          .merge(component, 1, Integer::sum);
    }
    int entered = record.drops().size() + record.survivors().size();
    var stages = new ArrayList<StageCount>();
    for (var stage : Stage.values()) {
      var components = byStage.get(stage);
      if (components == null) {
        continue;
      }
      int dropped = components.values().stream().mapToInt(Integer::intValue).sum();
      var by =
          components.entrySet().stream()
              .map(one -> new StageCount.By(one.getKey(), one.getValue()))
              .sorted(Comparator.comparingInt(StageCount.By::count).reversed())
              .toList();
      stages.add(new StageCount(stage, entered, dropped, by));
      entered -= dropped;
    }
    return stages;
  }

  /** What became of an action: of its renderings, the one that came furthest. */
  public WhyNot whyNot(DecisionRecord record, String action) {
    int ordinal = catalogue.ordinal(action);
    if (ordinal < 0) {
      return new WhyNot.Unknown();
    }
    for (int slot = 0; slot < record.slots().size(); slot++) {
      if (record.slots().get(slot).action().equals(action)) {
        return new WhyNot.Chosen(slot);
      }
    }
    for (int place = 0; place < record.survivors().size(); place++) {
      var survivor = record.survivors().get(place);
      if (survivor.action() == ordinal) {
        return record.slots().isEmpty()
            ? new WhyNot.NoRoom(survivor)
            : new WhyNot.Outranked(
                place + 1, survivor, record.survivors().get(record.slots().getFirst().survivor()));
      }
    }
    Component furthest = null;
    for (var drop : record.drops()) {
      var component = catalogue.component(drop.component());
      boolean further = furthest == null || component.stage().compareTo(furthest.stage()) > 0;
      if (catalogue.actionIndex(drop.candidate()) == ordinal && further) {
        furthest = component;
      }
    }
    return furthest == null
        ? new WhyNot.Dropped(catalogue.notHere())
        : new WhyNot.Dropped(furthest);
  }
}
