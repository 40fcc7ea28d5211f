/**
 * What leaves: {@link cairn.server.channel.Dispatcher} takes what waits in the host's outbox, asks
 * for its release (the last check of a no, objections and limits), sends it, and tells the host
 * what came of it. Senders know one means each and nothing of journeys.
 */
@NullMarked
package cairn.server.channel;

import org.jspecify.annotations.NullMarked;
