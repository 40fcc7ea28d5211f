package cairn.server.decide;

import cairn.adaptive.FeatureVector;
import cairn.decision.Arm;
import cairn.decision.DecisionRecord;
import cairn.decision.Slot;
import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.log.Fact;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decisions that responses name: those of late in memory, older ones looked up in the person's
 * log. For one thread.
 */
final class RecentDecisions {
  /** Decisions remembered so that a response soon after needs no look into the log. */
  private static final int RECENT_MAX = 20_000;

  /** Entries of a person looked through for the decision that a response names. */
  private static final int LOOKED_AT_MAX = 500;

  private final Host host;
  private final Map<String, Remembered> recent =
      new LinkedHashMap<>(256, 0.75f, false) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
          return size() > RECENT_MAX;
        }
      };

  /** Of a decision only what learning asks for, because thousands are remembered. */
  record Remembered(
      Arm arm,
      @Nullable FeatureVector features,
      String channel,
      List<Chosen> chosen,
      Instant taken) {
    static Remembered of(DecisionRecord record, Instant taken) {
      return new Remembered(
          record.arm(),
          record.features(),
          record.request().channel(),
          record.slots().stream().map(slot -> Chosen.of(record, slot)).toList(),
          taken);
    }

    /** What was chosen for the slot that {@code name/slot} means, or null. */
    @Nullable Chosen chosen(String place) {
      try {
        int slot = Integer.parseInt(place.substring(place.lastIndexOf('/') + 1));
        return slot < chosen.size() ? chosen.get(slot) : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }

  /**
   * An action in one treatment.
   *
   * @param chance foretold that it is wanted
   * @param probability with which it was chosen
   */
  record Chosen(String action, String treatment, double chance, double probability) {
    static Chosen of(DecisionRecord record, Slot slot) {
      double chance = record.survivors().get(slot.survivor()).propensity();
      return new Chosen(slot.action(), slot.treatment(), chance, slot.probability());
    }
  }

  RecentDecisions(Host host) {
    this.host = host;
  }

  void remember(DecisionRecord record, Instant taken) {
    recent.put(record.id(), Remembered.of(record, taken));
  }

  /**
   * The decision that {@code name/slot} means.
   *
   * @param item where the place is named; the decision came before it, of the same person
   * @return null for an effect of another kind
   */
  @Nullable Remembered find(FeedItem item, String place) {
    int slash = place.lastIndexOf('/');
    if (slash < 1) {
      return null;
    }
    var name = place.substring(0, slash);
    var known = recent.get(name);
    if (known != null) {
      return known;
    }
    for (var entry : host.history(item.person(), item.entry().number() + 1, LOOKED_AT_MAX)) {
      for (var fact : entry.facts()) {
        if (fact instanceof Fact.DecisionMade made && made.decision().id().equals(name)) {
          var found = Remembered.of(made.decision(), entry.now());
          recent.put(name, found);
          return found;
        }
      }
    }
    return null;
  }
}
