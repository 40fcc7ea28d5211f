package cairn.journey;

/** A stage of a journey: the larger division, in the person's words. */
public record Stage(String id, String name, String description) {}
