/** Tests of secrets and of how often they may be guessed. */
@NullMarked
package cairn.workspace.secret;

import org.jspecify.annotations.NullMarked;
