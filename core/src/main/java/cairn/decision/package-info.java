/**
 * The next best action, question or silence for one person, with reasons.
 *
 * <p>A {@link cairn.decision.Catalogue} holds actions, the policies on them and how they are
 * weighed; {@link cairn.decision.Pipeline} takes one {@link cairn.decision.DecisionRequest} through
 * all stages and answers with a {@link cairn.decision.DecisionRecord}, which is the reply, the log,
 * the explanation and the test oracle in one. It never sees what a person learns about themselves
 * (package learning), and it draws no chance but the seed it is given.
 */
@org.jspecify.annotations.NullMarked
package cairn.decision;
