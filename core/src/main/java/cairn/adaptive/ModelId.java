package cairn.adaptive;

import java.util.Optional;

/**
 * The name of one model: an action, or a part of what an action's model stands for, such as the
 * action in one channel ({@code loan > email}), or in one treatment there ({@code loan > email >
 * letter}). A treatment is always named with its channel, also where the channel has no model of
 * its own, so that a name says of what level it is.
 */
public record ModelId(String value) {
  /** The longest name, in characters. */
  public static final int LENGTH_MAX = 400;

  /** Stands between a model's name and the part of it that a finer one stands for. */
  private static final String WITHIN = " > ";

  public ModelId {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("a model's name has 1 to " + LENGTH_MAX + " characters");
    }
  }

  /** The finer model of one part of what this one stands for. */
  public ModelId within(String part) {
    return new ModelId(value + WITHIN + part);
  }

  /** The name of what this one stands for a part of, if it is a finer one. */
  public Optional<ModelId> coarser() {
    int cut = value.lastIndexOf(WITHIN);
    return cut < 1 ? Optional.empty() : Optional.of(new ModelId(value.substring(0, cut)));
  }
}
