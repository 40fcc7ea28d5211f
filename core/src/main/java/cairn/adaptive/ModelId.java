package cairn.adaptive;

/** The name of one model: an action, or an action in one treatment or channel. */
public record ModelId(String value) {
  /** The longest name, in characters. */
  public static final int LENGTH_MAX = 400;

  public ModelId {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("a model's name has 1 to " + LENGTH_MAX + " characters");
    }
  }
}
