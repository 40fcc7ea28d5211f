package cairn.blueprint.observed;

import cairn.blueprint.file.Bundle;
import cairn.blueprint.rule.Span;
import cairn.engine.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the blueprint of an observed journey.
 *
 * <p>Every touchpoint, the commonest {@link #STEPS_MAX} at most, becomes a step that a person comes
 * to by its event from wherever they stand; the main ways out of it are drawn as what the step
 * waits for. Stages are the thirds of a journey by typical position. Who is quiet for long has
 * left; a no is an ending too, though the log may not know the word for it.
 */
public final class ObservedBlueprint {
  /** The most touchpoints that become steps; a larger picture helps nobody. */
  public static final int STEPS_MAX = 60;

  /** Ways of less than this share are left to the moves. */
  static final double SHARE_MIN = 0.05;

  /** The most ways drawn out of one step. */
  static final int WAYS_MAX = 6;

  /** Quiet for this many mean gaps of the slowest main way counts as having left. */
  private static final int GAPS_UNTIL_LEFT = 4;

  private static final Duration QUIET_MIN = Duration.ofDays(60);
  private static final Duration QUIET_MAX = Duration.ofDays(730);
  private static final List<String> STAGES = List.of("begin", "middle", "end");

  private final ObservedLog log;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<ObservedLog.Activity> kept;

  private ObservedBlueprint(ObservedLog log) {
    this.log = log;
    this.kept =
        log.activities().stream()
            .filter(activity -> activity.label().length() <= Command.TakeEvent.NAME_CHARS_MAX)
            .sorted(
                Comparator.comparingLong(ObservedLog.Activity::events)
                    .reversed()
                    .thenComparing(ObservedLog.Activity::label))
            .limit(STEPS_MAX)
            .sorted(
                Comparator.comparingDouble(ObservedLog.Activity::position)
                    .thenComparing(ObservedLog.Activity::label))
            .toList();
    for (var activity : kept) {
      ids.put(activity.label(), id(activity.label()));
    }
  }

  /** The files; the same log gives the same files. */
  public static Bundle of(ObservedLog log) {
    var observed = new ObservedBlueprint(log);
    var files = new TreeMap<String, String>();
    files.put("blueprint.yaml", observed.blueprint());
    files.put("events.yaml", observed.events());
    files.put("journeys/" + log.id() + ".yaml", observed.journey());
    return new Bundle(files);
  }

  private String blueprint() {
    return """
    id: %s
    name: %s
    description: Drawn from a log of events. What its steps mean to people is still to be said.
    """
        .formatted(log.id(), quoted(log.name()));
  }

  private String events() {
    var text = new StringBuilder("events:\n");
    kept.stream()
        .map(ObservedLog.Activity::label)
        .sorted()
        .forEach(label -> text.append("  ").append(quoted(label)).append(":\n"));
    if (!ids.containsKey("Not for me")) {
      text.append("  Not for me:\n");
    }
    return text.toString();
  }

  private String journey() {
    var text = new StringBuilder();
    text.append(
        """
        id: %s
        name: %s
        purpose: What people try to do here is not known yet. Ask them.
        description: As it really went, from a log of events.

        stages:
          begin: {name: How it begins}
          middle: {name: On the way}
          end: {name: Towards the end}

        begins:
        """
            .formatted(log.id(), quoted(log.name())));
    for (var activity : beginnings()) {
      text.append(
          "  - {on: %s, at: %s}\n".formatted(quoted(activity.label()), ids.get(activity.label())));
    }
    text.append("\nagain: {after: 0s}\n\nmoves:\n");
    for (var activity : kept) {
      text.append(
          "  - {on: %s, to: %s}\n".formatted(quoted(activity.label()), ids.get(activity.label())));
    }
    text.append("\nexits:\n  - {on: Not for me, to: said-no}\n");
    text.append("\nsteps:\n");
    var quiet = Span.write(quiet());
    for (var activity : kept) {
      step(activity, quiet, text);
    }
    text.append(
        """
          said-no: {stage: end, name: Not for me, description: "A clear no, whenever somebody says it.", end: declined}
          left: {stage: end, name: Nothing more was heard, end: left}
        """);
    return text.toString();
  }

  private void step(ObservedLog.Activity activity, String quiet, StringBuilder text) {
    text.append(
        "  %s:\n    stage: %s\n    name: %s\n"
            .formatted(
                ids.get(activity.label()),
                STAGES.get(Math.min(2, (int) (activity.position() * 3))),
                quoted(activity.label())));
    text.append("    waitFor:");
    var ways = waysOut(activity.label());
    text.append(ways.isEmpty() ? " []\n" : "\n");
    for (var way : ways) {
      text.append("      - {on: %s, then: %s}\n".formatted(quoted(way.to()), ids.get(way.to())));
    }
    text.append("    timeout: {after: %s, then: left}\n".formatted(quiet));
  }

  /**
   * Every touchpoint can be the first one heard of somebody; those that mostly are come first, as
   * they tell how journeys begin.
   */
  private List<ObservedLog.Activity> beginnings() {
    return kept.stream()
        .sorted(
            Comparator.comparingLong(ObservedLog.Activity::starts)
                .reversed()
                .thenComparing(ObservedLog.Activity::label))
        .toList();
  }

  private List<ObservedLog.Way> waysOut(String label) {
    return log.ways().stream()
        .filter(way -> way.from().equals(label) && !way.to().equals(label))
        .filter(way -> ids.containsKey(way.to()) && way.share() >= SHARE_MIN)
        .sorted(
            Comparator.comparingLong(ObservedLog.Way::count)
                .reversed()
                .thenComparing(ObservedLog.Way::to))
        .limit(WAYS_MAX)
        .toList();
  }

  /** How long nothing must be heard of somebody before they count as gone, in whole days. */
  private Duration quiet() {
    var slowest =
        kept.stream()
            .flatMap(activity -> waysOut(activity.label()).stream())
            .map(ObservedLog.Way::meanGap)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    long days = slowest.multipliedBy(GAPS_UNTIL_LEFT).toDays() + 1;
    return Duration.ofDays(Math.clamp(days, QUIET_MIN.toDays(), QUIET_MAX.toDays()));
  }

  /** A step's id: the label in small letters and hyphens, numbered where two would be the same. */
  private String id(String label) {
    var plain =
        label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    var base = plain.isEmpty() ? "step" : plain.substring(0, Math.min(plain.length(), 56));
    var taken = new ArrayList<>(ids.values());
    taken.add("said-no");
    taken.add("left");
    var id = base;
    for (int number = 2; taken.contains(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  /** A text in double quotes, which both YAML and JSON read back as it was. */
  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
          } else if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0)) {
            quoted.append("\\u%04x".formatted(c));
          } else {
            quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }
}
