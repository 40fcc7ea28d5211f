package cairn.blueprint.draft;

import static cairn.blueprint.draft.DraftYaml.ordered;
import static cairn.blueprint.draft.Words.DESCRIPTION_MAX;
import static cairn.blueprint.draft.Words.cut;
import static cairn.blueprint.draft.Words.named;
import static cairn.blueprint.draft.Words.span;

import cairn.map.EndingKind;
import cairn.map.Field;
import cairn.map.live.JourneyProposal;
import cairn.map.live.JourneyProposal.StepProposal;
import cairn.map.live.JourneyProposal.Transition;
import cairn.map.live.JourneyProposal.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the steps of one proposal, and with them the questions and words that they name. */
final class StepForms {
  private final JourneyProposal proposal;
  private final DraftChannels channels;
  private final Said said;
  final Map<String, Object> questions = new LinkedHashMap<>();
  final Map<String, Object> treatments = new LinkedHashMap<>();

  StepForms(JourneyProposal proposal, DraftChannels channels, Said said) {
    this.proposal = proposal;
    this.channels = channels;
    this.said = said;
  }

  Map<String, Object> steps() {
    var steps = new LinkedHashMap<String, Object>();
    proposal.steps().forEach(step -> steps.put(step.id(), step(step)));
    return steps;
  }

  private Map<String, Object> step(StepProposal step) {
    var form = ordered("stage", step.stage(), "name", named(step.name(), step.id()));
    if (!step.description().isEmpty()) {
      form.put("description", cut(step.description(), DESCRIPTION_MAX));
    }
    if (step.asksHowItFelt()) {
      form.put("felt", felt(step));
    }
    switch (step.kind()) {
      case OPEN, WAIT_FOR, SPLIT -> waitFor(step, form);
      case TALK -> talk(step, form);
      case DECIDE -> {
        form.put(
            "decide", ordered("channel", channels.inbound(step.channel()), "placement", step.id()));
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
                span(step.stay().orElse(JourneyProposal.PATIENCE))));
        form.put("outcomes", ordered("done", onward(step)));
        form.put("otherwise", onward(step));
      }
      case ENDING -> form.put("end", Field.wireName(ending(step)));
    }
    return form;
  }

  /** Asked where people come by themselves, whatever the channel of the step: nobody is called. */
  private Map<String, Object> felt(StepProposal step) {
    String id = Words.id(proposal.id(), step.id() + "-felt");
    questions.put(id, ordered("text", said.howItFelt(step.name()), "kind", "feeling"));
    return ordered("question", id, "channel", channels.id(""));
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
    String id = Words.id(proposal.id(), step.id());
    String channel = channels.id(step.channel());
    var words = ordered("channel", channel);
    words.put(channels.isMail(channel) ? "subject" : "title", named(step.name(), step.id()));
    words.put(
        "body", step.description().isEmpty() ? named(step.name(), step.id()) : step.description());
    treatments.put(id, words);
    form.put("talk", ordered("treatment", id, "kind", "promotional"));
    form.put("then", onward(step));
  }

  private void ask(StepProposal step, Map<String, Object> form) {
    String id = Words.id(proposal.id(), step.id());
    var no =
        ways(step).stream()
            .filter(way -> way.trigger() == Trigger.ANSWER)
            .map(Transition::to)
            .findFirst()
            .or(this::declined);
    questions.put(
        id,
        ordered(
            "text",
            named(step.name(), step.id()),
            "kind",
            "choice",
            "choices",
            List.of(said.yes(), said.notNow(), said.no())));
    form.put("ask", ordered("question", id, "channel", channels.inbound(step.channel())));
    var answers = ordered(said.yes(), onward(step));
    no.ifPresent(to -> answers.put(said.no(), to));
    form.put("answers", answers);
    form.put("otherwise", onward(step));
    form.put(
        "timeout",
        ordered("after", span(step.stay().orElse(JourneyProposal.PATIENCE)), "then", onward(step)));
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
}
