package cairn.decision;

import cairn.rule.Condition;

/** A boost from the situation, in percent: what it covers counts more while the condition holds. */
public record ContextWeight(String id, Scope scope, Condition when, double percent) {}
