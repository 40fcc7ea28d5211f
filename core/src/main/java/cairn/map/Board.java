package cairn.map;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides whether a gesture stands.
 *
 * <p>Operations are looked at one after another, each on the board as the ones before it left it,
 * and the first that may not be refuses the whole batch. What stands may differ from what was sent
 * in the fields the board writes itself: author, time, round, and whether a note is hidden.
 */
public final class Board {
  private final BoardSettings settings;
  private final Member member;
  private final Instant now;
  private final boolean isHouse;
  private final List<Op> stamped = new ArrayList<>();
  private BoardState state;

  private Board(
      BoardState state, Member member, boolean isHouse, BoardSettings settings, Instant now) {
    this.state = state;
    this.member = member;
    this.isHouse = isHouse;
    this.settings = settings;
    this.now = now;
  }

  /**
   * What comes of a gesture.
   *
   * @param state the board before it
   * @param member who is signed in, from the session and never from the message
   * @param now the time the server took it
   */
  public static Verdict decide(
      BoardState state, Batch batch, Member member, BoardSettings settings, Instant now) {
    return decide(state, batch, member, false, settings, now);
  }

  /** As {@link #decide}, of operations the house made itself on the member's behalf. */
  static Verdict decideForHouse(
      BoardState state, Batch batch, Member member, BoardSettings settings, Instant now) {
    return decide(state, batch, member, true, settings, now);
  }

  private static Verdict decide(
      BoardState state,
      Batch batch,
      Member member,
      boolean isHouse,
      BoardSettings settings,
      Instant now) {
    if (!batch.author().equals(member.id())) {
      return Verdict.Refused.because(
          Verdict.Reason.FORGED_AUTHOR,
          "This change names someone else as its author: sign in again and repeat it.");
    }
    if (member.role() == Role.VIEWER) {
      return Verdict.Refused.because(
          Verdict.Reason.FORBIDDEN, "You are looking on: ask the facilitator to let you write.");
    }
    if (batch.ops().isEmpty()) {
      return Verdict.Refused.because(Verdict.Reason.INVALID, "This change holds nothing.");
    }
    if (batch.ops().size() > settings.opsPerBatchMax()) {
      return Verdict.Refused.because(
          Verdict.Reason.TOO_LARGE,
          "One change may hold at most "
              + settings.opsPerBatchMax()
              + " operations: paste it in parts.");
    }
    return new Board(state, member, isHouse, settings, now).decide(batch);
  }

  /** The board after a revision, with no more deleted elements kept than its settings allow. */
  public static BoardState apply(BoardState state, Revision revision, BoardSettings settings) {
    return state.apply(revision).forgetting(settings.deletedMax());
  }

  private Verdict decide(Batch batch) {
    long rev = state.rev() + 1;
    for (Op op : batch.ops()) {
      var refused =
          switch (op) {
            case Op.Put put -> put(put.element());
            case Op.Set set -> set(set);
            case Op.Del(var id) -> del(id);
          };
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    return new Verdict.Accepted(new Revision(rev, now, batch.withOps(stamped)));
  }

  private Optional<Verdict.Refused> put(Element element) {
    var live = state.find(element.id());
    var before = live.or(() -> state.findDeleted(element.id()));
    if (before.isPresent() && before.get().kind() != element.kind()) {
      return refuse(
          Verdict.Reason.KIND_CHANGED,
          element.id(),
          "This id names a " + before.get().kind().wireName() + " already: take a new one.");
    }
    if (live.isPresent() && isUnseen(live.get())) {
      return refuse(
          Verdict.Reason.UNKNOWN_ELEMENT, element.id(), "This id is taken: take a new one.");
    }
    var ids = checkIds(element);
    if (ids.isPresent()) {
      return ids;
    }
    if (live.isEmpty()) {
      var room = checkRoom(element);
      if (room.isPresent()) {
        return room;
      }
    }
    if (element instanceof Vote vote) {
      var dots = checkVote(vote, live.isPresent());
      if (dots.isPresent()) {
        return dots;
      }
    }
    var author = before.flatMap(Element::author);
    var claimed = element.author();
    if (claimed.isPresent() && !claimed.equals(author) && !claimed.get().equals(member.id())) {
      return Optional.of(
          Verdict.Refused.because(
              Verdict.Reason.STAMPED_FIELD,
              element.id(),
              Element.AUTHOR.name(),
              "Nobody writes in another's name: leave the author out."));
    }
    var owned = stamp(asTheHouseLeftIt(element, before), author.orElse(member.id()), live);
    var allowed = live.isPresent() ? mayChange(live.get()) : Optional.<Verdict.Refused>empty();
    var kept = keep(allowed.isPresent() ? allowed : mayChange(owned), Op.put(owned));
    if (kept.isEmpty() && live.isPresent()) {
      reveal(live.get(), owned);
    }
    return kept;
  }

  private Optional<Verdict.Refused> set(Op.Set set) {
    var found = visible(set.id());
    if (found.isEmpty()) {
      return missing(set.id());
    }
    var element = found.get();
    var changed = element;
    for (var change : set.fields().entrySet()) {
      var field = element.kind().shape().field(change.getKey());
      if (field.isEmpty()) {
        return refuse(
            Verdict.Reason.UNKNOWN_FIELD,
            set.id(),
            change.getKey(),
            "A " + element.kind().wireName() + " has no field of this name.");
      }
      if (field.get().isStamped() && !(isHouse && field.get().isOfTheHouse())) {
        return refuse(
            Verdict.Reason.STAMPED_FIELD,
            set.id(),
            change.getKey(),
            "The board writes this field itself: leave it out.");
      }
      String problem = field.get().problem(change.getValue());
      if (problem != null) {
        return refuse(
            Verdict.Reason.INVALID,
            set.id(),
            change.getKey(),
            "The field " + change.getKey() + " " + problem + ".");
      }
      changed = changed.with(change.getKey(), change.getValue());
    }
    var allowed = mayChange(element);
    if (allowed.isEmpty()) {
      allowed = mayChange(changed);
    }
    if (allowed.isEmpty()) {
      allowed = checkIds(changed);
    }
    if (allowed.isEmpty() && element instanceof Vote) {
      allowed = refuse(Verdict.Reason.FORBIDDEN, set.id(), "A dot is given or taken back, whole.");
    }
    if (allowed.isPresent()) {
      return allowed;
    }
    for (var expected : set.was().entrySet()) {
      Value theirs = element.fields().value(expected.getKey());
      if (!theirs.equals(expected.getValue())
          && !theirs.equals(set.fields().get(expected.getKey()))) {
        return Optional.of(
            new Verdict.Refused(
                Verdict.Reason.CONFLICT,
                Optional.of(set.id()),
                expected.getKey(),
                "Somebody changed this meanwhile: keep yours, take theirs, or keep both.",
                Optional.of(theirs)));
      }
    }
    var kept = keep(Optional.empty(), new Op.Set(set.id(), set.fields()));
    reveal(element, changed);
    return kept;
  }

  private Optional<Verdict.Refused> del(ElementId id) {
    var found = visible(id);
    if (found.isEmpty()) {
      return missing(id);
    }
    if (found.get() instanceof Vote && !state.workshop().isVotingAt(now)) {
      return refuse(Verdict.Reason.VOTING_CLOSED, id, "The voting is closed: dots stay.");
    }
    var kept = keep(Permission.deletionRefusal(state, member, found.get()), Op.del(id));
    if (kept.isEmpty()) {
      reveal(found.get(), WorkshopState.none());
    }
    return kept;
  }

  private Optional<Verdict.Refused> keep(Optional<Verdict.Refused> refused, Op op) {
    if (refused.isEmpty()) {
      stamped.add(op);
      state = state.apply(op);
    }
    return refused;
  }

  /** When private writing ends, what was written is shown; when voting ends, so are the dots. */
  private void reveal(Element before, Element after) {
    if (!(before instanceof WorkshopState was) || !(after instanceof WorkshopState is)) {
      return;
    }
    boolean notes = was.isPrivateWriting() && !is.isPrivateWriting();
    boolean dots = was.get(WorkshopState.VOTING) && !is.get(WorkshopState.VOTING);
    if (!notes && !dots) {
      return;
    }
    var shown = new TreeMap<String, Value>();
    shown.put(Element.HIDDEN.name(), Value.of(false));
    for (Element element : state.elements()) {
      if (element.isHidden() && (element instanceof Vote ? dots : notes)) {
        keep(Optional.empty(), new Op.Set(element.id(), shown));
      }
    }
  }

  /** The element with what only the house writes as it was, whatever a client says. */
  private Element asTheHouseLeftIt(Element element, Optional<Element> before) {
    var kept = element;
    for (Field<?> field : element.kind().shape().fields()) {
      if (field.isOfTheHouse() && !isHouse) {
        kept =
            kept.with(
                field.name(),
                before.map(was -> was.fields().value(field.name())).orElse(field.fallback()));
      }
    }
    return kept;
  }

  private Element stamp(Element element, MemberId author, Optional<Element> live) {
    var shape = element.kind().shape();
    var owned = element;
    if (shape.field(Element.AUTHOR.name()).isPresent()) {
      owned = owned.with(Element.AUTHOR, author);
    }
    if (shape.field(Element.HIDDEN.name()).isPresent()) {
      boolean hidden =
          live.map(Element::isHidden)
              .orElse(
                  element instanceof Vote
                      ? state.workshop().hidesVotes()
                      : state.workshop().isPrivateWriting());
      owned = owned.with(Element.HIDDEN, hidden);
    }
    if (element instanceof Vote) {
      owned =
          owned
              .with(Vote.ROUND, (double) state.workshop().round())
              .with(Vote.ANONYMOUS, state.workshop().isAnonymous());
    }
    if (element instanceof Comment) {
      var written =
          live.or(() -> state.findDeleted(element.id()))
              .flatMap(before -> before.get(Comment.AT))
              .orElse(now);
      owned = owned.with(Comment.AT, Optional.of(written));
    }
    return owned;
  }

  private Optional<Verdict.Refused> checkIds(Element element) {
    boolean only =
        switch (element) {
          case BoardInfo info -> info.id().equals(BoardInfo.ID);
          case WorkshopState workshop -> workshop.id().equals(WorkshopState.ID);
          case FeelingPoint point -> point.hasItsId() && point.isOnScale();
          case Lane lane ->
              lane.role() == LaneRole.FREE
                  ? lane.id().text().length() <= ElementId.SHORT_MAX
                  : lane.id().equals(Lane.standardId(lane.role()));
          case Persona _, Stage _, Step _, Team _ ->
              element.id().text().length() <= ElementId.SHORT_MAX;
          case Note _, Touchpoint _, Moment _, Idea _, Initiative _, Vote _, Comment _, Link _ ->
              true;
          case ParkedItem _, CaseForAction _, Activity _ -> true;
        };
    return only
        ? Optional.empty()
        : refuse(
            Verdict.Reason.INVALID,
            element.id(),
            "The id or the value of this "
                + element.kind().wireName()
                + " is not one it may have: see the board protocol.");
  }

  private Optional<Verdict.Refused> checkRoom(Element element) {
    if (state.count(element.kind()) >= element.kind().countMax()) {
      return refuse(
          Verdict.Reason.FULL,
          element.id(),
          "A board holds at most "
              + element.kind().countMax()
              + " of kind "
              + element.kind().wireName()
              + ": delete some first.");
    }
    return state.size() >= settings.elementsMax()
        ? refuse(
            Verdict.Reason.FULL,
            element.id(),
            "The board is full (" + settings.elementsMax() + " elements): delete some first.")
        : Optional.empty();
  }

  private Optional<Verdict.Refused> checkVote(Vote vote, boolean isThere) {
    var workshop = state.workshop();
    if (isThere) {
      return refuse(Verdict.Reason.FORBIDDEN, vote.id(), "A dot is given or taken back, whole.");
    }
    if (!workshop.isVotingAt(now)) {
      return refuse(Verdict.Reason.VOTING_CLOSED, vote.id(), "The voting is closed.");
    }
    var target = vote.target().flatMap(state::find).filter(element -> !isUnseen(element));
    if (target.isEmpty()) {
      return refuse(
          Verdict.Reason.UNKNOWN_ELEMENT, vote.id(), "What you vote for is not on the board.");
    }
    int given = 0;
    for (Element element : state.elements()) {
      if (element instanceof Vote dot
          && dot.round() == workshop.round()
          && dot.get(Element.AUTHOR).equals(member.id())) {
        given++;
      }
    }
    return given < workshop.dots()
        ? Optional.empty()
        : refuse(
            Verdict.Reason.NO_DOTS_LEFT,
            vote.id(),
            "All your " + workshop.dots() + " dots are given: take one back first.");
  }

  private Optional<Verdict.Refused> mayChange(Element element) {
    return Permission.refusal(state, member, element);
  }

  private Optional<Element> visible(ElementId id) {
    return state.find(id).filter(element -> !isUnseen(element));
  }

  private boolean isUnseen(Element element) {
    return !Sight.of(member.id()).sees(element);
  }

  private Optional<Verdict.Refused> missing(ElementId id) {
    var gone = state.findDeleted(id).filter(element -> !isUnseen(element));
    return gone.isPresent()
        ? refuse(
            Verdict.Reason.DELETED,
            id,
            "Somebody deleted this meanwhile: restore it to go on, or leave it.")
        : refuse(Verdict.Reason.UNKNOWN_ELEMENT, id, "There is no such element on the board.");
  }

  private static Optional<Verdict.Refused> refuse(
      Verdict.Reason reason, ElementId element, String message) {
    return Optional.of(Verdict.Refused.because(reason, element, message));
  }

  private static Optional<Verdict.Refused> refuse(
      Verdict.Reason reason, ElementId element, String field, String message) {
    return Optional.of(Verdict.Refused.because(reason, element, field, message));
  }
}
