/**
 * Maps made by many at once: {@link cairn.server.board.LiveBoards} holds every open board, each
 * with one thread of its own that orders, decides, stores and only then tells. {@link
 * cairn.server.board.BoardDoor} knows who may come on to a board and as what; the routes list,
 * make, read and lead boards. It decides nothing itself: the rules are those of {@code cairn.map}.
 */
@NullMarked
package cairn.server.board;

import org.jspecify.annotations.NullMarked;
