/**
 * Boards as stored: an ordered log of batches with snapshots ({@link
 * cairn.workspace.board.BoardStore}), who may do what on each ({@link
 * cairn.workspace.board.BoardMembers}), how guests come in without an account ({@link
 * cairn.workspace.board.BoardLinks}), and what was told of how many people are like a persona
 * ({@link cairn.workspace.board.ToldGroups}). The operations inside a batch are text to this
 * package; what they mean, and whether they are allowed, is decided before they come here.
 */
@NullMarked
package cairn.workspace.board;

import org.jspecify.annotations.NullMarked;
