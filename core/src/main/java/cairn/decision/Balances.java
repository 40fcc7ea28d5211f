package cairn.decision;

/** How many units of each volume limit this person's shard still holds. */
public interface Balances {
  /** No limit is anywhere near. */
  Balances PLENTY = limit -> Integer.MAX_VALUE;

  /** Units left in the running period. */
  int left(String limit);
}
