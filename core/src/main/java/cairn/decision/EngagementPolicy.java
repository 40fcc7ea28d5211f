package cairn.decision;

import cairn.rule.Condition;

/**
 * A rule on whom an action may be put to.
 *
 * @param sentence why someone is not offered it, as a person could hear it
 * @param owner the team that answers for the rule
 */
public record EngagementPolicy(
    String id, Test test, Scope scope, Condition when, String sentence, String owner) {
  /** The three questions, in order. */
  public enum Test {
    /** May we, by law and policy? */
    ELIGIBILITY,
    /** Is it relevant now? */
    APPLICABILITY,
    /** Is it in the person's interest? */
    SUITABILITY
  }
}
