package cairn.workspace.draft;

import java.util.Arrays;

/**
 * How far a draft is.
 *
 * <pre>
 *   draft ──submit──▶ inReview ──approve──▶ approved ──publish──▶ published
 *     ▲                  │                     │
 *     └────sendBack──────┴──────sendBack───────┘        any of the first three ──discard──▶ discarded
 * </pre>
 */
public enum DraftState {
  /** Being written; its files may change. */
  DRAFT("draft"),
  /** Waiting for somebody who did not write it. */
  IN_REVIEW("inReview"),
  /** Good to go live, exactly as it is. */
  APPROVED("approved"),
  /** Went live; kept as it was. */
  PUBLISHED("published"),
  /** Given up; kept as it was. */
  DISCARDED("discarded");

  private final String wireName;

  DraftState(String wireName) {
    this.wireName = wireName;
  }

  /** The name in JSON and in the database. */
  public String wireName() {
    return wireName;
  }

  /** Whether a draft may go from this state to another. */
  public boolean mayBecome(DraftState next) {
    return switch (this) {
      case DRAFT -> next == IN_REVIEW || next == DISCARDED;
      case IN_REVIEW -> next == DRAFT || next == APPROVED || next == DISCARDED;
      case APPROVED -> next == DRAFT || next == PUBLISHED || next == DISCARDED;
      case PUBLISHED, DISCARDED -> false;
    };
  }

  static DraftState stored(String wireName) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("A stored draft has an unknown state."));
  }
}
