package cairn.map;

import java.util.Optional;

/** Who may change which element: the role first, then whose it is, then the lock of its lane. */
final class Permission {
  private Permission() {}

  static Optional<Verdict.Refused> refusal(BoardState state, Member member, Element element) {
    return switch (member.role()) {
      case FACILITATOR -> ownDot(member, element);
      case MAPPER -> mapper(state, member, element);
      case GUEST -> guest(state, member, element);
      case VIEWER ->
          Optional.of(
              forbidden(element, "You are looking on: ask the facilitator to let you write."));
    };
  }

  /** As {@link #refusal}, for taking the element away. */
  static Optional<Verdict.Refused> deletionRefusal(
      BoardState state, Member member, Element element) {
    boolean othersRemark =
        member.role() == Role.MAPPER
            && element instanceof Comment
            && element.author().filter(member.id()::equals).isEmpty();
    return othersRemark
        ? Optional.of(forbidden(element, "Only who wrote a comment deletes it: settle it instead."))
        : refusal(state, member, element);
  }

  private static Optional<Verdict.Refused> mapper(
      BoardState state, Member member, Element element) {
    return switch (element) {
      case WorkshopState _, Activity _ ->
          Optional.of(forbidden(element, "The facilitator leads the workshop: ask them."));
      case Lane lane ->
          lane.isLocked() || state.find(Lane.class, lane.id()).map(Lane::isLocked).orElse(false)
              ? Optional.of(forbidden(element, "Only a facilitator locks and unlocks lanes."))
              : Optional.empty();
      case Comment comment -> mapperOnComment(state, member, comment);
      case Vote _ -> ownDot(member, element);
      case Element.Placed placed -> locked(state, placed);
      case FeelingPoint point -> lockedFeeling(state, point);
      case BoardInfo _, Persona _, Stage _, Step _, Team _, Initiative _, Link _, ParkedItem _ ->
          Optional.empty();
      case CaseForAction _ -> Optional.empty();
    };
  }

  /** Anybody may settle a remark, only its author may reword or delete it. */
  private static Optional<Verdict.Refused> mapperOnComment(
      BoardState state, Member member, Comment comment) {
    var before = state.find(Comment.class, comment.id());
    boolean own = comment.author().filter(member.id()::equals).isPresent();
    boolean onlySettled =
        before.isPresent()
            && before.get().with(Comment.RESOLVED, comment.isResolved()).equals(comment)
            && before.get().isResolved() != comment.isResolved();
    boolean unchanged = before.isPresent() && before.get().equals(comment);
    return own || onlySettled || unchanged
        ? Optional.empty()
        : Optional.of(forbidden(comment, "Only who wrote a comment rewords it."));
  }

  private static Optional<Verdict.Refused> guest(BoardState state, Member member, Element element) {
    return switch (element) {
      case Note note -> own(member, note).or(() -> locked(state, note));
      case ParkedItem parked -> own(member, parked);
      case Vote _ -> ownDot(member, element);
      case BoardInfo _, Persona _, Stage _, Step _, Lane _, Touchpoint _, Moment _, Idea _ ->
          Optional.of(guestsWriteNotes(element));
      case FeelingPoint _, Team _, Initiative _, Comment _, Link _, CaseForAction _ ->
          Optional.of(guestsWriteNotes(element));
      case WorkshopState _, Activity _ -> Optional.of(guestsWriteNotes(element));
    };
  }

  private static Verdict.Refused guestsWriteNotes(Element element) {
    return forbidden(element, "Guests write notes, park questions and vote: sign in to do more.");
  }

  private static Optional<Verdict.Refused> own(Member member, Element element) {
    return element.author().filter(member.id()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(forbidden(element, "Guests change only what they wrote themselves."));
  }

  private static Optional<Verdict.Refused> ownDot(Member member, Element element) {
    return element instanceof Vote vote && !vote.get(Element.AUTHOR).equals(member.id())
        ? Optional.of(forbidden(element, "Everybody gives and takes back only their own dots."))
        : Optional.empty();
  }

  private static Optional<Verdict.Refused> locked(BoardState state, Element.Placed placed) {
    return placed
        .lane()
        .flatMap(id -> state.find(Lane.class, id))
        .filter(Lane::isLocked)
        .map(lane -> lockedLane(placed));
  }

  /** The curves lie in the lane of their measure: the person's feeling, or the staff's. */
  private static Optional<Verdict.Refused> lockedFeeling(BoardState state, FeelingPoint point) {
    boolean ofStaff = point.subject().flatMap(id -> state.find(Team.class, id)).isPresent();
    var role = ofStaff ? LaneRole.STAFF_FEELING : LaneRole.FEELING;
    return state
        .find(Lane.class, Lane.standardId(role))
        .filter(Lane::isLocked)
        .map(lane -> lockedLane(point));
  }

  private static Verdict.Refused lockedLane(Element element) {
    return Verdict.Refused.because(
        Verdict.Reason.LOCKED,
        element.id(),
        "The facilitator has locked this lane: wait until it is open again.");
  }

  private static Verdict.Refused forbidden(Element element, String message) {
    return Verdict.Refused.because(Verdict.Reason.FORBIDDEN, element.id(), message);
  }
}
