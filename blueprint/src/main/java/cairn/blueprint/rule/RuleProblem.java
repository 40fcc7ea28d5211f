package cairn.blueprint.rule;

/**
 * What is wrong with a rule.
 *
 * @param offset where in the rule, in characters from 0
 * @param what what is wrong, in a sentence
 * @param remedy what to do about it, or empty
 */
public record RuleProblem(int offset, String what, String remedy) {}
