package cairn.blueprint.draft;

import static cairn.blueprint.draft.DraftYaml.ordered;
import static cairn.blueprint.draft.DraftYaml.under;
import static cairn.blueprint.draft.Words.cut;
import static cairn.blueprint.draft.Words.named;

import cairn.blueprint.file.Bundle;
import cairn.map.StepRole;
import cairn.map.live.JourneyProposal;
import cairn.map.live.JourneyProposal.StageProposal;
import cairn.map.live.JourneyProposal.StepProposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a journey proposal as files of a blueprint, alone or into those that run. A proposal that
 * can run gives files that compile; the words of messages and questions are the map's own.
 */
public final class Draft {
  /*
   * Every event that shows a step is also a move, for real journeys skip steps and go back; moves
   * and waits name the same event, and a wait wins where the person stands. A no leads to the first
   * declined ending from every question. What other journeys use is never changed: channels,
   * attributes and events are only added where they are not declared, and a file is written again
   * only where something was added to it. Where a step decides by itself and the map names no way to
   * a colleague, one is added: nobody is left alone with what was decided.
   */

  /** The step, and its queue, where somebody helps on a journey whose map names nobody. */
  static final String HELP = "somebody-who-helps";

  /** The event that leads there. */
  static final String HELP_ASKED = "Somebody asked for";

  private final JourneyProposal proposal;
  private final Said said;
  private final Map<String, String> files;
  private final DraftChannels channels;

  private Draft(Bundle running, JourneyProposal proposal, Said said) {
    this.proposal = proposal;
    this.said = said;
    this.files = new TreeMap<>(running.files());
    this.channels = new DraftChannels(under(form("channels"), "channels"));
  }

  /**
   * The files of a proposal alone, in English.
   *
   * @throws IllegalArgumentException when it cannot run: answer its blocking questions first
   */
  public static Bundle of(JourneyProposal proposal) {
    return into(Bundle.of(Map.of()), proposal, Said.IN_ENGLISH);
  }

  /**
   * The files that run with a proposal's journey in the place of the one of its id, or besides.
   *
   * @throws IllegalArgumentException when it cannot run: answer its blocking questions first
   */
  public static Bundle into(Bundle running, JourneyProposal proposal, Said said) {
    if (!proposal.canRun()) {
      throw new IllegalArgumentException("blocking questions are open");
    }
    return new Draft(without(running, proposal.id()), proposal, said).bundle();
  }

  /** The files without a journey and what a draft of it had added for it alone. */
  public static Bundle without(Bundle running, String journey) {
    var files = new TreeMap<>(running.files());
    for (String folder : List.of("questions", "treatments")) {
      files.remove(own(folder, journey));
    }
    files
        .entrySet()
        .removeIf(file ->
            file.getKey().startsWith("journeys/")
                && journey.equals(DraftYaml.read(file.getValue()).get("id")));
    return Bundle.of(files);
  }

  /** The names of the events that files declare. */
  public static Set<String> events(Bundle running) {
    var names = new TreeSet<String>();
    running
        .files()
        .forEach((path, text) -> {
          if (path.startsWith("events.") || path.startsWith("events/")) {
            names.addAll(under(DraftYaml.read(text), "events").keySet());
          }
        });
    return names;
  }

  private static String own(String folder, String journey) {
    return folder + "/map-" + journey + ".yaml";
  }

  private Bundle bundle() {
    boolean alone = files.isEmpty();
    var known = events(Bundle.of(files));
    var forms = new StepForms(proposal, channels, said);
    var steps = forms.steps();
    var journey = ordered("id", proposal.id(), "name", cut(proposal.name(), Words.NAME_MAX));
    var purpose = proposal.purpose().isEmpty() ? proposal.name() : proposal.purpose();
    journey.put("purpose", cut(purpose, Words.PURPOSE_MAX));
    journey.put("stages", stages());
    journey.put("begins", begins());
    var moves = moves();
    var decides = decidesAlone();
    if (decides != null) {
      var back = ((Map<?, ?>) Objects.requireNonNull(steps.get(decides.id()))).get("then");
      var help = steps.containsKey(HELP) ? HELP + "-too" : HELP;
      steps.put(help, help(decides, Objects.requireNonNull(back)));
      moves.add(ordered("on", HELP_ASKED, "to", help));
    }
    if (!moves.isEmpty()) {
      journey.put("moves", moves);
    }
    journey.put("steps", steps);
    files.put("journeys/" + proposal.id() + ".yaml", DraftYaml.write(journey));
    var name = cut(proposal.name(), Words.NAME_MAX);
    files.putIfAbsent(
        "blueprint.yaml", DraftYaml.write(ordered("id", proposal.id(), "name", name)));
    unite("profile", "attributes", alone || !channels.added().isEmpty() ? profile() : Map.of());
    unite("channels", "channels", channels.added());
    // Where nothing is declared any name will do, and declaring one would forbid the others.
    if (alone || !known.isEmpty()) {
      events(known);
    }
    put("questions", forms.questions);
    put("treatments", forms.treatments);
    return Bundle.of(files);
  }

  private void put(String folder, Map<String, Object> content) {
    if (!content.isEmpty()) {
      files.put(own(folder, proposal.id()), DraftYaml.write(Map.of(folder, content)));
    }
  }

  private void events(Set<String> known) {
    var added = new TreeMap<String, Object>();
    for (StepProposal step : proposal.steps()) {
      if (!step.event().isEmpty() && !known.contains(step.event())) {
        added.put(
            step.event(),
            Map.of(
                "description",
                cut("Shows that a person has come to " + step.name(), Words.NAME_MAX)));
      }
    }
    if (decidesAlone() != null && !known.contains(HELP_ASKED)) {
      added.put(HELP_ASKED, Map.of("description", "Shows that a person asked for somebody"));
    }
    if (!added.isEmpty()) {
      // Events stay declared when the journey goes: others may have come to use them.
      String path = own("events", proposal.id());
      var before = under(DraftYaml.read(files.getOrDefault(path, "{}")), "events");
      added.putAll(before);
      files.put(path, DraftYaml.write(Map.of("events", added)));
    }
  }

  private Map<String, Object> form(String name) {
    return DraftYaml.read(files.getOrDefault(path(name), "{}"));
  }

  private String path(String name) {
    for (String ending : List.of(".yaml", ".yml", ".json")) {
      if (files.containsKey(name + ending)) {
        return name + ending;
      }
    }
    return name + ".yaml";
  }

  /** Adds what is not declared yet; a file to which nothing is added stays as it was written. */
  private void unite(String name, String key, Map<String, Object> added) {
    var form = form(name);
    var declared = new LinkedHashMap<>(under(form, key));
    if (declared.keySet().containsAll(added.keySet())) {
      return;
    }
    added.forEach(declared::putIfAbsent);
    form.put(key, declared);
    files.put(path(name), DraftYaml.write(form));
  }

  private Map<String, Object> stages() {
    var stages = new LinkedHashMap<String, Object>();
    for (StageProposal stage : proposal.stages()) {
      var about = ordered("name", named(stage.name(), stage.id()));
      if (!stage.description().isEmpty()) {
        about.put("description", cut(stage.description(), Words.DESCRIPTION_MAX));
      }
      stages.put(stage.id(), about);
    }
    return stages;
  }

  private List<Object> begins() {
    var begins = new ArrayList<Object>();
    for (var beginning : proposal.beginnings()) {
      begins.add(
          beginning.event().isEmpty()
              ? ordered("asked", true, "at", beginning.step())
              : ordered("on", beginning.event(), "at", beginning.step()));
    }
    return begins;
  }

  private List<Object> moves() {
    var moves = new ArrayList<Object>();
    // The event that begins it all does not bring anybody back to the beginning.
    var first = proposal.beginnings().stream().map(begin -> begin.step()).findFirst().orElse("");
    for (StepProposal step : proposal.steps()) {
      if (!step.event().isEmpty() && !step.id().equals(first)) {
        moves.add(ordered("on", step.event(), "to", step.id()));
      }
    }
    return moves;
  }

  /** A step that decides by itself, where no event brings anybody to a colleague; or null. */
  private @Nullable StepProposal decidesAlone() {
    StepProposal decides = null;
    for (StepProposal step : proposal.steps()) {
      if (step.kind() == StepRole.HAND_OVER && !step.event().isEmpty()) {
        return null;
      }
      decides = decides == null && step.kind() == StepRole.DECIDE ? step : decides;
    }
    return decides;
  }

  private Map<String, Object> help(StepProposal decides, Object back) {
    return ordered(
        "stage",
        decides.stage(),
        "name",
        said.helper(),
        "handOver",
        ordered("team", "Team", "queue", HELP, "within", "1d"),
        "outcomes",
        ordered("done", back),
        "otherwise",
        back);
  }

  private static Map<String, Object> profile() {
    return ordered(
        "firstName",
        ordered("type", "text", "description", "What the person is called"),
        "email",
        ordered("type", "text", "description", "Where mail reaches them"));
  }
}
