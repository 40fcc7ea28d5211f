package cairn.engine;

import cairn.blueprint.Blueprint;
import cairn.blueprint.Segment;
import cairn.journey.Beginning;
import cairn.journey.JourneyDefinition;
import cairn.journey.ReEntry;
import cairn.log.Fact;
import cairn.person.Attributes;
import cairn.person.Journey;
import cairn.person.PersonState;
import cairn.person.Timer;
import cairn.rule.Situation;
import cairn.value.Value;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins journeys: by event, attribute, segment, absence or request, where re-entry lets them. */
final class Beginnings {
  private final Turn turn;
  private final Walk walk;
  private final Waits waits;

  Beginnings(Turn turn, Walk walk, Waits waits) {
    this.turn = turn;
    this.walk = walk;
    this.waits = waits;
  }

  /** An event begins journeys, and starts the clock of absences. */
  void event(Command.TakeEvent event) {
    for (var start : turn.blueprint.starts(event.name())) {
      switch (start.beginning()) {
        case Beginning.OnEvent on -> {
          var situation = turn.situation(null);
          if (on.trigger().when().holds(situation)) {
            var key = key(on, situation);
            if (key.length() <= Journey.KEY_CHARS_MAX) {
              tryBegin(start.journey(), on, key, event.name());
            }
          }
        }
        case Beginning.OnAbsence on -> plantAbsence(start, on);
        case Beginning.OnAttribute on -> {}
        case Beginning.OnSegment on -> {}
        case Beginning.OnSchedule on -> {}
        case Beginning.OnRequest on -> {}
      }
    }
  }

  /**
   * Begins what follows from the facts since a mark, and from what those bring about in turn. This
   * comes to an end because no definition begins twice at one moment.
   *
   * @param before what was known of the person at the mark
   */
  void follow(int mark, Attributes before) {
    int from = mark;
    var known = before;
    while (from < turn.facts.size()) {
      var facts = List.copyOf(turn.facts.subList(from, turn.facts.size()));
      from = turn.facts.size();
      var slots = changed(known, turn.state.attributes());
      known = turn.state.attributes();
      attributes(slots);
      segments(facts, slots);
    }
  }

  private static Set<Integer> changed(Attributes before, Attributes after) {
    var changed = new HashSet<Integer>();
    for (int slot = Math.max(before.slots(), after.slots()) - 1; slot >= 0; slot--) {
      if (!Objects.equals(before.get(slot), after.get(slot))) {
        changed.add(slot);
      }
    }
    return changed;
  }

  private void attributes(Set<Integer> slots) {
    if (slots.isEmpty()) {
      return;
    }
    for (var journey : turn.blueprint.journeys()) {
      for (var beginning : journey.beginnings()) {
        if (beginning instanceof Beginning.OnAttribute on
            && on.slots().stream().anyMatch(slots::contains)
            && on.when().holds(turn.situation(null))) {
          tryBegin(journey, on, "", "profile");
        }
      }
    }
    waits.move(slots);
  }

  /** Nothing came for as long as an absence asks. */
  void absence(Timer timer) {
    for (var journey : turn.blueprint.journeys()) {
      for (var beginning : journey.beginnings()) {
        if (beginning instanceof Beginning.OnAbsence on
            && timer.id().equals(absenceId(journey, on))
            && on.when().holds(turn.situation(null))) {
          tryBegin(journey, on, "", "absence of " + on.event());
        }
      }
    }
  }

  /** Asks again the segments that these facts may have changed. */
  private void segments(List<Fact> facts, Set<Integer> slots) {
    var subjects = new HashSet<String>();
    boolean everything = false;
    for (var fact : facts) {
      if (fact instanceof Fact.EventOccurred event) {
        subjects.add(event.name());
      }
      everything |= fact instanceof Fact.RecordAbsorbed;
    }
    for (var segment : turn.blueprint.segments()) {
      var when = segment.when();
      boolean bound = !when.slots().isEmpty() || !when.needs().isEmpty();
      if (everything
          || !bound
          || when.slots().stream().anyMatch(slots::contains)
          || when.needs().stream().anyMatch(n -> subjects.contains(n.subject()))) {
        ask(segment);
      }
    }
  }

  /** Asks every segment again, and leaves those that the blueprint no longer has. */
  void review() {
    for (var id : turn.state.segments()) {
      if (turn.blueprint.segments().stream().noneMatch(segment -> segment.id().equals(id))) {
        turn.add(new Fact.SegmentLeft(id));
      }
    }
    turn.blueprint.segments().forEach(this::ask);
  }

  /** Asks one segment again. */
  void ask(Segment segment) {
    var situation = turn.situation(null);
    boolean was = turn.state.segments().contains(segment.id());
    boolean is = segment.when().holds(situation);
    if (is && !was) {
      turn.add(new Fact.SegmentEntered(segment.id()));
    } else if (!is && was) {
      turn.add(new Fact.SegmentLeft(segment.id()));
    }
    var next = segment.when().nextChange(situation);
    var timer = timerOf(segment);
    if (next != null) {
      plant(new Timer(timer, Timer.Kind.SEGMENT, segment.id(), next, null));
    } else if (turn.state.timer(timer).isPresent()) {
      turn.add(new Fact.TimerDropped(timer));
    }
    if (is && !was) {
      for (var journey : turn.blueprint.journeys()) {
        for (var beginning : journey.beginnings()) {
          if (beginning instanceof Beginning.OnSegment on && on.segment().equals(segment.id())) {
            tryBegin(journey, on, "", "segment " + segment.id());
          }
        }
      }
    }
  }

  private static String timerOf(Segment segment) {
    return "segment:" + segment.id();
  }

  /** Whether asking the segments again would change anything for a person. */
  static boolean areOutOfDate(Blueprint blueprint, PersonState person, Instant now) {
    var situation = Situation.of(person, now);
    var in = new HashSet<>(person.segments());
    for (var segment : blueprint.segments()) {
      if (in.remove(segment.id()) != segment.when().holds(situation)
          || (segment.when().nextChange(situation) != null
              && person.timer(timerOf(segment)).isEmpty())) {
        return true;
      }
    }
    return !in.isEmpty();
  }

  /** Why a requested journey may not begin, or null where it may. */
  @Nullable Reason mayRequest(Command.BeginJourney c) {
    var definition = turn.blueprint.journey(c.definition());
    if (definition == null) {
      return Reason.UNKNOWN_JOURNEY;
    }
    var beginning = beginning(definition, c.beginning());
    if (beginning == null) {
      return Reason.UNKNOWN_BEGINNING;
    }
    if (beginning instanceof Beginning.OnSchedule on && !on.when().holds(turn.situation(null))) {
      return Reason.MAY_NOT_ENTER;
    }
    return mayEnter(definition, c.key());
  }

  void request(Command.BeginJourney c) {
    var definition = turn.blueprint.journey(c.definition());
    var beginning = definition == null ? null : beginning(definition, c.beginning());
    if (definition != null && beginning != null) {
      tryBegin(definition, beginning, c.key(), "request");
    }
  }

  private static @Nullable Beginning beginning(JourneyDefinition definition, String id) {
    for (var beginning : definition.beginnings()) {
      if (beginning.id().equals(id)) {
        return beginning;
      }
    }
    return null;
  }

  private void tryBegin(JourneyDefinition definition, Beginning beginning, String key, String by) {
    if (mayEnter(definition, key) == null && !walk.endedNow(definition.id())) {
      walk.begin(definition, beginning.id(), beginning.step(), key, by);
    }
  }

  private @Nullable Reason mayEnter(JourneyDefinition definition, String key) {
    if (turn.world.switches().stopsJourney(definition.id())) {
      return Reason.MAY_NOT_ENTER;
    }
    int open = 0;
    boolean here = false;
    boolean sameKey = false;
    for (var journey : turn.state.journeys()) {
      open += journey.isOver() ? 0 : 1;
      if (journey.definition().equals(definition.id()) && !journey.isOver()) {
        here = true;
        sameKey |= journey.key().equals(key);
      }
    }
    if (open >= PersonState.JOURNEYS_MAX) {
      return Reason.TOO_MANY;
    }
    var record = turn.state.record(definition.id()).orElse(null);
    if (record != null && record.closedByNo()) {
      return Reason.PERSON_SAID_NO;
    }
    boolean may =
        switch (definition.reEntry()) {
          case ReEntry.Once once -> record == null;
          case ReEntry.AfterEnd after ->
              !here
                  && (record == null
                      || record.lastEndedAt() == null
                      || !turn.clock.isBefore(record.lastEndedAt().plus(after.pause())));
          case ReEntry.PerKey perKey -> !sameKey;
        };
    return may ? null : Reason.MAY_NOT_ENTER;
  }

  /** Why an ended journey may not be taken back now, or null where it may. */
  @Nullable Reason mayReopen(Journey over) {
    var definition = turn.definition(over);
    if (definition == null) {
      return Reason.UNKNOWN_VERSION;
    }
    var open = turn.state.journeys().stream().filter(j -> !j.isOver()).toList();
    boolean another =
        open.stream()
            .anyMatch(j ->
                j.definition().equals(over.definition())
                    && (j.key().equals(over.key())
                        || !(definition.reEntry() instanceof ReEntry.PerKey)));
    if (another || turn.world.switches().stopsJourney(definition.id())) {
      return Reason.MAY_NOT_ENTER;
    }
    return open.size() >= PersonState.JOURNEYS_MAX ? Reason.TOO_MANY : null;
  }

  /** An event that comes late does not bring the absence of later ones any nearer. */
  private void plantAbsence(Blueprint.Start start, Beginning.OnAbsence on) {
    var id = absenceId(start.journey(), on);
    var due = turn.clock.plus(on.quiet());
    if (turn.state.timer(id).filter(planted -> planted.due().isAfter(due)).isEmpty()) {
      plant(new Timer(id, Timer.Kind.ABSENCE, on.event(), due, null));
    }
  }

  private void plant(Timer timer) {
    var planted = turn.state.timer(timer.id());
    if (planted.filter(timer::equals).isEmpty() && (planted.isPresent() || hasRoom())) {
      turn.add(new Fact.TimerPlanted(timer));
    }
  }

  private boolean hasRoom() {
    int standing = 0;
    for (var timer : turn.state.timers()) {
      standing +=
          switch (timer.kind()) {
            case ABSENCE, SEGMENT -> 1;
            case STEP, HOLD, JOURNEY -> 0;
          };
    }
    return standing < PersonState.STANDING_TIMERS_MAX;
  }

  private static String absenceId(JourneyDefinition journey, Beginning.OnAbsence on) {
    return "absence:" + journey.id() + ":" + on.id();
  }

  /** What tells journeys side by side apart; empty where nothing does or it is not known. */
  private static String key(Beginning.OnEvent on, Situation situation) {
    var key = on.key() == null ? null : on.key().value(situation);
    return key == null ? "" : text(key);
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Flag v -> Boolean.toString(v.value());
      case Value.Whole v -> Long.toString(v.value());
      case Value.Decimal v -> Double.toString(v.value());
      case Value.Text v -> v.value();
      case Value.Time v -> v.value().toString();
      case Value.Texts v -> String.join(",", v.value());
    };
  }
}
