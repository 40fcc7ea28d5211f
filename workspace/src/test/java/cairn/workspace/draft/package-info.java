/** Tests of comparing files. */
@NullMarked
package cairn.workspace.draft;

import org.jspecify.annotations.NullMarked;
