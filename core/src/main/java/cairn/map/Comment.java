package cairn.map;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A remark on an element; it never changes the map. */
public record Comment(ElementId id, Fields fields) implements Element {
  /** What it is about. */
  public static final Field<Optional<ElementId>> TARGET = Field.reference("target");

  /** The comment it answers. */
  public static final Field<Optional<ElementId>> REPLY_TO = Field.reference("replyTo");

  /** What it says. */
  public static final Field<String> TEXT = Field.text("text", Bounds.TEXT_MAX);

  /** The members it calls. */
  public static final Field<List<String>> MENTIONS =
      Field.texts("mentions", Bounds.ITEMS_MAX, Bounds.ITEM_MAX);

  /** Whether it is settled. */
  public static final Field<Boolean> RESOLVED = Field.flag("resolved");

  /** When it was written; written by the board. */
  public static final Field<Optional<Instant>> AT = Field.instant("at").stamped();

  static final Shape SHAPE = Shape.of(TARGET, REPLY_TO, TEXT, MENTIONS, RESOLVED, AT, AUTHOR);

  public Comment {
    Fields.require(fields, Kind.COMMENT);
  }

  /** What it is about. */
  public Optional<ElementId> target() {
    return get(TARGET);
  }

  /** The comment it answers. */
  public Optional<ElementId> replyTo() {
    return get(REPLY_TO);
  }

  /** What it says. */
  public String text() {
    return get(TEXT);
  }

  /** Whether it is settled. */
  public boolean isResolved() {
    return get(RESOLVED);
  }
}
