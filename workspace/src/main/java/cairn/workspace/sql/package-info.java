/**
 * The one place that speaks to a database: JDBI for statements, Flyway for the schema, and the
 * drivers of SQLite and PostgreSQL. {@link cairn.workspace.sql.Database} runs pieces of {@link
 * cairn.workspace.sql.Work}: reads on a small pool of connections, writes on one thread that
 * commits many pieces with one sync. Nothing outside this package may see a driver, a connection or
 * JDBI, and no message leaving it carries a bound value.
 */
@NullMarked
package cairn.workspace.sql;

import org.jspecify.annotations.NullMarked;
