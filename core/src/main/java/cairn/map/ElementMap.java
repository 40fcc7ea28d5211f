package cairn.map;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Elements by id, never changed once made: a change gives a new map that shares all but a path with
 * the old one. So a snapshot, a version and a client's view cost nothing to keep.
 */
final class ElementMap implements Iterable<Element> {
  /*
   * An AVL tree (Adelson-Velsky and Landis, 1962) with path copying: the heights of the two
   * branches of a node differ by at most one, an insertion or a removal copies the path from the
   * root and turns it where it has grown lopsided. Iteration is by id, the same on every machine.
   */
  static final ElementMap EMPTY = new ElementMap(null, 0);

  private record Node(@Nullable Node left, Element element, @Nullable Node right, int height) {}

  private final @Nullable Node root;
  private final int size;

  private ElementMap(@Nullable Node root, int size) {
    this.root = root;
    this.size = size;
  }

  int size() {
    return size;
  }

  @Nullable Element find(ElementId id) {
    Node at = root;
    while (at != null) {
      int order = id.compareTo(at.element.id());
      if (order == 0) {
        return at.element;
      }
      at = order < 0 ? at.left : at.right;
    }
    return null;
  }

  ElementMap with(Element element) {
    return new ElementMap(put(root, element), find(element.id()) == null ? size + 1 : size);
  }

  ElementMap without(ElementId id) {
    return find(id) == null ? this : new ElementMap(remove(root, id), size - 1);
  }

  @Override
  public Iterator<Element> iterator() {
    var path = new ArrayDeque<Node>();
    descend(path, root);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !path.isEmpty();
      }

      @Override
      public Element next() {
        Node at = path.poll();
        if (at == null) {
          throw new NoSuchElementException();
        }
        descend(path, at.right);
        return at.element;
      }
    };
  }

  private static void descend(ArrayDeque<Node> path, @Nullable Node from) {
    for (Node at = from; at != null; at = at.left) {
      path.push(at);
    }
  }

  private static Node put(@Nullable Node at, Element element) {
    if (at == null) {
      return new Node(null, element, null, 1);
    }
    int order = element.id().compareTo(at.element.id());
    if (order == 0) {
      return new Node(at.left, element, at.right, at.height);
    }
    return order < 0
        ? balanced(put(at.left, element), at.element, at.right)
        : balanced(at.left, at.element, put(at.right, element));
  }

  private static @Nullable Node remove(@Nullable Node at, ElementId id) {
    if (at == null) {
      return null;
    }
    int order = id.compareTo(at.element.id());
    if (order < 0) {
      return balanced(remove(at.left, id), at.element, at.right);
    }
    if (order > 0) {
      return balanced(at.left, at.element, remove(at.right, id));
    }
    if (at.left == null) {
      return at.right;
    }
    if (at.right == null) {
      return at.left;
    }
    Node heir = at.right;
    while (heir.left != null) {
      heir = heir.left;
    }
    return balanced(at.left, heir.element, remove(at.right, heir.element.id()));
  }

  private static Node balanced(@Nullable Node left, Element element, @Nullable Node right) {
    int lean = height(left) - height(right);
    if (lean > 1 && left != null) {
      Node inner = left.right;
      return inner != null && height(inner) > height(left.left)
          ? node(
              node(left.left, left.element, inner.left),
              inner.element,
              node(inner.right, element, right))
          : node(left.left, left.element, node(inner, element, right));
    }
    if (lean < -1 && right != null) {
      Node inner = right.left;
      return inner != null && height(inner) > height(right.right)
          ? node(
              node(left, element, inner.left),
              inner.element,
              node(inner.right, right.element, right.right))
          : node(node(left, element, inner), right.element, right.right);
    }
    return node(left, element, right);
  }

  private static Node node(@Nullable Node left, Element element, @Nullable Node right) {
    return new Node(left, element, right, 1 + Math.max(height(left), height(right)));
  }

  private static int height(@Nullable Node node) {
    return node == null ? 0 : node.height;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ElementMap that) || size != that.size) {
      return false;
    }
    var theirs = that.iterator();
    for (Element mine : this) {
      if (!mine.equals(theirs.next())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (Element element : this) {
      hash = 31 * hash + element.hashCode();
    }
    return hash;
  }
}
