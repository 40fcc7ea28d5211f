/**
 * From a drawn map to a journey that could run: a proposal with its open questions.
 *
 * <p>{@link cairn.map.live.Proposer} reads a map and gives a {@link
 * cairn.map.live.JourneyProposal}; people answer its questions on the map. {@link
 * cairn.map.live.Shadow} is the same journey without a word to anybody, {@link
 * cairn.map.live.LiveDiff} what publishing would change, and {@link cairn.map.live.StepsSeen} what
 * the journeys that ran show of each step. Nothing here is run or published.
 */
@org.jspecify.annotations.NullMarked
package cairn.map.live;
