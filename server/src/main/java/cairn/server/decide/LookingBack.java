package cairn.server.decide;

import cairn.engine.Host;
import cairn.log.Entry;
import cairn.person.PersonKey;
import java.util.function.Predicate;

/** Goes back in a person's log in growing pages: what is looked for is mostly among the newest. */
final class LookingBack {
  private static final int FIRST_PAGE = 16;
  private static final int GROWTH = 4;

  private LookingBack() {}

  /**
   * Hands over entries, newest first, until one is the last that was looked for.
   *
   * @param max entries handed over at most
   */
  static void until(Host host, PersonKey person, int max, Predicate<Entry> isLast) {
    long before = Long.MAX_VALUE;
    int page = FIRST_PAGE;
    for (int left = max; left > 0; ) {
      var entries = host.history(person, before, Math.min(page, left));
      for (var entry : entries) {
        if (isLast.test(entry)) {
          return;
        }
      }
      if (entries.isEmpty()) {
        return;
      }
      left -= entries.size();
      before = entries.getLast().number();
      page *= GROWTH;
    }
  }
}
