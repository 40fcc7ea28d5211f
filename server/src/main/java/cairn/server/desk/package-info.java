/** Questions that people answer, and tasks that colleagues take: {@link DeskRoutes}. */
@NullMarked
package cairn.server.desk;

import org.jspecify.annotations.NullMarked;
