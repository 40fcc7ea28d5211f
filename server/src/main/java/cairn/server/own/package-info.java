/**
 * The person's own page: {@link cairn.server.own.OwnRoutes} lets a person do for themselves what a
 * colleague may do for them, by the link that {@link cairn.server.own.OwnLinks} signs. It sees
 * nobody but the person whose link it is.
 */
@NullMarked
package cairn.server.own;

import org.jspecify.annotations.NullMarked;
