package cairn.workspace.draft;

import cairn.workspace.audit.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A change to the configuration, without its files.
 *
 * @param rev counts every change of files and state, so that nobody approves what they did not see
 * @param basedOn the publication whose files it began with
 * @param approvedOver the version that ran when it was approved, which the approval is bound to
 */
public record Draft(
    DraftId id,
    String title,
    DraftState state,
    long rev,
    Optional<Long> basedOn,
    Actor createdBy,
    Optional<Actor> approvedBy,
    Optional<Long> approvedOver,
    Instant createdAt,
    Instant changedAt) {}
