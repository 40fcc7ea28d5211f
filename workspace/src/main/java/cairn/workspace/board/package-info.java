/**
 * Boards as stored: an ordered log of batches with snapshots ({@link
 * cairn.workspace.board.BoardStore}), who may do what on each ({@link
 * cairn.workspace.board.BoardMembers}) and how guests come in without an account ({@link
 * cairn.workspace.board.BoardLinks}). The operations inside a batch are text to this package; what
 * they mean, and whether they are allowed, is decided before they come here.
 */
@NullMarked
package cairn.workspace.board;

import org.jspecify.annotations.NullMarked;
