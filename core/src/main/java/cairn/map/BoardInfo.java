package cairn.map;

import java.time.LocalDate;
import java.util.Optional;

/** What the board as a whole is about; there is one, with the id {@link #ID}. */
public record BoardInfo(ElementId id, Fields fields) implements Element {
  /** What the map is called. */
  public static final Field<String> TITLE = Field.text("title", Bounds.NAME_MAX);

  /** What the person is trying to achieve, from where to where. */
  public static final Field<String> SCENARIO = Field.text("scenario", Bounds.TEXT_MAX);

  /** Who keeps the map after the workshop. */
  public static final Field<String> OWNER = Field.text("owner", Bounds.NAME_MAX);

  /** When the owner looks at it again. */
  public static final Field<Optional<LocalDate>> REVIEW = Field.date("review");

  /** The template it began from. */
  public static final Field<String> TEMPLATE = Field.text("template", Bounds.NAME_MAX);

  /** The id of the running journey it was made live as; empty before. */
  public static final Field<String> JOURNEY = Field.text("journey", Bounds.NAME_MAX).ofTheHouse();

  /**
   * The language of whatever the house writes for the map, such as {@code de}; English if empty.
   */
  public static final Field<String> LANGUAGE = Field.text("language", Bounds.NAME_MAX);

  static final Shape SHAPE = Shape.of(TITLE, SCENARIO, OWNER, REVIEW, TEMPLATE, JOURNEY, LANGUAGE);

  public BoardInfo {
    Fields.require(fields, Kind.BOARD);
  }

  /** What the map is called. */
  public String title() {
    return get(TITLE);
  }

  /** What the person is trying to achieve. */
  public String scenario() {
    return get(SCENARIO);
  }

  /** Who keeps the map after the workshop. */
  public String owner() {
    return get(OWNER);
  }

  /** When the owner looks at it again. */
  public Optional<LocalDate> review() {
    return get(REVIEW);
  }

  /** The running journey it was made live as; empty before. */
  public String journey() {
    return get(JOURNEY);
  }

  /** The language of whatever the house writes for the map; English if empty. */
  public String language() {
    return get(LANGUAGE);
  }

  /** The id of the one element of this kind. */
  public static final ElementId ID = new ElementId("board");
}
