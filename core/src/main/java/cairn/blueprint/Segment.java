package cairn.blueprint;

import cairn.rule.Condition;

/** A group of people that a rule describes; asked again whenever what it reads changes. */
public record Segment(String id, String name, Condition when) {}
