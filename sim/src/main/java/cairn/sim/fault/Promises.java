package cairn.sim.fault;

import cairn.decision.ActionKind;
import cairn.decision.Catalogue;
import cairn.decision.DecisionRecord;
import cairn.decision.explain.Replay;
import cairn.engine.Decisions;
import cairn.engine.Stamp;
import cairn.engine.World;
import cairn.log.Entry;
import cairn.log.Fact;
import cairn.log.Fold;
import cairn.person.Ending;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonKey;
import cairn.person.PersonState;
import cairn.rule.Need;
import cairn.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one person's log, fact by fact, and holds every fact against what was promised to
 * the person before it. It counts contacts and noes by itself, not by what the engine remembers.
 */
final class Promises {
  private static final String CONTACT = "contact:";

  private final World world;
  private final List<String> broken;
  private final Set<String> closedByNo = new HashSet<>();
  private final List<Contact> contacts = new ArrayList<>();
  private final Map<String, Integer> marks;
  private PersonState state;

  private record Contact(String channel, Instant at) {}

  private Promises(PersonKey key, World world, Map<String, Integer> marks, List<String> broken) {
    this.world = world;
    this.marks = marks;
    this.broken = broken;
    this.state = PersonState.unknown(key);
  }

  /**
   * Reads a log from its first entry on.
   *
   * @param marks counts every event, by its mark
   * @param broken takes a sentence for each promise that was not kept
   * @return the state the log leads to
   */
  static PersonState read(
      PersonKey key,
      List<Entry> log,
      World world,
      Map<String, Integer> marks,
      List<String> broken) {
    var promises = new Promises(key, world, marks, broken);
    for (var entry : log) {
      promises.read(entry);
    }
    return promises.state;
  }

  private void read(Entry entry) {
    boolean startsHere = state.isUnknown() && isBaseline(entry);
    expect(startsHere || entry.number() == state.position() + 1, entry, "its number is not next");
    expect(!entry.now().isBefore(state.now()), entry, "time ran backwards");
    state = Fold.open(state, entry.number(), entry.now());
    for (var fact : entry.facts()) {
      look(entry, fact);
      state = Fold.apply(state, entry.now(), fact);
    }
    for (var timer : state.timers()) {
      expect(
          !timer.subject().contains("#")
              || state.journey(timer.subject()).filter(j -> !j.isOver()).isPresent(),
          entry,
          "a timer waits for a journey that is over");
    }
  }

  private static boolean isBaseline(Entry entry) {
    return !entry.facts().isEmpty() && entry.facts().getFirst() instanceof Fact.Baseline;
  }

  private void look(Entry entry, Fact fact) {
    if (fact instanceof Fact.EventOccurred event) {
      if (event.properties().get(Storm.MARK) instanceof Value.Text(var mark)) {
        marks.merge(mark, 1, Integer::sum);
      }
    } else if (fact instanceof Fact.RecordAbsorbed absorbed) {
      absorb(absorbed);
    } else if (fact instanceof Fact.JourneyEnded ended && ended.ending() == Ending.DECLINED) {
      closedByNo.add(definition(ended.instance()));
    } else if (fact instanceof Fact.JourneyReopened reopened) {
      closedByNo.remove(definition(reopened.instance()));
    } else if (fact instanceof Fact.JourneyBegun begun) {
      expect(!closedByNo.contains(begun.definition()), entry, "a journey began after a no");
      expect(
          state.journeys().stream().filter(j -> !j.isOver()).count() < PersonState.JOURNEYS_MAX,
          entry,
          "too many journeys at once");
    } else if (fact instanceof Fact.StepEntered entered) {
      expect(
          entered.cause() == Fact.Cause.REQUEST
              || state.journey(entered.instance()).map(Journey::isUnderWay).orElse(false),
          entry,
          "a journey moved that was not under way");
    } else if (fact instanceof Fact.EffectReleased released) {
      release(entry, released);
    } else if (fact instanceof Fact.DecisionMade made) {
      decide(entry, made);
    }
  }

  private void absorb(Fact.RecordAbsorbed absorbed) {
    var other = new Promises(absorbed.from(), world, marks, broken);
    absorbed.entries().forEach(other::read);
    closedByNo.addAll(other.closedByNo);
    absorbed.state().records().stream()
        .filter(JourneyRecord::closedByNo)
        .forEach(r -> closedByNo.add(r.definition()));
    contacts.addAll(other.contacts);
  }

  private void release(Entry entry, Fact.EffectReleased released) {
    var effect = state.pending(released.id()).orElse(null);
    expect(effect != null && !effect.released(), entry, "something left twice or unannounced");
    if (effect == null
        || effect.purpose() == Pending.Purpose.REQUIRED
        || effect.kind() == Pending.Kind.WEBHOOK) {
      return;
    }
    var definition = effect.instance() == null ? "" : definition(effect.instance());
    expect(!closedByNo.contains(definition), entry, "a contact after a no");
    expect(!objected(effect, definition), entry, "a contact against an objection");
    if (effect.kind() == Pending.Kind.TASK) {
      return;
    }
    var silent = state.limits().silentUntil();
    expect(silent == null || !entry.now().isBefore(silent), entry, "a contact in a silence");
    withinCaps(entry, effect.channel());
    contacts.add(new Contact(effect.channel(), entry.now()));
  }

  private boolean objected(Pending effect, String definition) {
    return state.objections().stream()
        .anyMatch(o ->
            o.scope() == Objection.Scope.EVERYTHING
                || (o.scope() == Objection.Scope.CHANNEL && o.subject().equals(effect.channel()))
                || (o.scope() == Objection.Scope.JOURNEY && o.subject().equals(definition)));
  }

  private void withinCaps(Entry entry, String channel) {
    for (var cap : state.limits().caps()) {
      if (cap.channel() == null || cap.channel().equals(channel)) {
        var after = entry.now().minus(cap.window());
        long count =
            contacts.stream()
                .filter(c -> cap.channel() == null || cap.channel().equals(c.channel()))
                .filter(c -> c.at().isAfter(after) && !c.at().isAfter(entry.now()))
                .count();
        expect(count < cap.contactsMax(), entry, "a contact above the person's own cap");
      }
    }
  }

  private void decide(Entry entry, Fact.DecisionMade made) {
    var record = made.decision();
    var blueprint = world.blueprint(entry.blueprint());
    if (blueprint == null) {
      broken.add("entry " + entry.number() + ": its blueprint is not kept");
      return;
    }
    var channel = record.request().channel();
    var stamp = new Stamp(record.at(), entry.seed(), entry.blueprint(), entry.models());
    var asked = Decisions.asked(world, blueprint, state, channel, stamp);
    var again = Replay.of(blueprint.catalogue(), record, asked, made.queued(), entry.edition());
    expect(again.equals(record), entry, "a decision made again is another");
    for (var drop : record.drops()) {
      var component = blueprint.catalogue().component(drop.component());
      expect(!component.sentence().isBlank(), entry, "somebody was passed over without a reason");
    }
    expect(!record.slots().isEmpty() || record.silence() >= 0, entry, "silence has no reason");
    if (!made.queued() && !record.slots().isEmpty() && !isRequired(record, blueprint.catalogue())) {
      var shown = shown(record);
      if (shown.contains(channel)) {
        withinCaps(entry, channel);
      }
      shown.forEach(c -> contacts.add(new Contact(c, entry.now())));
    }
  }

  private static boolean isRequired(DecisionRecord record, Catalogue catalogue) {
    return record.slots().stream()
        .map(slot -> record.survivors().get(slot.survivor()))
        .allMatch(s -> catalogue.action(s.action()).kind() == ActionKind.REQUIRED);
  }

  private static List<String> shown(DecisionRecord record) {
    return record.remember().stream()
        .map(Need::subject)
        .filter(subject -> subject.startsWith(CONTACT))
        .map(subject -> subject.substring(CONTACT.length()))
        .toList();
  }

  private static String definition(@Nullable String instance) {
    return instance == null ? "" : instance.substring(0, instance.lastIndexOf('#'));
  }

  private void expect(boolean kept, Entry entry, String otherwise) {
    if (!kept) {
      broken.add("entry " + entry.number() + " (" + entry.commandId() + "): " + otherwise);
    }
  }

  /** An empty count of marks. */
  static Map<String, Integer> noMarks() {
    return new HashMap<>();
  }
}
