package cairn.workspace.board;

import cairn.workspace.audit.Actor;
import java.time.Instant;

/** A revision that somebody gave a name, to come back to or compare with. */
public record BoardVersion(String name, long rev, Actor author, Instant at) {}
