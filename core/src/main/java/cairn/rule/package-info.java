/**
 * What a rule may see and say: a {@link cairn.rule.Condition} looks at a {@link
 * cairn.rule.Situation} and answers with a {@link cairn.rule.Truth}. Rules are compiled elsewhere;
 * this package never parses text.
 */
@org.jspecify.annotations.NullMarked
package cairn.rule;
