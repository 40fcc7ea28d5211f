package cairn.sim.crowd;

import cairn.blueprint.Question;
import org.jspecify.annotations.Nullable;

/**
 * Something put to a traveller.
 *
 * @param token what proves it when they respond
 * @param question the question it asks, or null where it asks none
 */
public record Shown(String token, String action, @Nullable Question question) {}
