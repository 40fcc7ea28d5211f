/**
 * How fast boards are stored and opened. {@link cairn.bench.board.BoardStoreSpeed} measures the
 * store alone, without the checks of the map and without sockets.
 */
@NullMarked
package cairn.bench.board;

import org.jspecify.annotations.NullMarked;
