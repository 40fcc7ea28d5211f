package cairn.decision;

/** How many units of each volume limit this person's shard still holds. */
public interface Balances {
  /** No limit is anywhere near. */
  Balances PLENTY = limit -> Integer.MAX_VALUE;

  /**
   * Units left in the running period that this decision may count on, at least as many as it has
   * slots where there are so many. Asked again within one decision, the answer is the same or more.
   */
  int left(String limit);
}
