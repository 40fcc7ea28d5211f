/**
 * The numbers by which moments and ideas are compared, each with the sources of what went into it.
 *
 * <p>{@link cairn.map.score.Score} is a number that remembers its inputs; {@link
 * cairn.map.score.IdeaScores} holds opportunity, RICE and value scores, {@link
 * cairn.map.score.Kano} and {@link cairn.map.score.Survey} read answers of people, {@link
 * cairn.map.score.MomentRanking} ranks moments by votes and, beside it and never merged, by data,
 * and {@link cairn.map.score.EdgeWeight} weighs a transition by how journeys through it end.
 */
@org.jspecify.annotations.NullMarked
package cairn.map.score;
