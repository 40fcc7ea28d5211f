/**
 * Keys by which machines call us. {@link cairn.workspace.key.ApiKeys} makes them, shows each secret
 * once and keeps its digest; {@link cairn.workspace.key.Scope} says what a key may do. Segment's
 * write keys are these keys with the scope to write events.
 */
@NullMarked
package cairn.workspace.key;

import org.jspecify.annotations.NullMarked;
