/**
 * What keeps an installation safe: {@link cairn.server.upkeep.FullBackup} copies all of it and puts
 * it back, {@link cairn.server.upkeep.BackupRoutes} does so for operators while the server runs,
 * {@link cairn.server.upkeep.Examination} looks for what is wrong and says what helps. Nothing here
 * changes what is kept about people.
 */
@NullMarked
package cairn.server.upkeep;

import org.jspecify.annotations.NullMarked;
