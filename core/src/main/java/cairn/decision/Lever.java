package cairn.decision;

/** The organisation's own weight on an issue or a group, in percent: 20 means a fifth more. */
public record Lever(Scope scope, double percent) {}
