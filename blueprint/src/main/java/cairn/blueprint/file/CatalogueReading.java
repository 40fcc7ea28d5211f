package cairn.blueprint.file;

import cairn.blueprint.rule.Nearest;
import cairn.decision.Action;
import cairn.decision.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a catalogue have in common: the actions that rules may cover, the rules of a
 * decision request, and the names that were used already.
 */
final class CatalogueReading {
  /** What a catalogue's rules can see: the person, the moment and the request. */
  static final cairn.blueprint.rule.Scope REQUEST =
      new cairn.blueprint.rule.Scope(null, true, false, null, true);

  private final Known known;
  private final Rules rules;
  private final ZoneId zone;
  private final Map<String, String> groupIssues = new HashMap<>();
  private final Set<String> actions = new HashSet<>();
  private final Set<String> ruleIds = new HashSet<>(cairn.decision.Catalogue.fixedRules());

  CatalogueReading(Known known, Rules rules, ZoneId zone) {
    this.known = known;
    this.rules = rules;
    this.zone = zone;
  }

  Known known() {
    return known;
  }

  Rules rules() {
    return rules;
  }

  /** Notes the group of an issue; false where another issue has it. */
  boolean group(String group, String issue) {
    return groupIssues.computeIfAbsent(group, any -> issue).equals(issue);
  }

  void covers(Collection<Action> all) {
    all.forEach(action -> actions.add(action.id()));
  }

  /** Adds a problem where another rule has this name. */
  void name(FileReading file, Place place, String rule) {
    if (!ruleIds.add(rule)) {
      file.problem(place, "Another rule is called " + rule + ".", "Rename one.");
    }
  }

  /** What the rule in these fields covers: one of issue, group and action, or everything. */
  Scope scope(FileReading file, Tree.Mapping fields) {
    var issue = FileReading.scalar(fields, "issue");
    var group = FileReading.scalar(fields, "group");
    var action = FileReading.scalar(fields, "action");
    var named = java.util.stream.Stream.of(issue, group, action).filter(java.util.Objects::nonNull);
    if (named.count() > 1) {
      file.problem(
          fields.place(),
          "This covers several things at once.",
          "Keep one of issue, group and action; a group says its issue by itself.");
    }
    if (action != null) {
      Known.check(file, action, "action", actions);
      return new Scope(Scope.Level.ACTION, action.text());
    }
    if (group != null) {
      Known.check(file, group, "group", groupIssues.keySet());
      return new Scope(Scope.Level.GROUP, group.text());
    }
    if (issue != null) {
      Known.check(file, issue, "issue", new HashSet<>(groupIssues.values()));
      return new Scope(Scope.Level.ISSUE, issue.text());
    }
    return Scope.ALL;
  }

  /** A date, at its midnight in the blueprint's zone, or a moment; null where there is none. */
  @Nullable Instant moment(FileReading file, Tree.Mapping fields, String name) {
    var scalar = FileReading.scalar(fields, name);
    if (scalar == null) {
      return null;
    }
    try {
      return scalar.text().contains("T")
          ? Instant.parse(scalar.text())
          : LocalDate.parse(scalar.text()).atStartOfDay(zone).toInstant();
    } catch (DateTimeException noDate) {
      file.problem(
          scalar.place(), "There is no date " + scalar.text() + ".", "Write it as 2026-12-31.");
      return null;
    }
  }

  static double decimal(Tree.Mapping mapping, String name, double otherwise) {
    var text = FileReading.text(mapping, name);
    try {
      return text == null ? otherwise : Double.parseDouble(text);
    } catch (NumberFormatException notNumber) {
      return otherwise;
    }
  }

  /** The constant whose camel-case word this is; the first of all for a word told by its shape. */
  static <E extends Enum<E>> E constant(List<E> all, String word) {
    for (var one : all) {
      if (word(one).equals(word)) {
        return one;
      }
    }
    var words = all.stream().map(CatalogueReading::word).toList();
    var near = Nearest.of(word, words);
    return near.map(words::indexOf).map(all::get).orElse(all.getFirst());
  }

  /** A constant as files and the interface write it: {@code notNow}. */
  private static String word(Enum<?> constant) {
    var word = new StringBuilder();
    boolean raise = false;
    for (char c : constant.name().toCharArray()) {
      if (c == '_') {
        raise = true;
      } else {
        word.append(raise ? c : Character.toLowerCase(c));
        raise = false;
      }
    }
    return word.toString();
  }
}
