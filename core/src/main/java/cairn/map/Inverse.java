package cairn.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes a gesture back. The inverse names only the fields the gesture changed, and what it left in
 * them, so that taking back never overwrites what another has written since.
 */
public final class Inverse {
  private Inverse() {}

  /** The operations that take others back, given the board before them. */
  public static List<Op> of(BoardState before, List<Op> ops) {
    var state = before;
    var undone = new ArrayList<Op>();
    for (Op op : ops) {
      inverse(state, op).ifPresent(undone::add);
      state = state.apply(op);
    }
    Collections.reverse(undone);
    return List.copyOf(undone);
  }

  /**
   * What of an inverse still fits a board: without fields that hold something else by now, without
   * putting what is there or deleting what is gone. Empty when nothing is left to take back.
   */
  public static List<Op> fitting(BoardState now, List<Op> inverse) {
    var state = now;
    var fitting = new ArrayList<Op>();
    for (Op op : inverse) {
      var fits = fit(state, op);
      if (fits.isPresent()) {
        fitting.add(fits.get());
        state = state.apply(fits.get());
      }
    }
    return List.copyOf(fitting);
  }

  private static Optional<Op> inverse(BoardState state, Op op) {
    var before = state.find(op.id());
    return switch (op) {
      case Op.Put(var element) ->
          before.isEmpty() ? Optional.of(Op.del(element.id())) : restore(before.get(), element);
      case Op.Set set ->
          before.flatMap(
              element -> restore(element, state.apply(set).find(set.id()).orElseThrow()));
      case Op.Del _ -> before.map(Op::put);
    };
  }

  private static Optional<Op> restore(Element before, Element after) {
    if (before.kind() != after.kind()) {
      return Optional.of(Op.put(before));
    }
    var old = new TreeMap<String, Value>();
    var left = new TreeMap<String, Value>();
    for (Field<?> field : before.kind().shape().fields()) {
      Value was = before.fields().value(field.name());
      Value is = after.fields().value(field.name());
      if (!was.equals(is) && !field.isStamped()) {
        old.put(field.name(), was);
        left.put(field.name(), is);
      }
    }
    return old.isEmpty() ? Optional.empty() : Optional.of(new Op.Set(before.id(), old, left));
  }

  private static Optional<Op> fit(BoardState state, Op op) {
    var there = state.find(op.id());
    return switch (op) {
      case Op.Put _ -> there.isEmpty() ? Optional.of(op) : Optional.empty();
      case Op.Del _ -> there.isPresent() ? Optional.of(op) : Optional.empty();
      case Op.Set set -> there.flatMap(element -> fit(element, set));
    };
  }

  private static Optional<Op> fit(Element element, Op.Set set) {
    var fields = new TreeMap<String, Value>();
    var was = new TreeMap<String, Value>();
    for (var change : set.fields().entrySet()) {
      Value left = set.was().get(change.getKey());
      if (left != null && left.equals(element.fields().value(change.getKey()))) {
        fields.put(change.getKey(), change.getValue());
        was.put(change.getKey(), left);
      }
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Op.Set(set.id(), fields, was));
  }
}
