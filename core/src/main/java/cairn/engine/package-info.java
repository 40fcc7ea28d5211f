/**
 * The pure core: {@link cairn.engine.Engine} takes one person's state and a command, and answers
 * with facts or a refusal. It has no clock, no chance of its own, no threads, no I/O; a {@link
 * cairn.engine.Host} brings those.
 */
@org.jspecify.annotations.NullMarked
package cairn.engine;
