/**
 * How fast boards are stored and opened. {@link cairn.bench.board.BoardBench} tells both parts: the
 * rules of the map alone, and the store alone, without sockets.
 */
@NullMarked
package cairn.bench.board;

import org.jspecify.annotations.NullMarked;
