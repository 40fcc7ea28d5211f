/**
 * How journeys really went, set beside how they were planned.
 *
 * <p>Everything here is a pure function over sequences of touchpoint labels: {@link
 * cairn.conformance.Variants} counts the distinct sequences, {@link
 * cairn.conformance.DirectlyFollows} which label follows which, {@link cairn.conformance.Footprint}
 * the order relations between labels, {@link cairn.conformance.Alignment} the cheapest pairing of
 * one journey with a plan, {@link cairn.conformance.Deviations} what that pairing means to people,
 * and {@link cairn.conformance.PlanFit} how well a whole log keeps to a plan.
 *
 * <p>It never reads a file, a clock or a person: whoever calls it brings labels.
 */
@org.jspecify.annotations.NullMarked
package cairn.conformance;
