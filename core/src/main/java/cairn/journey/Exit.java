package cairn.journey;

/**
 * An event that ends the journey early, from any step.
 *
 * @param step the ending it leads to
 */
public record Exit(Trigger trigger, String step) {}
