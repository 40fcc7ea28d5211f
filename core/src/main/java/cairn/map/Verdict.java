package cairn.map;

import java.util.Optional;

/** What came of a gesture: a revision, or the reason why nothing changed. */
public sealed interface Verdict {
  /** It stands, as the revision says; the board may have stamped fields that are its own. */
  record Accepted(Revision revision) implements Verdict {}

  /**
   * It is refused whole; nothing changed.
   *
   * @param element the element that stands in the way, if one does
   * @param field the field that does; empty for none
   * @param message what to do next, in a sentence a participant can read
   * @param theirs for {@link Reason#CONFLICT}: what the field holds now
   */
  record Refused(
      Reason reason,
      Optional<ElementId> element,
      String field,
      String message,
      Optional<Value> theirs)
      implements Verdict {
    static Refused because(Reason reason, String message) {
      return new Refused(reason, Optional.empty(), "", message, Optional.empty());
    }

    static Refused because(Reason reason, ElementId element, String message) {
      return new Refused(reason, Optional.of(element), "", message, Optional.empty());
    }

    static Refused because(Reason reason, ElementId element, String field, String message) {
      return new Refused(reason, Optional.of(element), field, message, Optional.empty());
    }
  }

  /** Why a gesture is refused, in the order in which it is checked. */
  enum Reason {
    /** The batch names another author than the one who is signed in. */
    FORGED_AUTHOR,
    /** The role does not allow it. */
    FORBIDDEN,
    /** The batch holds nothing, or cannot be read. */
    INVALID,
    /** The batch is too large. */
    TOO_LARGE,
    /** No such kind of element. */
    UNKNOWN_KIND,
    /** No such element, or none this person may see. */
    UNKNOWN_ELEMENT,
    /** The element was deleted. */
    DELETED,
    /** An element keeps its kind. */
    KIND_CHANGED,
    /** The kind has no such field. */
    UNKNOWN_FIELD,
    /** The board writes this field itself. */
    STAMPED_FIELD,
    /** The lane is locked. */
    LOCKED,
    /** The voting is not open, or its time is over. */
    VOTING_CLOSED,
    /** Every dot is given. */
    NO_DOTS_LEFT,
    /** Somebody changed the field meanwhile. */
    CONFLICT,
    /** The board is full. */
    FULL
  }
}
