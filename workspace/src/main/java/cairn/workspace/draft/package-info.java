/**
 * Changes to the running configuration before and after they go live. A {@link
 * cairn.workspace.draft.Draft} is a set of files that is written, looked at by somebody else,
 * approved and published; {@link cairn.workspace.draft.Drafts} keeps them with their history, and
 * {@link cairn.workspace.draft.FileDiff} shows what changed, line by line. What the files mean is
 * not known here.
 */
@NullMarked
package cairn.workspace.draft;

import org.jspecify.annotations.NullMarked;
