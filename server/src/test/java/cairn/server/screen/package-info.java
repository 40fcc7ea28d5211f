/** The screens in a real browser in front of the real server. */
@NullMarked
package cairn.server.screen;

import org.jspecify.annotations.NullMarked;
