package cairn.sim.crowd;

/** Where a traveller stands on one journey, as last heard. */
public record Standpoint(String journey, String step, boolean underWay) {}
