package cairn.map;

import java.util.List;

/** Someone the room knows, told in depth: what they try to do, need and say. */
public record Persona(ElementId id, Fields fields) implements Element {
  /** How the room calls them. */
  public static final Field<String> NAME = Field.text("name", Bounds.NAME_MAX);

  /** Their own words. */
  public static final Field<String> QUOTE = Field.text("quote", Bounds.TEXT_MAX);

  /** What they are trying to do. */
  public static final Field<String> PURPOSE = Field.text("purpose", Bounds.TEXT_MAX);

  /** What has to work for them. */
  public static final Field<List<String>> FUNCTIONAL_NEEDS =
      Field.texts("functionalNeeds", Bounds.ITEMS_MAX, Bounds.ITEM_MAX);

  /** How they need to feel. */
  public static final Field<List<String>> EMOTIONAL_NEEDS =
      Field.texts("emotionalNeeds", Bounds.ITEMS_MAX, Bounds.ITEM_MAX);

  /** The life around the journey. */
  public static final Field<String> CONTEXT = Field.text("context", Bounds.TEXT_MAX);

  /** The channels they use. */
  public static final Field<List<String>> CHANNELS =
      Field.texts("channels", Bounds.ITEMS_MAX, Bounds.ITEM_MAX);

  /** The people around them. */
  public static final Field<List<String>> PEOPLE =
      Field.texts("people", Bounds.ITEMS_MAX, Bounds.ITEM_MAX);

  /** The rule that real people who resemble them fulfil; a count of these is all it gives. */
  public static final Field<String> SEGMENT = Field.text("segment", Bounds.TEXT_MAX);

  /** The colour of their curve, by a name of the palette. */
  public static final Field<String> COLOUR = Field.text("colour", Bounds.NAME_MAX);

  /** The place among its neighbours. */
  public static final Field<OrderKey> ORDER = Field.order("order");

  static final Shape SHAPE =
      Shape.of(
          NAME,
          QUOTE,
          PURPOSE,
          FUNCTIONAL_NEEDS,
          EMOTIONAL_NEEDS,
          CONTEXT,
          CHANNELS,
          PEOPLE,
          SEGMENT,
          COLOUR,
          EVIDENCE,
          SOURCE,
          ORDER);

  public Persona {
    Fields.require(fields, Kind.PERSONA);
  }

  /** How the room calls them. */
  public String name() {
    return get(NAME);
  }

  /** Their own words. */
  public String quote() {
    return get(QUOTE);
  }

  /** What they are trying to do. */
  public String purpose() {
    return get(PURPOSE);
  }

  /** What has to work for them. */
  public List<String> functionalNeeds() {
    return get(FUNCTIONAL_NEEDS);
  }

  /** How they need to feel. */
  public List<String> emotionalNeeds() {
    return get(EMOTIONAL_NEEDS);
  }

  /** The rule that real people who resemble them fulfil. */
  public String segment() {
    return get(SEGMENT);
  }

  /** The place among the personas. */
  public OrderKey order() {
    return get(ORDER);
  }
}
