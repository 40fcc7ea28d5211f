package cairn.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What differs between two versions of a board, and the way back from one to the other. */
public final class BoardDiff {
  /** One difference. */
  public sealed interface Change {
    /** The element is new. */
    record Added(Element element) implements Change {}

    /** The element is gone; this is how it was. */
    record Removed(Element element) implements Change {}

    /** A field holds something else. */
    record Changed(Element element, String field, Value was, Value is) implements Change {}
  }

  private BoardDiff() {}

  /** What changed from an earlier version to a later one, by element id. */
  public static List<Change> between(BoardState then, BoardState now) {
    var changes = new ArrayList<Change>();
    for (Element before : then.elements()) {
      var after = now.find(before.id());
      if (after.isEmpty()) {
        changes.add(new Change.Removed(before));
      } else if (after.get().kind() != before.kind()) {
        changes.add(new Change.Removed(before));
        changes.add(new Change.Added(after.get()));
      } else {
        fields(before, after.get(), changes);
      }
    }
    for (Element after : now.elements()) {
      if (then.find(after.id()).isEmpty()) {
        changes.add(new Change.Added(after));
      }
    }
    return List.copyOf(changes);
  }

  /**
   * The gesture that brings the content of an earlier version back. Votes, comments and the state
   * of the workshop stay as they are: going back in the map unsays nobody.
   */
  public static List<Op> restoring(BoardState now, BoardState then) {
    var ops = new ArrayList<Op>();
    for (Element before : then.elements()) {
      var after = now.find(before.id());
      if (isContent(before) && after.isEmpty()) {
        boolean keepsAuthor = now.findDeleted(before.id()).isPresent();
        ops.add(Op.put(keepsAuthor ? before : unsigned(before)));
      } else if (isContent(before) && after.get().kind() == before.kind()) {
        var fields = oldFields(before, after.get());
        if (!fields.isEmpty()) {
          ops.add(new Op.Set(before.id(), fields));
        }
      }
    }
    for (Element after : now.elements()) {
      if (isContent(after) && then.find(after.id()).isEmpty()) {
        ops.add(Op.del(after.id()));
      }
    }
    return List.copyOf(ops);
  }

  /**
   * The gesture that lays the content of a board out on an empty one: an import, or a copy. Whoever
   * makes it becomes the author; votes, comments and the workshop stay behind.
   */
  public static List<Op> copying(BoardState board) {
    var ops = new ArrayList<Op>();
    for (Element element : board.elements()) {
      if (isContent(element)) {
        ops.add(Op.put(unsigned(element)));
      }
    }
    return List.copyOf(ops);
  }

  private static Element unsigned(Element element) {
    return element.author().isPresent() ? element.with(Element.AUTHOR, MemberId.NOBODY) : element;
  }

  private static boolean isContent(Element element) {
    return switch (element) {
      case Vote _, Comment _, WorkshopState _, Activity _ -> false;
      case BoardInfo _, Persona _, Stage _, Step _, Lane _, Team _, Link _, ParkedItem _ -> true;
      case Element.Placed _, FeelingPoint _, Initiative _, CaseForAction _ -> true;
    };
  }

  private static void fields(Element before, Element after, List<Change> changes) {
    for (Field<?> field : before.kind().shape().fields()) {
      Value was = before.fields().value(field.name());
      Value is = after.fields().value(field.name());
      if (!was.equals(is)) {
        changes.add(new Change.Changed(after, field.name(), was, is));
      }
    }
  }

  private static Map<String, Value> oldFields(Element before, Element after) {
    var old = new TreeMap<String, Value>();
    for (Field<?> field : before.kind().shape().fields()) {
      Value was = before.fields().value(field.name());
      if (!field.isStamped() && !was.equals(after.fields().value(field.name()))) {
        old.put(field.name(), was);
      }
    }
    return old;
  }
}
