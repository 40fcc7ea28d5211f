package cairn.decision;

import cairn.adaptive.FeatureVector;
import cairn.rule.Need;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision, whole: what was asked, considered, dropped and why, weighed and how, drawn and with
 * which chance. Ordinals point into the catalogue of the blueprint that ran.
 *
 * @param id unique; names the decision towards the world
 * @param at the moment it was made for
 * @param features the person and context as the models saw them, or null without models
 * @param decisions how many decisions the choice rule counted before this one
 * @param silence why nothing was chosen: a component's ordinal, or -1 where something was
 * @param remember what this decision adds to the person's recalls
 */
public record DecisionRecord(
    String id,
    Instant at,
    DecisionRequest request,
    Arm arm,
    List<Drop> drops,
    List<Survivor> survivors,
    List<Slot> slots,
    @Nullable FeatureVector features,
    long decisions,
    int silence,
    List<Need> remember) {
  public DecisionRecord {
    drops = drops instanceof Drops ? drops : List.copyOf(drops);
    survivors = List.copyOf(survivors);
    slots = List.copyOf(slots);
    remember = List.copyOf(remember);
  }

  /** Why a slot of this record holds another than the leader, if it does. */
  public Exploration exploration(Slot slot) {
    return Exploration.of(this, slot);
  }
}
