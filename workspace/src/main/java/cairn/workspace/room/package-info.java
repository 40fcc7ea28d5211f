/**
 * Boards while people are on them: {@link cairn.workspace.room.BoardRooms} opens a board from its
 * log, seats everybody who joins, takes gestures one after another, and tells each what they may
 * see once it is on disk. It speaks texts over a {@link cairn.workspace.room.Line}; what carries
 * them is not its business.
 */
@org.jspecify.annotations.NullMarked
package cairn.workspace.room;
