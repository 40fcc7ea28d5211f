/**
 * Journeys as planned and how people stand on them now: {@link
 * cairn.server.journeys.JourneyRoutes}, with {@link cairn.server.journeys.JourneyBody} as the
 * drawing that a canvas shows.
 */
@NullMarked
package cairn.server.journeys;

import org.jspecify.annotations.NullMarked;
