package cairn.decision;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limit on how often the organisation comes with something. Windows roll and have any length; a
 * contact exactly one window ago no longer counts.
 */
public sealed interface ContactPolicy {
  String id();

  Scope scope();

  /** The channel it counts and holds in, or null for all together. */
  @Nullable String channel();

  /** Why not, as a person could hear it. */
  String sentence();

  /** The team that answers for the rule. */
  String owner();

  /** At most so many contacts in a window. */
  record Cap(
      String id,
      Scope scope,
      @Nullable String channel,
      int contactsMax,
      Duration window,
      String sentence,
      String owner)
      implements ContactPolicy {}

  /** After so many responses of a kind in a window, a pause. */
  record Suppression(
      String id,
      Scope scope,
      @Nullable String channel,
      Response.Kind response,
      int times,
      Duration window,
      Duration pause,
      String sentence,
      String owner)
      implements ContactPolicy {}
}
