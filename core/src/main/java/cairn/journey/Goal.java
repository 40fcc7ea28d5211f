package cairn.journey;

import org.jspecify.annotations.Nullable;

/**
 * What counts as success, measured whether or not the journey ends by it.
 *
 * @param step the ending it leads to, or null where the journey goes on
 */
public record Goal(String id, String name, Trigger trigger, @Nullable String step) {}
