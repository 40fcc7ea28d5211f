package cairn.server.live;

import cairn.engine.FeedItem;
import cairn.engine.Host;
import cairn.log.Fact;
import cairn.person.Identifier;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.person.Standing;
import cairn.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds people by the beginning of words in their names, identifiers and other texts known of them.
 * Exact identifiers are found at once, in the host itself; words follow within a second. Each row
 * is made from the person's present state, so making it twice does no harm.
 */
public final class SearchIndex {
  /** The most words of a query that count. */
  static final int WORDS_MAX = 8;

  /** The longest text indexed of one person, in characters. */
  static final int TEXT_CHARS_MAX = 4_000;

  private final Host host;
  private final ProjectionFile file;
  private final Set<PersonKey> dirty = new LinkedHashSet<>();

  SearchIndex(Host host, ProjectionFile file) {
    this.host = host;
    this.file = file;
  }

  /** Notes whose words may have changed. Belongs to the tailer's thread. */
  void take(FeedItem item) {
    for (var fact : item.entry().facts()) {
      if (fact instanceof Fact.IdentifierAdded
          || fact instanceof Fact.AttributesSet
          || fact instanceof Fact.RecordSealed
          || fact instanceof Fact.RecordAbsorbed
          || fact instanceof Fact.Baseline
          || fact instanceof Fact.Erased) {
        dirty.add(item.person());
        return;
      }
    }
  }

  int waiting() {
    return dirty.size();
  }

  /** The rows to be written. Belongs to the tailer's thread. */
  List<ProjectionFile.Words> words() {
    var words = new ArrayList<ProjectionFile.Words>(dirty.size());
    for (var person : dirty) {
      var state = host.read(person);
      boolean here = state.key().equals(person) && state.standing() == Standing.OPEN;
      words.add(new ProjectionFile.Words(person, here ? text(state) : ""));
    }
    return words;
  }

  /** Those rows are written. */
  void written() {
    dirty.clear();
  }

  private static String text(PersonState state) {
    var text = new StringBuilder();
    for (var identifier : state.identifiers()) {
      text.append(identifier.value()).append(' ');
    }
    var attributes = state.attributes();
    for (int slot = 0; slot < attributes.slots(); slot++) {
      if (attributes.get(slot) instanceof Value.Text(var value)) {
        text.append(value).append(' ');
      }
    }
    return text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX)).strip();
  }

  /** People who match every word of a query, exact identifiers first. */
  public List<PersonKey> find(String query, int max) {
    var found = new LinkedHashSet<PersonKey>();
    var whole = query.strip();
    if (!whole.isEmpty() && whole.length() <= Identifier.CHARS_MAX) {
      for (var identifier : List.of(Identifier.user(whole), Identifier.anonymous(whole))) {
        var state = host.read(host.key(identifier));
        if (!state.isUnknown() && state.standing() == Standing.OPEN) {
          found.add(state.key());
        }
      }
    }
    var expression = expression(whole);
    if (!expression.isEmpty()) {
      found.addAll(file.search(expression, max));
    }
    return found.stream().limit(max).toList();
  }

  /** Every word as the beginning of one; quotes keep the query language out. */
  static String expression(String query) {
    var expression = new StringBuilder();
    int words = 0;
    for (var word : query.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (!word.isEmpty() && words < WORDS_MAX) {
        expression.append(words == 0 ? "" : " ").append('"').append(word).append("\"*");
        words++;
      }
    }
    return expression.toString();
  }
}
