/**
 * The journey map as a shared document: typed elements, the small invertible operations that change
 * them, and the rules that accept or refuse a gesture.
 *
 * <p>{@link cairn.map.Board} decides, {@link cairn.map.BoardState} is the fold of what was
 * accepted, {@link cairn.map.Sight} is what one viewer may see of it, {@link
 * cairn.map.BoardReplica} is the client's half of the protocol and {@link cairn.map.OpenBoard} the
 * server's. {@link cairn.map.JourneyMap} reads a state as a map: stages, steps, lanes, cells.
 *
 * <p>Nothing here reads a clock, draws a random number, knows JSON or remembers presence: cursors
 * and selections are never part of a board.
 */
@org.jspecify.annotations.NullMarked
package cairn.map;
