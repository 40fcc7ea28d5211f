package cairn.workspace.draft;

import cairn.workspace.audit.Actor;
import java.time.Instant;

/** One move in a draft's history: who brought it to which state, with which words. */
public record DraftStep(Instant at, Actor actor, DraftState state, String note) {}
