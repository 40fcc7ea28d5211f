package cairn.map;

/** The bounds of what one element may hold; how many elements there may be is with {@link Kind}. */
public final class Bounds {
  /** A statement on a note, a comment, a paragraph of a case. */
  public static final int TEXT_MAX = 2_000;

  /** A name or a title. */
  public static final int NAME_MAX = 160;

  /** Where evidence comes from: a reference or a link. */
  public static final int SOURCE_MAX = 500;

  /** Entries of a list such as the needs of a persona. */
  public static final int ITEMS_MAX = 40;

  /** One entry of such a list. */
  public static final int ITEM_MAX = 500;

  /** The ends of the feeling scale: -2 very bad, 2 very good. */
  public static final double FEELING_MAX = 2;

  /** The top of the effort scale, from 0 none. */
  public static final double EFFORT_MAX = 5;

  /** The top of a share in per cent. */
  public static final double PERCENT_MAX = 100;

  /** Largest count or sum of money that a score may hold. */
  public static final double COUNT_MAX = 1e12;

  private Bounds() {}
}
