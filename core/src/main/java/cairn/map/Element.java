package cairn.map;

import java.util.List;
import java.util.Optional;

/**
 * One typed thing on a board. Every element is an id and the values of the fields of its {@link
 * Kind}; a record of this interface that exists is valid.
 */
public sealed interface Element
    permits BoardInfo,
        Persona,
        Stage,
        Step,
        Lane,
        Element.Placed,
        FeelingPoint,
        Team,
        Initiative,
        Vote,
        Comment,
        Link,
        ParkedItem,
        CaseForAction,
        WorkshopState,
        Activity {

  /** An element that lies in a cell of the map: a lane, a column, and a place in the cell. */
  sealed interface Placed extends Element permits Note, Touchpoint, Moment, Idea {
    /** The row; empty while the element lies nowhere. */
    Field<Optional<ElementId>> LANE = Field.reference("lane");

    /** The column: a step, or a stage when it holds for the whole stage. */
    Field<Optional<ElementId>> COLUMN = Field.reference("column");

    /** The place among its neighbours in the cell. */
    Field<OrderKey> ORDER = Field.order("order");

    /** The row it lies in. */
    default Optional<ElementId> lane() {
      return get(LANE);
    }

    /** The step or stage it lies under. */
    default Optional<ElementId> column() {
      return get(COLUMN);
    }

    /** Its place among its neighbours. */
    default OrderKey order() {
      return get(ORDER);
    }

    /** What it says. */
    String words();
  }

  /** Who put the element there; written by the board. */
  Field<MemberId> AUTHOR = Field.member("author").stamped();

  /** Whether only its author sees it until the reveal; written by the board. */
  Field<Boolean> HIDDEN = Field.flag("hidden").stamped();

  /** How well it is known. */
  Field<Evidence> EVIDENCE = Field.choice("evidence", Evidence.class, Evidence.GUESS);

  /** Where it is known from. */
  Field<String> SOURCE = Field.text("source", Bounds.SOURCE_MAX);

  /** The teams it concerns. */
  Field<List<ElementId>> TEAMS = Field.references("teams", Bounds.ITEMS_MAX);

  /** Its name on this board. */
  ElementId id();

  /** Its values. */
  Fields fields();

  /** What kind of thing it is. */
  default Kind kind() {
    return fields().kind();
  }

  /** What a field of this kind holds. */
  default <T> T get(Field<T> field) {
    return fields().get(field);
  }

  /** The same element with one field written. */
  default <T> Element with(Field<T> field, T value) {
    return kind().make(id(), fields().with(field, value));
  }

  /** The same element with one named field written. */
  default Element with(String name, Value value) {
    return kind().make(id(), fields().with(name, value));
  }

  /** Who put it there, if its kind says so and the viewer may know. */
  default Optional<MemberId> author() {
    return kind().shape().field(AUTHOR.name()).isPresent()
        ? Optional.of(get(AUTHOR)).filter(author -> !author.equals(MemberId.NOBODY))
        : Optional.empty();
  }

  /** Whether only its author sees it for now. */
  default boolean isHidden() {
    return kind().shape().field(HIDDEN.name()).isPresent() && get(HIDDEN);
  }
}
