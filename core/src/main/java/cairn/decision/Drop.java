package cairn.decision;

/** A candidate that went no further, and the component that stopped it; both by ordinal. */
public record Drop(int candidate, int component) {}
