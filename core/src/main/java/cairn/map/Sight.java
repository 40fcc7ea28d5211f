package cairn.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What one viewer may see: not what others write in private, not whose an anonymous dot is. A
 * revision of which nothing may be seen arrives empty under its number, so that no gap shows.
 */
public final class Sight {
  private final MemberId viewer;

  private Sight(MemberId viewer) {
    this.viewer = viewer;
  }

  /** The sight of one viewer. */
  public static Sight of(MemberId viewer) {
    return new Sight(viewer);
  }

  /** Whether a revision looks the same to everybody, so that it can be written once for all. */
  public static boolean isSameForAll(BoardState before, Revision revision, BoardState after) {
    for (Op op : revision.batch().ops()) {
      if (isParticular(before.find(op.id())) || isParticular(after.find(op.id()))) {
        return false;
      }
      // A thing that was made and deleted at once leaves only its trace.
      if (op instanceof Op.Put(var element) && (element.isHidden() || isAnonymous(element))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the element is there for this viewer. */
  public boolean sees(Element element) {
    return !element.isHidden() || element.get(Element.AUTHOR).equals(viewer);
  }

  /** The element as this viewer sees it, if they do. */
  public Optional<Element> element(Element element) {
    if (!sees(element)) {
      return Optional.empty();
    }
    return Optional.of(
        isAnonymous(element) && !element.get(Element.AUTHOR).equals(viewer)
            ? element.with(Element.AUTHOR, MemberId.NOBODY)
            : element);
  }

  /** The board as this viewer sees it. */
  public BoardState state(BoardState state) {
    return state.seeing(elements(state.elements()), elements(state.deletedElements()));
  }

  /** A revision as this viewer sees it, given the boards before and after it. */
  public Revision revision(BoardState before, Revision revision, BoardState after) {
    if (isSameForAll(before, revision, after)) {
      return revision;
    }
    var seen = new ArrayList<Op>();
    var told = new HashSet<ElementId>();
    boolean nameless = false;
    for (Op op : revision.batch().ops()) {
      var was = before.find(op.id()).flatMap(this::element);
      var is = after.find(op.id()).flatMap(this::element);
      nameless =
          nameless || isOthersAnonymous(before, op.id()) || isOthersAnonymous(after, op.id());
      if (was.isPresent() && is.isPresent()) {
        seen.add(op instanceof Op.Put ? Op.put(is.get()) : op);
      } else if (told.add(op.id())) {
        is.map(Op::put).or(() -> was.map(gone -> Op.del(gone.id()))).ifPresent(seen::add);
      }
    }
    var batch = revision.batch();
    boolean hidesAuthor = (nameless || seen.isEmpty()) && !batch.author().equals(viewer);
    return new Revision(
        revision.rev(),
        revision.at(),
        hidesAuthor
            ? new Batch(batch.id(), MemberId.NOBODY, "", List.copyOf(seen))
            : batch.withOps(seen));
  }

  private ElementMap elements(Iterable<Element> all) {
    var seen = ElementMap.EMPTY;
    for (Element element : all) {
      var mine = element(element);
      if (mine.isPresent()) {
        seen = seen.with(mine.get());
      }
    }
    return seen;
  }

  private boolean isOthersAnonymous(BoardState state, ElementId id) {
    return state
        .find(id)
        .filter(Sight::isAnonymous)
        .filter(element -> !element.get(Element.AUTHOR).equals(viewer))
        .isPresent();
  }

  private static boolean isParticular(Optional<Element> element) {
    return element.isPresent() && (element.get().isHidden() || isAnonymous(element.get()));
  }

  private static boolean isAnonymous(Element element) {
    return element instanceof Vote vote && vote.isAnonymous();
  }
}
