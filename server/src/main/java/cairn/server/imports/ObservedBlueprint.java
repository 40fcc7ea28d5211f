package cairn.server.imports;

import cairn.blueprint.file.Bundle;
import cairn.insight.log.ObservedJourney;
import cairn.server.http.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A blueprint drawn from a log: one step for each of its main touchpoints, the main ways between
 * them, and whatever nearly always came last as an ending. It says what happened, not what should;
 * a designer goes on from it. A no is there, as in every journey.
 */
public final class ObservedBlueprint {
  /** A touchpoint is an ending if at least this share of the journeys that met it ended there. */
  static final double ENDS_SHARE_MIN = 0.9;

  /** The event by which a person says no to an observed journey. */
  public static final String NO = "Not for me";

  /** Ways drawn from one step, at most. */
  private static final int WAYS_MAX = 20;

  private static final List<String> STAGES = List.of("beginning", "middle", "end");

  private final ObservedJourney observed;
  private final String id;
  private final String name;
  private final Map<String, String> steps = new LinkedHashMap<>();
  private final Set<String> endings = new HashSet<>();

  private ObservedBlueprint(ObservedJourney observed, String id, String name) {
    this.observed = observed;
    this.id = id;
    this.name = name;
    var taken = new HashSet<>(Set.of("no"));
    for (var activity : observed.activities()) {
      steps.put(activity.name(), slug(activity.name(), taken));
      boolean last = activity.ends() >= ENDS_SHARE_MIN * activity.cases();
      if (last && steps.size() > 1) {
        endings.add(activity.name());
      }
    }
  }

  /**
   * The files of such a blueprint.
   *
   * @param id the journey's and the blueprint's id: small letters, digits and hyphens
   * @param name what people call it
   */
  public static Bundle of(ObservedJourney observed, String id, String name) {
    var drawn = new ObservedBlueprint(observed, id, name);
    return Bundle.of(
        Map.of(
            "blueprint.json",
            Json.text(Map.of("id", id, "name", name)),
            "journeys/" + id + ".json",
            Json.text(drawn.journey())));
  }

  private Map<String, Object> journey() {
    var journey = new LinkedHashMap<String, Object>();
    journey.put("id", id);
    journey.put("name", name);
    journey.put("purpose", "What people who walk this way want is not in the log: ask them");
    journey.put("description", "Drawn from " + observed.cases() + " journeys in an event log.");
    var stages = new LinkedHashMap<String, Object>();
    STAGES.forEach(stage -> stages.put(stage, Map.of("name", capital(stage))));
    journey.put("stages", stages);
    var begins = new ArrayList<Object>();
    var moves = new ArrayList<Object>();
    var exits = new ArrayList<Object>();
    for (var activity : observed.activities()) {
      var step = steps.getOrDefault(activity.name(), "");
      begins.add(Map.of("on", activity.name(), "at", step));
      if (endings.contains(activity.name())) {
        exits.add(Map.of("on", activity.name(), "to", step));
      } else {
        moves.add(Map.of("on", activity.name(), "to", step));
      }
    }
    exits.add(Map.of("on", NO, "to", "no"));
    journey.put("begins", begins);
    journey.put("again", Map.of("after", "0s"));
    journey.put("moves", moves);
    journey.put("exits", exits);
    journey.put("steps", steps());
    return journey;
  }

  private Map<String, Object> steps() {
    var all = new LinkedHashMap<String, Object>();
    for (var activity : observed.activities()) {
      var step = new LinkedHashMap<String, Object>();
      int stage = (int) Math.min(STAGES.size() - 1, activity.position() * STAGES.size());
      step.put("stage", STAGES.get(stage));
      step.put("name", cut(activity.name()));
      if (endings.contains(activity.name())) {
        step.put("description", "Nearly every journey that came here ended here.");
        step.put("end", "achieved");
      } else {
        step.put("waitFor", ways(activity.name()));
      }
      all.put(steps.getOrDefault(activity.name(), ""), step);
    }
    all.put("no", Map.of("stage", STAGES.getFirst(), "name", "Not for me", "end", "declined"));
    return all;
  }

  private List<Object> ways(String from) {
    var ways = new ArrayList<Object>();
    for (var way : observed.transitions()) {
      var to = steps.get(way.to());
      if (way.from().equals(from) && to != null && !way.to().equals(from)) {
        ways.add(Map.of("on", way.to(), "then", to));
      }
    }
    if (ways.isEmpty()) {
      ways.add(Map.of("on", NO, "then", "no"));
    }
    return ways.subList(0, Math.min(ways.size(), WAYS_MAX));
  }

  /** Small letters, digits and hyphens, each once. */
  public static String slug(String label, Set<String> taken) {
    var plain =
        label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    var slug = plain.isEmpty() ? "step" : plain.substring(0, Math.min(plain.length(), 48));
    var unique = slug;
    for (int i = 2; !taken.add(unique); i++) {
      unique = slug + "-" + i;
    }
    return unique;
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(name.length(), 200));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
