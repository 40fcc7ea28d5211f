/**
 * Says why: {@link cairn.decision.explain.Explainer} reads a decision's record in words, {@link
 * cairn.decision.explain.Counterfactuals} looks for the smallest change that would have changed it
 * and shows only what deciding again confirms, {@link cairn.decision.explain.Replay} makes a
 * recorded decision again. It never explains by anything but the record and the pipeline itself.
 */
@org.jspecify.annotations.NullMarked
package cairn.decision.explain;
