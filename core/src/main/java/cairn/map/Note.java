package cairn.map;

import java.util.List;
import java.util.Optional;

/** A sticky note: one statement in a cell, typed by its lane. */
public record Note(ElementId id, Fields fields) implements Element.Placed {
  /** What it says. */
  public static final Field<String> TEXT = Field.text("text", Bounds.TEXT_MAX);

  /** The persona it is about; empty for all of them. */
  public static final Field<Optional<ElementId>> PERSONA = Field.reference("persona");

  /** Its colour, by a name of the palette; empty for that of its lane. */
  public static final Field<String> COLOUR = Field.text("colour", Bounds.NAME_MAX);

  /** The heading under which the room has gathered it. */
  public static final Field<String> CLUSTER = Field.text("cluster", Bounds.NAME_MAX);

  static final Shape SHAPE =
      Shape.of(
          TEXT, LANE, COLUMN, ORDER, PERSONA, EVIDENCE, SOURCE, TEAMS, COLOUR, CLUSTER, AUTHOR,
          HIDDEN);

  public Note {
    Fields.require(fields, Kind.NOTE);
  }

  /** What it says. */
  public String text() {
    return get(TEXT);
  }

  /** The persona it is about. */
  public Optional<ElementId> persona() {
    return get(PERSONA);
  }

  /** How well it is known. */
  public Evidence evidence() {
    return get(EVIDENCE);
  }

  /** Where it is known from. */
  public String source() {
    return get(SOURCE);
  }

  /** The teams it concerns. */
  public List<ElementId> teams() {
    return get(TEAMS);
  }

  /** The heading it was gathered under. */
  public String cluster() {
    return get(CLUSTER);
  }

  @Override
  public String words() {
    return get(TEXT);
  }
}
