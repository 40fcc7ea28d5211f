package cairn.workspace.board;

import cairn.map.BatchId;
import cairn.workspace.audit.Actor;
import java.time.Instant;

/**
 * One gesture in a board's log.
 *
 * @param rev its place: 1, 2, 3 and so on without a gap
 * @param ops the operations, as the JSON that was added
 */
public record StoredBatch(long rev, BatchId id, Actor author, Instant at, String ops) {}
