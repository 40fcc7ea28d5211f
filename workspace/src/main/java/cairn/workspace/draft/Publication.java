package cairn.workspace.draft;

import cairn.workspace.audit.Actor;
import java.time.Instant;

/**
 * A draft that went live.
 *
 * @param number its place in the order of going live: 1, 2, 3
 * @param version what the engine calls it
 */
public record Publication(
    long number, DraftId draft, String version, Actor publishedBy, Actor approvedBy, Instant at) {}
