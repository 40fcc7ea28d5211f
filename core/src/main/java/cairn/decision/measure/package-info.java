/**
 * Measures decisions after the fact: {@link cairn.decision.measure.Lift} of one arm over another
 * with its interval, how many people an experiment needs, which factor moves winners, how varied
 * they are. It never decides anything.
 */
@org.jspecify.annotations.NullMarked
package cairn.decision.measure;
