/**
 * How fast boards are drawn, changed, stored and opened. {@link cairn.bench.board.BoardBench} tells
 * each part alone and all together: the rules, the store, a room full of people over real lines,
 * and the screen in Chromium.
 */
@NullMarked
package cairn.bench.board;

import org.jspecify.annotations.NullMarked;
