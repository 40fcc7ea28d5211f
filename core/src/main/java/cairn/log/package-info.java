/**
 * What happened, for ever: {@link cairn.log.Fact} is the closed list of things that can happen to a
 * person, {@link cairn.log.Entry} the envelope in which the facts of one command are kept, {@link
 * cairn.log.Fold} turns facts into state. It never asks a question whose answer could differ on
 * replay.
 */
@org.jspecify.annotations.NullMarked
package cairn.log;
