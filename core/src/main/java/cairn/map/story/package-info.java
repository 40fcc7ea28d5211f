/**
 * The case for action: one page that asks for a decision, written from the map and kept true to it.
 *
 * <p>{@link cairn.map.story.CaseWriter} fills a case from a moment and finds what has gone stale
 * since; {@link cairn.map.story.Hypothesis} says in one sentence what is expected. What a case says
 * besides the map's words comes from outside, as {@link cairn.map.story.Phrases}.
 */
@org.jspecify.annotations.NullMarked
package cairn.map.story;
