package cairn.engine;

import cairn.blueprint.Blueprint;
import cairn.decision.Action;
import cairn.decision.ActionKind;
import cairn.decision.Asked;
import cairn.decision.DecisionRecord;
import cairn.decision.DecisionRequest;
import cairn.decision.Edition;
import cairn.decision.Pipeline;
import cairn.decision.Response;
import cairn.decision.Slot;
import cairn.decision.VolumeUnits;
import cairn.journey.Trigger;
import cairn.log.Fact;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the pipeline, and notes what people do with its answers. */
public final class Decisions {
  /** Stands for "queue it, and no journey asked". */
  static final String NO_JOURNEY = "";

  private final Turn turn;

  Decisions(Turn turn) {
    this.turn = turn;
  }

  /**
   * Decides, and queues what is chosen if asked to.
   *
   * @param queueFor the journey to queue it for, {@link #NO_JOURNEY} to queue it for none, or null
   *     to answer with it
   * @return whether anything was chosen
   */
  boolean request(DecisionRequest request, @Nullable String queueFor) {
    var decision =
        Pipeline.decide(
            turn.name(), turn.blueprint.catalogue(), request, asked(request), queueFor != null);
    turn.add(new Fact.DecisionMade(decision, queueFor != null));
    for (var slot : decision.slots()) {
      for (var limit : VolumeUnits.of(turn.blueprint.catalogue(), slot.action())) {
        turn.spent.merge(limit, 1, Integer::sum);
      }
    }
    if (queueFor != null) {
      for (int slot = 0; slot < decision.slots().size(); slot++) {
        queue(decision, slot, queueFor.isEmpty() ? null : queueFor);
      }
    }
    return !decision.slots().isEmpty();
  }

  /**
   * A decision is made for the moment it is taken, also where what asked for it came late: only
   * then do all contacts so far count.
   */
  private Asked asked(DecisionRequest request) {
    var asked = asked(turn.world, turn.blueprint, turn.state, request.channel(), turn.stamp);
    if (turn.spent.isEmpty()) {
      return asked;
    }
    var held = asked.balances();
    return asked.with(limit -> held.left(limit) - turn.spent.getOrDefault(limit, 0));
  }

  /**
   * Everything a decision for a person depends on, as a command stamped so would see it.
   *
   * @param blueprint the one that runs
   */
  public static Asked asked(
      World world, Blueprint blueprint, PersonState person, String channelName, Stamp stamp) {
    var scoring = world.scoring(stamp.models());
    var channel = blueprint.channel(channelName);
    var switches = world.switches();
    return new Asked(
        person,
        stamp.now(),
        stamp.seed(),
        blueprint.zone(person),
        blueprint.schema(),
        scoring == null ? null : scoring.snapshot(),
        scoring == null ? 0 : scoring.decisions(),
        world.balances(person.key().shard()),
        switches.actions(),
        switches.stopsChannel(channelName),
        channel == null ? null : channel.consent(),
        null,
        Edition.NOW);
  }

  /** Queues what was chosen for one slot. */
  private void queue(DecisionRecord decision, int place, @Nullable String instance) {
    Slot slot = decision.slots().get(place);
    Action action =
        turn.blueprint.catalogue().action(decision.survivors().get(slot.survivor()).action());
    var effect =
        new Pending(
            decision.id() + "/" + place,
            action.kind() == ActionKind.QUESTION ? Pending.Kind.QUESTION : Pending.Kind.MESSAGE,
            purpose(action.kind()),
            instance,
            action.id(),
            decision.request().channel(),
            slot.treatment(),
            turn.clock,
            false);
    new Outgoing(turn).queue(effect, Map.of("action", Value.of(action.id())));
  }

  private static Pending.Purpose purpose(ActionKind kind) {
    return switch (kind) {
      case DEFAULT, QUESTION, MANDATORY -> Pending.Purpose.PROMOTIONAL;
      case TRANSACTIONAL -> Pending.Purpose.TRANSACTIONAL;
      case REQUIRED -> Pending.Purpose.REQUIRED;
    };
  }

  /** A response as journeys see it. */
  static Command.TakeEvent asEvent(Command.RecordResponse c) {
    var response = c.response();
    var said = new HashMap<String, Value>();
    said.put("action", Value.of(c.action()));
    said.put("channel", Value.of(c.channel()));
    if (response.reason() != null) {
      said.put("reason", Value.of(response.reason()));
    }
    if (response.kind() == Response.Kind.OUTCOME) {
      said.put("value", Value.of(response.value()));
    }
    return new Command.TakeEvent(Trigger.RESPONSE + response.kind().word(), c.channel(), said);
  }

  /** Notes a response; a no to an action is an objection to it. */
  void respond(Command.RecordResponse c) {
    var needs =
        turn.blueprint.catalogue().responseNeeds(c.action(), c.channel(), c.response().kind());
    turn.add(new Fact.ResponseRecorded(c.decision(), c.action(), c.channel(), c.response(), needs));
    if (c.response().kind() == Response.Kind.NO) {
      turn.add(
          new Fact.ObjectionRaised(
              new Objection(Objection.Scope.ACTION, c.action(), turn.stamp.now())));
    }
  }
}
