package cairn.sim.fault;

import cairn.blueprint.Blueprint;
import cairn.chance.Chance;
import cairn.decision.DecisionRequest;
import cairn.engine.Command;
import cairn.engine.Host;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.Step;
import cairn.journey.Trigger;
import cairn.person.Ending;
import cairn.person.Identifier;
import cairn.person.Journey;
import cairn.person.Limits;
import cairn.person.Objection;
import cairn.person.PersonState;
import cairn.sim.crowd.Habits;
import cairn.sim.crowd.Traveller;
import cairn.sim.world.Worlds;
import cairn.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens, drawn from a seed. Every person has a known identifier and two devices that send
 * under names of their own until they are linked, and go on afterwards. Between them and the host
 * lies a network that repeats, holds back and swaps. Belongs to one thread; several storms of one
 * seed, each with a number of its own, may rage over the same people at once.
 */
final class Storm {
  /** The property by which an event of a storm is known again in a log. */
  static final String MARK = "mark";

  /** One person in so many is erased now and then. */
  private static final int ERASED_EVERY = 8;

  private static final int REMEMBERED_MAX = 300;
  private static final int HELD_BACK_MAX = 40;

  private final Blueprint blueprint;
  private final Chance chance;
  private final String name;
  private final long seed;
  private final List<Traveller> people = new ArrayList<>();
  private final List<Habits> habits = new ArrayList<>();
  private final Map<String, List<String>> eventsOf = new HashMap<>();
  private final List<Act.Send> sent = new ArrayList<>();
  private final List<Act.Send> heldBack = new ArrayList<>();
  private int commands;

  /**
   * A storm over so many people.
   *
   * @param number tells storms of one seed apart; their people are the same
   */
  Storm(Blueprint blueprint, long seed, int number, int count) {
    this.blueprint = blueprint;
    this.seed = Chance.seed(seed, number);
    this.chance = new Chance(this.seed);
    this.name = number + ".";
    for (int person = 0; person < count; person++) {
      var world = Worlds.ALL.get(person % Worlds.ALL.size());
      people.add(new Traveller(person, seed, world.habits()));
      habits.add(world.habits());
    }
    for (var journey : blueprint.journeys()) {
      eventsOf.put(journey.id(), List.copyOf(events(journey)));
    }
  }

  static Identifier known(int person) {
    return Identifier.user("person-%03d".formatted(person));
  }

  static Identifier device(int person, int number) {
    return Identifier.anonymous("device-%03d-%d".formatted(person, number));
  }

  /** Whether this person may have been erased, so that what they sent may be gone. */
  static boolean mayBeErased(int person) {
    return person % ERASED_EVERY == ERASED_EVERY - 1;
  }

  /** The person whose event carries this mark. */
  static int personOf(String mark) {
    return Integer.parseInt(mark.substring(mark.indexOf('@') + 1));
  }

  /** What happens next. */
  Act next(Host host, Instant clock) {
    int drawn = chance.nextInt(1_000);
    if (drawn < 8) {
      return jump();
    }
    if (drawn < 60) {
      return new Act.Deliver();
    }
    if (drawn < 180 && !sent.isEmpty()) {
      return sent.get(chance.nextInt(sent.size()));
    }
    if (!heldBack.isEmpty() && (drawn < 300 || heldBack.size() == HELD_BACK_MAX)) {
      return remember(heldBack.remove(chance.nextInt(heldBack.size())));
    }
    var fresh = fresh(host, clock);
    if (chance.nextInt(100) < 12) {
      heldBack.add(fresh);
      return next(host, clock);
    }
    return remember(fresh);
  }

  /** What was held back to the end. */
  List<Act.Send> rest() {
    var rest = List.copyOf(heldBack);
    heldBack.clear();
    return rest;
  }

  private Act.Send remember(Act.Send send) {
    if (sent.size() == REMEMBERED_MAX) {
      sent.remove(chance.nextInt(REMEMBERED_MAX));
    }
    sent.add(send);
    return send;
  }

  private Act jump() {
    return switch (chance.nextInt(6)) {
      case 0 -> new Act.Jump(Duration.ofDays(3));
      case 1 -> new Act.Jump(Duration.ofDays(-3));
      case 2 -> new Act.Jump(Duration.ofHours(1));
      case 3 -> new Act.Jump(Duration.ofHours(-1));
      case 4 -> new Act.Jump(Duration.ofSeconds(-2));
      default -> new Act.Jump(Duration.ofHours(15));
    };
  }

  /** Chance of its own for each command, so that what one finds does not change the next. */
  private Act.Send fresh(Host host, Instant clock) {
    var own = new Chance(Chance.seed(seed, ++commands));
    int person = own.nextInt(people.size());
    var known = known(person);
    var mark = name + commands + "@" + person;
    var from = own.nextInt(3) == 0 ? known : device(person, own.nextInt(2));
    int drawn = own.nextInt(1_000);
    if (drawn < 620) {
      return new Act.Send(from, mark, occurred(own, clock), event(own, person, mark, clock));
    }
    if (drawn < 660) {
      var device = device(person, own.nextInt(2));
      return new Act.Send(device, mark, clock, new Command.Seal(host.key(known)));
    }
    if (drawn < 665 && mayBeErased(person)) {
      return new Act.Send(known, mark, clock, new Command.Erase());
    }
    if (drawn < 780) {
      return new Act.Send(from, mark, clock, decision(own));
    }
    var state = host.read(host.key(known));
    return new Act.Send(known, mark, clock, wish(own, person, state, clock));
  }

  /** An event that a known person's own program sends just now. */
  Act.Send plain(int person, Instant clock) {
    var own = new Chance(Chance.seed(seed, ++commands));
    var mark = name + commands + "@" + person;
    return new Act.Send(known(person), mark, clock, event(own, person, mark, clock));
  }

  /** Mostly just now; sometimes long ago, and sometimes on a device whose clock is ahead. */
  private Instant occurred(Chance own, Instant clock) {
    return switch (own.nextInt(20)) {
      case 0, 1 -> clock.minus(Duration.ofMinutes(own.nextInt(5_000)));
      case 2 -> clock.plus(Duration.ofMinutes(own.nextInt(2_000)));
      default -> clock.minusMillis(own.nextInt(2_000));
    };
  }

  private Command event(Chance own, int person, String mark, Instant clock) {
    var names = new ArrayList<String>();
    habits.get(person).journeys().forEach(j -> names.addAll(eventsOf.getOrDefault(j, List.of())));
    var event = names.isEmpty() ? "Looked around" : names.get(own.nextInt(names.size()));
    var properties = new HashMap<>(people.get(person).says(event, clock));
    properties.put(MARK, Value.of(mark));
    return new Command.TakeEvent(event, "web", properties);
  }

  private Command decision(Chance own) {
    var channels = List.copyOf(blueprint.channels().keySet());
    var channel = channels.get(own.nextInt(channels.size()));
    var placements = blueprint.catalogue().placements(channel);
    var placement =
        placements.isEmpty() ? "anywhere" : placements.get(own.nextInt(placements.size()));
    var request = new DecisionRequest(channel, List.of(placement), Map.of(), 1);
    return new Command.RequestDecision(request, own.nextInt(3) == 0);
  }

  /** What a person asks for themselves. */
  private Command wish(Chance own, int person, PersonState state, Instant clock) {
    var journey = journey(own, state);
    var instance = journey == null ? "none#0" : journey.instance();
    return switch (own.nextInt(12)) {
      case 0 -> new Command.EndJourney(instance, Ending.DECLINED, "not for me");
      case 1 -> new Command.ReopenJourney(instance);
      case 2 -> new Command.HoldJourney(instance, clock.plus(Duration.ofDays(2)));
      case 3 -> new Command.PauseJourney(instance);
      case 4, 5 -> new Command.ResumeJourney(instance);
      case 6 -> new Command.SetLimits(limits(own, clock));
      case 7 -> new Command.RaiseObjection(Objection.Scope.CHANNEL, channel(own));
      case 8 -> new Command.LiftObjection(Objection.Scope.CHANNEL, channel(own));
      case 9 -> new Command.EndJourney(instance, Ending.ACHIEVED, null);
      case 10 -> new Command.StatePurpose("to see for myself", "");
      default -> new Command.SetAttributes(new HashMap<>(people.get(person).profile()));
    };
  }

  private @Nullable Journey journey(Chance own, PersonState state) {
    var journeys = state.journeys();
    return journeys.isEmpty() ? null : journeys.get(own.nextInt(journeys.size()));
  }

  private String channel(Chance own) {
    var channels = List.copyOf(blueprint.channels().keySet());
    return channels.get(own.nextInt(channels.size()));
  }

  private Limits limits(Chance own, Instant clock) {
    var cap =
        new Limits.Cap(
            own.nextInt(2) == 0 ? null : channel(own), own.nextInt(3), Duration.ofDays(2));
    return new Limits(
        List.of(cap),
        own.nextInt(3) == 0 ? new Limits.QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)) : null,
        own.nextInt(6) == 0 ? clock.plus(Duration.ofHours(9)) : null);
  }

  private static Set<String> events(JourneyDefinition journey) {
    var triggers = new ArrayList<Trigger>();
    for (var beginning : journey.beginnings()) {
      if (beginning instanceof Beginning.OnEvent on) {
        triggers.add(on.trigger());
      }
    }
    for (var step : journey.steps()) {
      if (step instanceof Step.WaitFor wait) {
        wait.events().forEach(awaited -> triggers.add(awaited.trigger()));
      }
    }
    journey.moves().forEach(move -> triggers.add(move.trigger()));
    journey.exits().forEach(exit -> triggers.add(exit.trigger()));
    journey.goals().forEach(goal -> triggers.add(goal.trigger()));
    var names = new LinkedHashSet<String>();
    triggers.stream()
        .map(Trigger::event)
        .filter(e -> !e.equals(Trigger.ANY) && !Trigger.isResponse(e))
        .forEach(names::add);
    return names;
  }
}
