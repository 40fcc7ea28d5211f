package cairn.workspace.board;

import cairn.workspace.audit.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A board's cover.
 *
 * @param head the revision of its newest batch; 0 when it has none
 * @param archivedAt since when nothing may be added
 */
public record Board(
    BoardId id,
    String title,
    Actor createdBy,
    Instant createdAt,
    long head,
    Optional<Instant> archivedAt) {}
