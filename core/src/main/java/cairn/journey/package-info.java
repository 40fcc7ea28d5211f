/**
 * Journeys as planned: {@link cairn.journey.JourneyDefinition} with its beginnings, steps, moves
 * and endings. It is data, checked when built; walking it is the engine's work.
 */
@org.jspecify.annotations.NullMarked
package cairn.journey;
