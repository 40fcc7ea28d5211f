package cairn.decision;

/** Why another candidate than the leader by means was chosen, if one was. */
public enum Exploration {
  /** It led, or led among those whose traffic is not held back. */
  NONE,
  /** Less is known of it, and by what is plausible it may do better than the leader. */
  HOPE,
  /** It was drawn though the leader was likelier to be. */
  CHANCE;

  /**
   * Reads it off a record.
   *
   * <p>A candidate leads by its score, which takes every chance at its mean. Where the leader is a
   * newcomer, whose traffic is held back, the best of the established that comes instead is no
   * exploration, rather its opposite.
   */
  static Exploration of(DecisionRecord record, Slot slot) {
    if (!slot.explored() || slot.among().isEmpty()) {
      return NONE;
    }
    int leader = slot.among().getFirst();
    int chosen = slot.survivor();
    if (record.survivors().get(leader).newcomer() && chosen == bestEstablished(record, slot)) {
      return NONE;
    }
    return slot.probability() > slot.probabilities().getFirst() ? HOPE : CHANCE;
  }

  private static int bestEstablished(DecisionRecord record, Slot slot) {
    for (int survivor : slot.among()) {
      if (!record.survivors().get(survivor).newcomer()) {
        return survivor;
      }
    }
    return -1;
  }
}
