package cairn.workspace.board;

import cairn.workspace.audit.Actor;
import java.time.Instant;

/** Somebody with a role on a board. */
public record BoardMember(Actor actor, BoardRole role, Instant since) {}
