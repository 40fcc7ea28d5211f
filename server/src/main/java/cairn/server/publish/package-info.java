/**
 * Blueprints in force: {@link cairn.server.publish.Published} keeps every version that somebody is
 * still on, {@link cairn.server.publish.Publisher} writes into the one control log in which
 * publishing and emergency switches are written before they hold.
 */
@NullMarked
package cairn.server.publish;

import org.jspecify.annotations.NullMarked;
