package cairn.map;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a board stands: the fold of its revisions. Never changed once made; a state shares what did
 * not change with the one before, so keeping many is cheap.
 */
public final class BoardState {
  /** A board on which nothing has happened. */
  public static final BoardState EMPTY =
      new BoardState(0, ElementMap.EMPTY, ElementMap.EMPTY, new EnumMap<>(Kind.class));

  private final long rev;
  private final ElementMap live;
  private final ElementMap deleted;
  private final EnumMap<Kind, Integer> counts;

  private BoardState(long rev, ElementMap live, ElementMap deleted, EnumMap<Kind, Integer> counts) {
    this.rev = rev;
    this.live = live;
    this.deleted = deleted;
    this.counts = counts;
  }

  /** A state read from a snapshot. */
  public static BoardState of(long rev, Iterable<Element> live, Iterable<Element> deleted) {
    var state = EMPTY;
    for (Element element : deleted) {
      state = new BoardState(rev, state.live, state.deleted.with(element), state.counts);
    }
    for (Element element : live) {
      state = state.with(element);
    }
    return new BoardState(rev, state.live, state.deleted, state.counts);
  }

  /** The number of the last revision; 0 before the first. */
  public long rev() {
    return rev;
  }

  /** The live element of that id. */
  public Optional<Element> find(ElementId id) {
    return Optional.ofNullable(live.find(id));
  }

  /** The live element of that id, if it is of that type. */
  public <E extends Element> Optional<E> find(Class<E> type, ElementId id) {
    return find(id).filter(type::isInstance).map(type::cast);
  }

  /** The deleted element of that id, as it was. */
  public Optional<Element> findDeleted(ElementId id) {
    return Optional.ofNullable(deleted.find(id));
  }

  /** The live elements, by id. */
  public Iterable<Element> elements() {
    return live;
  }

  /** The deleted elements that can be restored, by id. */
  public Iterable<Element> deletedElements() {
    return deleted;
  }

  /** The live elements of one type, by id. */
  public <E extends Element> List<E> all(Class<E> type) {
    var found = new ArrayList<E>();
    for (Element element : live) {
      if (type.isInstance(element)) {
        found.add(type.cast(element));
      }
    }
    return found;
  }

  /** How many live elements there are. */
  public int size() {
    return live.size();
  }

  /** How many deleted elements are kept. */
  public int deletedCount() {
    return deleted.size();
  }

  /** How many live elements of a kind there are. */
  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Where the workshop stands. */
  public WorkshopState workshop() {
    return find(WorkshopState.class, WorkshopState.ID).orElseGet(WorkshopState::none);
  }

  /** The state after a revision; one that is not the next is a fault of the caller. */
  public BoardState apply(Revision revision) {
    if (revision.rev() != rev + 1) {
      throw new IllegalArgumentException("revision " + revision.rev() + " does not follow " + rev);
    }
    var after = apply(revision.batch().ops());
    return new BoardState(revision.rev(), after.live, after.deleted, after.counts);
  }

  /**
   * The state after operations that have no number yet: what a client shows of its own. An
   * operation that has nothing to work on does nothing, so this never fails.
   */
  public BoardState apply(List<Op> ops) {
    var state = this;
    for (Op op : ops) {
      state = state.apply(op);
    }
    return state;
  }

  /** The state after one operation, as {@link #apply(List)}. */
  public BoardState apply(Op op) {
    return switch (op) {
      case Op.Put(var element) -> with(element);
      case Op.Set set -> {
        Element was = live.find(set.id());
        yield was == null ? this : with(changed(was, set.fields()));
      }
      case Op.Del(var id) -> without(id);
    };
  }

  /** The same board as if only these elements were known; used for what one viewer may see. */
  BoardState seeing(ElementMap seenLive, ElementMap seenDeleted) {
    var state = of(rev, seenLive, List.of());
    return new BoardState(rev, state.live, seenDeleted, state.counts);
  }

  /** The element reset to what another state holds under that id. */
  BoardState resetTo(BoardState other, ElementId id) {
    Element theirs = other.live.find(id);
    var reset = theirs == null ? without(id) : with(theirs);
    Element theirGone = other.deleted.find(id);
    return new BoardState(
        reset.rev,
        reset.live,
        theirGone == null ? reset.deleted.without(id) : reset.deleted.with(theirGone),
        reset.counts);
  }

  /** The same state under another number. */
  BoardState at(long number) {
    return new BoardState(number, live, deleted, counts);
  }

  /** The same with fewer deleted elements than that, once there are more. */
  BoardState forgetting(int deletedMax) {
    if (deleted.size() <= deletedMax) {
      return this;
    }
    var kept = deleted;
    for (Element element : deleted) {
      if (kept.size() <= deletedMax) {
        break;
      }
      kept = kept.without(element.id());
    }
    return new BoardState(rev, live, kept, counts);
  }

  private static Element changed(Element element, SortedMap<String, Value> changes) {
    var fields = element.fields();
    for (var change : changes.entrySet()) {
      var field = element.kind().shape().field(change.getKey());
      if (field.isPresent() && field.get().problem(change.getValue()) == null) {
        fields = fields.with(change.getKey(), change.getValue());
      }
    }
    return element.kind().make(element.id(), fields);
  }

  private BoardState with(Element element) {
    Element before = live.find(element.id());
    if (element.equals(before)) {
      return this;
    }
    return new BoardState(
        rev,
        live.with(element),
        deleted.find(element.id()) == null ? deleted : deleted.without(element.id()),
        before != null && before.kind() == element.kind() ? counts : counted(before, element));
  }

  private BoardState without(ElementId id) {
    Element before = live.find(id);
    return before == null
        ? this
        : new BoardState(rev, live.without(id), deleted.with(before), counted(before, null));
  }

  private EnumMap<Kind, Integer> counted(@Nullable Element before, @Nullable Element after) {
    var changed = counts.clone();
    if (before != null) {
      changed.merge(before.kind(), -1, Integer::sum);
    }
    if (after != null) {
      changed.merge(after.kind(), 1, Integer::sum);
    }
    return changed;
  }

  /** How many elements of each kind there are, for kinds that occur. */
  public SortedMap<Kind, Integer> counts() {
    var byKind = new TreeMap<Kind, Integer>();
    for (Kind kind : Kind.values()) {
      if (count(kind) > 0) {
        byKind.put(kind, count(kind));
      }
    }
    return byKind;
  }

  /** Whether the live elements of two states are the same, whatever their numbers. */
  public boolean holdsTheSameAs(BoardState other) {
    return live.equals(other.live);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoardState that
        && rev == that.rev
        && live.equals(that.live)
        && deleted.equals(that.deleted)
        && counts().equals(that.counts());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(rev) * 31 + live.hashCode();
  }

  @Override
  public String toString() {
    return "BoardState[rev=" + rev + ", elements=" + live.size() + "]";
  }
}
