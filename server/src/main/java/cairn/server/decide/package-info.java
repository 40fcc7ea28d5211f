/**
 * Decisions over HTTP: {@link cairn.server.decide.Deciding} opens the parts, {@link
 * cairn.server.decide.DecisionRoutes} answers what comes next and takes what people did with it,
 * {@link cairn.server.decide.Learning} turns both into models, {@link cairn.server.decide.Outbound}
 * goes through everybody. Decisions themselves are made by the person's own shard.
 */
@NullMarked
package cairn.server.decide;

import org.jspecify.annotations.NullMarked;
