/**
 * What the people who work here make and share: accounts, keys, audit, drafts and boards, in one
 * SQLite file by default or in PostgreSQL. {@link cairn.workspace.Workspace} opens the database and
 * hands out the stores; each store is a package below. Nothing about travellers is kept here.
 */
@NullMarked
package cairn.workspace;

import org.jspecify.annotations.NullMarked;
