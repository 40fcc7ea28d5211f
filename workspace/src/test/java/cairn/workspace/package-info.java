/**
 * Tests of the workspace through its front door, on real files and, where there is one, a server.
 */
@NullMarked
package cairn.workspace;

import org.jspecify.annotations.NullMarked;
