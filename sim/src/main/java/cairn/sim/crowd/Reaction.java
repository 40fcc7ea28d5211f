package cairn.sim.crowd;

import cairn.decision.Response;

/** What a traveller does with something shown. */
public record Reaction(Shown shown, Response response) {}
