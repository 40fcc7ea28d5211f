/**
 * The rule language: {@link cairn.blueprint.rule.RuleLanguage} checks CEL against what a blueprint
 * declares and compiles it to {@link cairn.rule.Condition} and {@link cairn.rule.Expression}. What
 * it cannot compile exactly it refuses, with the place; it never approximates and never runs CEL's
 * own interpreter.
 */
@org.jspecify.annotations.NullMarked
package cairn.blueprint.rule;
