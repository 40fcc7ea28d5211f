package cairn.server.decide;

import cairn.engine.Host;
import cairn.log.Entry;
import cairn.log.Fact;
import org.jspecify.annotations.Nullable;

/** Which going of a journey put something to a person, by a step of its own that decides. */
final class PlacedBy {
  private PlacedBy() {}

  /**
   * The going whose step chose what a token is of, or null: a page asked for it, or it lies in a
   * record that was joined to another since and was dealt with before.
   */
  static @Nullable String journey(Host host, Tokens.Shown shown) {
    var id = shown.decision();
    var waiting = host.read(id.person()).pending(shown.place());
    if (waiting.isPresent()) {
      return waiting.get().instance();
    }
    var entries = host.history(id.person(), id.entry() + 1, 1);
    return entries.isEmpty() ? null : journey(entries.getFirst(), shown.place());
  }

  /** The going for which an entry queued an effect, or null. */
  static @Nullable String journey(Entry entry, String effect) {
    for (var fact : entry.facts()) {
      if (fact instanceof Fact.EffectQueued queued && queued.effect().id().equals(effect)) {
        return queued.effect().instance();
      }
    }
    return null;
  }
}
