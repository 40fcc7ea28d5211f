package cairn.workspace.audit;

import java.time.Instant;

/**
 * One line of the audit.
 *
 * @param number its place in the order of writing, from 1, possibly with gaps
 * @param at when it was written
 * @param actor who did it
 * @param action what was done, such as {@code key.revoked}
 * @param subject to which thing, such as {@code key:3f9a0c11}
 * @param detail a few words more, or empty
 */
public record AuditEntry(
    long number, Instant at, Actor actor, String action, String subject, String detail) {}
