package cairn.blueprint.draft;

import cairn.blueprint.file.Bundle;
import cairn.map.EndingKind;
import cairn.map.Field;
import cairn.map.live.JourneyProposal;
import cairn.map.live.JourneyProposal.StageProposal;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.JourneyProposal.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes a journey proposal as the files of a blueprint. A proposal that can run gives files that
 * compile; the words of messages and questions are the map's own, to be written properly before
 * anybody receives them.
 */
public final class Draft {
  /*
   * Every event that shows a step is also a move, for real journeys skip steps and go back; moves
   * and waits name the same event, and a wait wins where the person stands. A no leads to the first
   * declined ending from every question. Where the map names no time, a question or a colleague has
   * PATIENCE and then the journey goes on.
   */

  /** How long an answer or a colleague is waited for where the map does not say. */
  public static final Duration PATIENCE = Duration.ofDays(14);

  private static final String YES = "Yes";
  private static final String NOT_NOW = "Not now";
  private static final String NO = "No thanks";
  private static final int NAME_MAX = 200;
  private static final int DESCRIPTION_MAX = 2_000;
  private static final int PURPOSE_MAX = 500;

  private static final DumpSettings YAML =
      DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();

  /** A channel of the files: how it works, and what else it needs. */
  private enum Means {
    EMAIL,
    INBOUND,
    ASSISTED
  }

  private final JourneyProposal proposal;
  private final Map<String, Map<String, Object>> channels = new TreeMap<>();
  private final Map<String, Object> events = new TreeMap<>();
  private final Map<String, Object> questions = new LinkedHashMap<>();
  private final Map<String, Object> treatments = new LinkedHashMap<>();

  private Draft(JourneyProposal proposal) {
    this.proposal = proposal;
  }

  /**
   * The files of a proposal.
   *
   * @throws IllegalArgumentException when it cannot run: answer its blocking questions first
   */
  public static Bundle of(JourneyProposal proposal) {
    if (!proposal.canRun()) {
      throw new IllegalArgumentException("blocking questions are open");
    }
    return new Draft(proposal).bundle();
  }

  private Bundle bundle() {
    var steps = new LinkedHashMap<String, Object>();
    for (StepProposal step : proposal.steps()) {
      steps.put(step.id(), step(step));
      if (!step.event().isEmpty()) {
        events.put(
            step.event(),
            Map.of("description", cut("Shows that a person has come to " + step.name(), NAME_MAX)));
      }
    }
    var journey = new LinkedHashMap<String, Object>();
    journey.put("id", proposal.id());
    journey.put("name", cut(proposal.name(), NAME_MAX));
    if (!proposal.purpose().isEmpty()) {
      journey.put("purpose", cut(proposal.purpose(), PURPOSE_MAX));
    }
    journey.put("stages", stages());
    journey.put("begins", begins());
    var moves = moves();
    if (!moves.isEmpty()) {
      journey.put("moves", moves);
    }
    journey.put("steps", steps);
    var files = new TreeMap<String, String>();
    files.put(
        "blueprint.yaml",
        yaml(ordered("id", proposal.id(), "name", cut(proposal.name(), NAME_MAX))));
    files.put("profile.yaml", yaml(Map.of("attributes", profile())));
    files.put("channels.yaml", yaml(Map.of("channels", channels)));
    files.put("events.yaml", yaml(Map.of("events", events)));
    if (!questions.isEmpty()) {
      files.put("questions.yaml", yaml(Map.of("questions", questions)));
    }
    if (!treatments.isEmpty()) {
      files.put("treatments/words.yaml", yaml(Map.of("treatments", treatments)));
    }
    files.put("journeys/" + proposal.id() + ".yaml", yaml(journey));
    return Bundle.of(files);
  }

  private Map<String, Object> stages() {
    var stages = new LinkedHashMap<String, Object>();
    for (StageProposal stage : proposal.stages()) {
      var about = ordered("name", named(stage.name(), stage.id()));
      if (!stage.description().isEmpty()) {
        about.put("description", cut(stage.description(), DESCRIPTION_MAX));
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
    for (StepProposal step : proposal.steps()) {
      boolean begins =
          proposal.beginnings().stream().anyMatch(each -> each.step().equals(step.id()));
      if (!step.event().isEmpty() && !begins) {
        moves.add(ordered("on", step.event(), "to", step.id()));
      }
    }
    return moves;
  }

  private Map<String, Object> step(StepProposal step) {
    var form = ordered("stage", step.stage(), "name", named(step.name(), step.id()));
    if (!step.description().isEmpty()) {
      form.put("description", cut(step.description(), DESCRIPTION_MAX));
    }
    switch (step.kind()) {
      case OPEN, WAIT_FOR, SPLIT -> waitFor(step, form);
      case TALK -> talk(step, form);
      case DECIDE -> {
        form.put("decide", ordered("channel", inbound(step), "placement", step.id()));
        form.put("then", onward(step));
        form.put("otherwise", onward(step));
      }
      case ASK -> ask(step, form);
      case HAND_OVER -> {
        form.put(
            "handOver",
            ordered(
                "team",
                step.team().isEmpty() ? "Team" : step.team(),
                "queue",
                step.id(),
                "within",
                span(step.stay().orElse(PATIENCE))));
        form.put("outcomes", ordered("done", onward(step)));
        form.put("otherwise", onward(step));
      }
      case ENDING -> form.put("end", Field.wireName(ending(step)));
    }
    return form;
  }

  private static EndingKind ending(StepProposal step) {
    return step.ending() == EndingKind.NONE ? EndingKind.LEFT : step.ending();
  }

  private void waitFor(StepProposal step, Map<String, Object> form) {
    var awaited = new ArrayList<Object>();
    for (Transition way : ways(step)) {
      if (way.trigger() == Trigger.EVENT && !way.on().isEmpty()) {
        awaited.add(ordered("on", way.on(), "then", way.to()));
      }
    }
    form.put("waitFor", awaited);
    var after = ways(step).stream().filter(way -> way.trigger() == Trigger.TIME).findFirst();
    after.ifPresent(way ->
        form.put("timeout", ordered("after", span(Duration.parse(way.on())), "then", way.to())));
  }

  private void talk(StepProposal step, Map<String, Object> form) {
    String channel = channel(step.channel());
    var words = ordered("channel", channel);
    words.put("email".equals(kindOf(channel)) ? "subject" : "title", named(step.name(), step.id()));
    words.put(
        "body", step.description().isEmpty() ? named(step.name(), step.id()) : step.description());
    treatments.put(step.id(), words);
    form.put("talk", ordered("treatment", step.id(), "kind", "promotional"));
    form.put("then", onward(step));
  }

  private void ask(StepProposal step, Map<String, Object> form) {
    var no =
        ways(step).stream()
            .filter(way -> way.trigger() == Trigger.ANSWER)
            .map(Transition::to)
            .findFirst()
            .or(this::declined);
    questions.put(
        step.id(),
        ordered(
            "text",
            named(step.name(), step.id()),
            "kind",
            "choice",
            "choices",
            List.of(YES, NOT_NOW, NO)));
    form.put("ask", ordered("question", step.id(), "channel", inbound(step)));
    var answers = ordered(YES, onward(step));
    no.ifPresent(to -> answers.put(NO, to));
    form.put("answers", answers);
    form.put("otherwise", onward(step));
    form.put("timeout", ordered("after", span(step.stay().orElse(PATIENCE)), "then", onward(step)));
  }

  private Optional<String> declined() {
    return proposal.steps().stream()
        .filter(step -> step.ending() == EndingKind.DECLINED)
        .map(StepProposal::id)
        .findFirst();
  }

  /** Where a step leads when it is done. */
  private String onward(StepProposal step) {
    return ways(step).stream()
        .filter(way -> way.trigger() == Trigger.NEXT)
        .findFirst()
        .or(() -> ways(step).stream().findFirst())
        .map(Transition::to)
        .orElseThrow();
  }

  private List<Transition> ways(StepProposal step) {
    return proposal.transitions().stream().filter(way -> way.from().equals(step.id())).toList();
  }

  private Map<String, Object> profile() {
    var attributes = new LinkedHashMap<String, Object>();
    attributes.put(
        "firstName", ordered("type", "text", "description", "What the person is called"));
    attributes.put("email", ordered("type", "text", "description", "Where mail reaches them"));
    return attributes;
  }

  /** Decisions and questions wait for the person to come, so they need a channel that shows. */
  private String inbound(StepProposal step) {
    String channel = channel(step.channel());
    return "email".equals(kindOf(channel)) ? channel("app") : channel;
  }

  private String kindOf(String channel) {
    var form = channels.get(channel);
    return form == null ? "" : String.valueOf(form.get("kind"));
  }

  private String channel(String name) {
    String shown = name.isEmpty() ? "app" : name.toLowerCase(Locale.ROOT);
    String id = shown.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    id = id.isEmpty() ? "app" : id;
    var form = ordered("name", cut(shown, NAME_MAX));
    switch (means(id)) {
      case EMAIL -> {
        form.put("kind", "email");
        form.put("address", "email");
      }
      case INBOUND -> form.put("kind", "inbound");
      case ASSISTED -> form.put("kind", "assisted");
    }
    channels.putIfAbsent(id, form);
    return id;
  }

  private static Means means(String id) {
    if (id.equals("e-mail") || id.equals("email") || id.equals("mail")) {
      return Means.EMAIL;
    }
    boolean shown = id.contains("app") || id.contains("web") || id.contains("portal");
    return shown ? Means.INBOUND : Means.ASSISTED;
  }

  /** A duration as files write it, such as 1d12h; at least a second. */
  static String span(Duration duration) {
    var text = new StringBuilder();
    if (duration.toDays() > 0) {
      text.append(duration.toDays()).append('d');
    }
    if (duration.toHoursPart() > 0) {
      text.append(duration.toHoursPart()).append('h');
    }
    if (duration.toMinutesPart() > 0) {
      text.append(duration.toMinutesPart()).append('m');
    }
    if (duration.toSecondsPart() > 0 || text.isEmpty()) {
      text.append(Math.max(1, duration.toSecondsPart())).append('s');
    }
    return text.toString();
  }

  private static String named(String name, String otherwise) {
    return name.isEmpty() ? otherwise : cut(name, NAME_MAX);
  }

  private static String cut(String text, int lengthMax) {
    return text.length() <= lengthMax ? text : text.substring(0, lengthMax - 3) + "...";
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      map.put((String) namesAndValues[at], namesAndValues[at + 1]);
    }
    return map;
  }

  private static String yaml(Object form) {
    return new Dump(YAML).dumpToString(form);
  }
}
