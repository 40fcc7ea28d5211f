/** The screen's files, from the classpath: {@link cairn.server.screen.Screen}. */
@NullMarked
package cairn.server.screen;

import org.jspecify.annotations.NullMarked;
