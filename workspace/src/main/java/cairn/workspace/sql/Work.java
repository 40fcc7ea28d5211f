package cairn.workspace.sql;

/**
 * A piece of reading or writing inside one transaction. A writing piece may be run a second time
 * when a neighbour in its group fails, so it touches nothing but the transaction.
 *
 * @param <T> what it answers
 */
@FunctionalInterface
public interface Work<T> {
  /** Does the work; an exception rolls back what this piece wrote. */
  T run(Transaction transaction);
}
