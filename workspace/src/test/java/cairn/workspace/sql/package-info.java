/** Tests of the database on real files: opening, grouping, failing, backing up. */
@NullMarked
package cairn.workspace.sql;

import org.jspecify.annotations.NullMarked;
