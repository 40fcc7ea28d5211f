package cairn.workspace.board;

import cairn.map.Role;
import cairn.workspace.audit.Actor;
import java.time.Instant;

/** Somebody with a role on a board. */
public record BoardMember(Actor actor, Role role, Instant since) {}
