package cairn.server.decide;

import cairn.engine.Host;
import cairn.engine.OutboxItem;
import cairn.log.Entry;
import cairn.log.Fact;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gives what a decision chose and what leaves by itself the token it is answered by, so that a link
 * in a letter or another system can tell what came of it. Safe for many threads.
 */
public final class LetterTokens {
  /** Entries looked through for the decision; what waited longer leaves without a token. */
  private static final int LOOKED_AT_MAX = 500;

  private final Host host;
  private final Tokens tokens;

  private LetterTokens(Host host, Tokens tokens) {
    this.host = host;
    this.tokens = tokens;
  }

  /** Opens the key in the folder of decisions, or makes one. */
  public static LetterTokens open(Host host, Path folder) {
    return new LetterTokens(host, Tokens.open(Deciding.tokenKey(folder)));
  }

  /** The token of what leaves, or null where no decision chose it. */
  public @Nullable String of(OutboxItem item) {
    var place = item.effect().id();
    int slash = place.lastIndexOf('/');
    var action = item.effect().action();
    if (action == null || slash < 1) {
      return null;
    }
    var name = place.substring(0, slash);
    var made = new AtomicReference<@Nullable DecisionId>();
    LookingBack.until(
        host,
        item.person(),
        LOOKED_AT_MAX,
        entry -> {
          if (!makes(entry, name)) {
            return false;
          }
          made.set(new DecisionId(item.person(), entry.number(), name));
          return true;
        });
    var id = made.get();
    if (id == null) {
      return null;
    }
    int slot = Integer.parseInt(place.substring(slash + 1));
    return tokens.sign(new Tokens.Shown(id, slot, action, item.effect().channel()));
  }

  private static boolean makes(Entry entry, String decision) {
    return entry.facts().stream()
        .anyMatch(fact ->
            fact instanceof Fact.DecisionMade made && made.decision().id().equals(decision));
  }
}
