package cairn.map.template;

import cairn.map.BoardState;
import cairn.map.Element;
import cairn.map.Op;
import java.util.List;

/**
 * A map to begin from.
 *
 * @param id its stable name
 * @param title its name on the screen
 * @param description what it is about, in one sentence
 * @param elements in the order in which they are put; lanes and the board's own element among them
 */
public record Template(String id, String title, String description, List<Element> elements) {
  public Template {
    elements = List.copyOf(elements);
  }

  /** The operations that lay it out; they fit into one gesture. */
  public List<Op> ops() {
    return elements.stream().map(Op::put).toList();
  }

  /** The board it makes. */
  public BoardState board() {
    return BoardState.EMPTY.apply(ops());
  }
}
