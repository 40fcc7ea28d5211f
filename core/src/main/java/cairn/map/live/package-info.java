/**
 * From a drawn map to a journey that could run: a proposal with its open questions.
 *
 * <p>{@link cairn.map.live.Proposer} reads a map and gives a {@link
 * cairn.map.live.JourneyProposal}; people answer its questions on the map. Nothing here is run or
 * published.
 */
@org.jspecify.annotations.NullMarked
package cairn.map.live;
