package cairn.log;

import cairn.person.Consent;
import cairn.person.Interaction;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Limits;
import cairn.person.NotNow;
import cairn.person.Objection;
import cairn.person.Pending;
import cairn.person.PersonState;
import cairn.person.Purpose;
import cairn.person.Recall;
import cairn.person.StateDraft;
import cairn.person.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings what an anonymous record held into a known person's. The stricter consent and limit win;
 * the known person's own journey of a definition stays, and one the known person is not on comes
 * along. Whatever has no room gives way on the strict side: what was refused stays refused, and no
 * limit is loosened. The absorbed state itself stands in the log.
 */
final class Merge {
  private Merge() {}

  static void into(StateDraft known, PersonState other) {
    var identifiers = union(known.identifiers, other.identifiers());
    known.identifiers =
        List.copyOf(
            identifiers.subList(0, Math.min(identifiers.size(), PersonState.IDENTIFIERS_MAX)));
    for (int slot = 0; slot < other.attributes().slots(); slot++) {
      if (known.attributes.get(slot) == null && other.attributes().get(slot) != null) {
        known.attributes = known.attributes.with(slot, other.attributes().get(slot));
      }
    }
    known.consents = consents(known.consents, other.consents());
    known.objections = objections(known.objections, other.objections());
    known.notNow = notNow(known.notNow, other.notNow());
    known.limits = limits(known.limits, other.limits());
    known.purposes = purposes(known.purposes, other.purposes());
    known.recalls = recalls(known.recalls, other.recalls());
    known.interactions = interactions(known.interactions, other.interactions());
    journeys(known, other);
    known.pending = pending(known, other);
  }

  /**
   * A journey comes along, unless the person has one of that kind or said no to it; of what waits,
   * its timers do, and what waits for an absence, which the later of two events puts off.
   */
  private static void journeys(StateDraft known, PersonState other) {
    var open = new ArrayList<Journey>();
    var over = new ArrayList<Journey>();
    known.journeys.forEach(j -> (j.isOver() ? over : open).add(j));
    var had = new ArrayList<>(known.records);
    for (var journey : other.journeys()) {
      boolean goesOn =
          open.stream()
              .anyMatch(j ->
                  j.definition().equals(journey.definition()) && j.key().equals(journey.key()));
      boolean closed =
          had.stream().anyMatch(r -> r.definition().equals(journey.definition()) && r.closedByNo());
      if (journey.isOver() || goesOn || closed || open.size() >= PersonState.JOURNEYS_MAX) {
        continue;
      }
      open.add(journey);
    }
    open.addAll(over);
    known.journeys = List.copyOf(open);
    known.records = records(known.records, other.records());
    known.timers = timers(known, other.timers());
  }

  /** Absences come along while there is room beside the timers of journeys, which always have. */
  private static List<Timer> timers(StateDraft known, List<Timer> theirs) {
    var timers = new TreeMap<String, Timer>();
    known.timers.forEach(t -> timers.put(t.id(), t));
    long standing = known.timers.stream().filter(t -> !isOfJourney(t)).count();
    for (var timer : theirs) {
      boolean comes =
          switch (timer.kind()) {
            case STEP, HOLD, JOURNEY ->
                known.journeys.stream().anyMatch(j -> j.instance().equals(timer.subject()));
            case ABSENCE ->
                timers.containsKey(timer.id()) || standing++ < PersonState.STANDING_TIMERS_MAX;
            case SEGMENT -> false;
          };
      if (comes) {
        timers.merge(timer.id(), timer, (a, b) -> a.due().isBefore(b.due()) ? b : a);
      }
    }
    return timers.values().stream().sorted().toList();
  }

  private static boolean isOfJourney(Timer timer) {
    return switch (timer.kind()) {
      case STEP, HOLD, JOURNEY -> true;
      case ABSENCE, SEGMENT -> false;
    };
  }

  /** What waits to leave comes along, but not what a journey queued that was left behind. */
  private static List<Pending> pending(StateDraft known, PersonState other) {
    var left = new HashSet<String>();
    for (var journey : other.journeys()) {
      if (!journey.isOver()) {
        left.add(journey.instance());
      }
    }
    known.journeys.forEach(j -> left.remove(j.instance()));
    var all =
        union(
            known.pending,
            other.pending().stream().filter(p -> !left.contains(p.instance())).toList());
    return List.copyOf(all.subList(0, Math.min(all.size(), PersonState.PENDING_MAX)));
  }

  private static List<JourneyRecord> records(List<JourneyRecord> mine, List<JourneyRecord> theirs) {
    var all = new LinkedHashMap<String, JourneyRecord>();
    mine.forEach(r -> all.put(r.definition(), r));
    theirs.forEach(r ->
        all.merge(
            r.definition(),
            r,
            (a, b) ->
                new JourneyRecord(
                    a.definition(),
                    a.begun() + b.begun(),
                    later(a, b).lastEndedAt(),
                    later(a, b).lastEnding(),
                    a.closedByNo() || b.closedByNo())));
    return List.copyOf(all.values());
  }

  /** The record of whichever ended later; one that never ended is the earlier. */
  private static JourneyRecord later(JourneyRecord mine, JourneyRecord theirs) {
    var ours = mine.lastEndedAt();
    var others = theirs.lastEndedAt();
    return others != null && (ours == null || others.isAfter(ours)) ? theirs : mine;
  }

  /** Of two dates for one action the later stands. */
  private static List<NotNow> notNow(List<NotNow> mine, List<NotNow> theirs) {
    var all = new LinkedHashMap<String, NotNow>();
    Stream.concat(mine.stream(), theirs.stream())
        .forEach(n -> all.merge(n.subject(), n, (a, b) -> a.until().isBefore(b.until()) ? b : a));
    var kept = List.copyOf(all.values());
    return kept.subList(Math.max(0, kept.size() - NotNow.KEPT_MAX), kept.size());
  }

  /** A refusal stands against a consent; without room a consent gives way, which is one more. */
  private static List<Consent> consents(List<Consent> mine, List<Consent> theirs) {
    var all = new LinkedHashMap<String, Consent>();
    mine.forEach(c -> all.put(c.subject(), c));
    theirs.forEach(c -> all.merge(c.subject(), c, (a, b) -> a.given() ? b : a));
    return all.values().stream()
        .sorted(Comparator.comparing(Consent::given))
        .limit(Consent.KEPT_MAX)
        .toList();
  }

  /** Without room, one objection to everything stands for all but that to being profiled. */
  private static List<Objection> objections(List<Objection> mine, List<Objection> theirs) {
    var all = new LinkedHashMap<List<Object>, Objection>();
    Stream.concat(mine.stream(), theirs.stream())
        .forEach(o -> all.putIfAbsent(List.of(o.scope(), o.subject()), o));
    if (all.size() <= Objection.MERGED_MAX) {
      return List.copyOf(all.values());
    }
    var latest = all.values().stream().map(Objection::at).max(Comparator.naturalOrder());
    var kept = new ArrayList<Objection>();
    kept.add(new Objection(Objection.Scope.EVERYTHING, "", latest.orElseThrow()));
    all.values().stream()
        .filter(o -> o.scope() == Objection.Scope.PROFILING)
        .limit(1)
        .forEach(kept::add);
    return List.copyOf(kept);
  }

  /** The known person's own stay open; of the others as many as there is room for. */
  private static List<Purpose> purposes(List<Purpose> mine, List<Purpose> theirs) {
    var all = new LinkedHashMap<String, Purpose>();
    mine.forEach(p -> all.put(p.id(), p));
    theirs.forEach(p -> all.putIfAbsent(p.id(), p));
    var kept = new ArrayList<Purpose>();
    int open = 0;
    for (var purpose : all.values()) {
      kept.add(purpose.open() && ++open > Purpose.OPEN_MAX ? purpose.closed() : purpose);
    }
    long surplus = kept.stream().filter(p -> !p.open()).count() - Purpose.CLOSED_MAX;
    for (var it = kept.iterator(); it.hasNext() && surplus > 0; ) {
      if (!it.next().open()) {
        it.remove();
        surplus--;
      }
    }
    return List.copyOf(kept);
  }

  private static Limits limits(Limits mine, Limits theirs) {
    Instant silent = mine.silentUntil();
    if (silent == null || (theirs.silentUntil() != null && theirs.silentUntil().isAfter(silent))) {
      silent = theirs.silentUntil();
    }
    var caps = union(mine.caps(), theirs.caps());
    return new Limits(strict(caps), mine.quiet() == null ? theirs.quiet() : mine.quiet(), silent);
  }

  /** Without room, one cap for each channel, or for all, that is as strict as all it stands for. */
  private static List<Limits.Cap> strict(List<Limits.Cap> caps) {
    if (caps.size() <= Limits.CAPS_MAX) {
      return caps;
    }
    var byChannel = new LinkedHashMap<String, Limits.Cap>();
    for (var cap : caps) {
      byChannel.merge(cap.channel() == null ? "" : cap.channel(), cap, Merge::strict);
    }
    if (byChannel.size() <= Limits.CAPS_MAX) {
      return List.copyOf(byChannel.values());
    }
    var one = caps.stream().reduce(Merge::strict).orElseThrow();
    return List.of(new Limits.Cap(null, one.contactsMax(), one.window()));
  }

  private static Limits.Cap strict(Limits.Cap a, Limits.Cap b) {
    return new Limits.Cap(
        a.channel(),
        Math.min(a.contactsMax(), b.contactsMax()),
        a.window().compareTo(b.window()) < 0 ? b.window() : a.window());
  }

  private static List<Recall> recalls(List<Recall> mine, List<Recall> theirs) {
    var all = mine;
    for (var recall : theirs) {
      int keep = recall.size();
      for (var own : mine) {
        if (own.subject().equals(recall.subject())) {
          keep = Math.min(Recall.TIMES_MAX, keep + own.size());
        }
      }
      for (int i = 0; i < recall.size(); i++) {
        all = Fold.remembered(all, recall.subject(), Instant.ofEpochMilli(recall.time(i)), keep);
      }
    }
    return all;
  }

  private static List<Interaction> interactions(List<Interaction> mine, List<Interaction> theirs) {
    var all = new ArrayList<>(union(mine, theirs));
    all.sort(Comparator.comparing(Interaction::at));
    return List.copyOf(all.subList(Math.max(0, all.size() - Interaction.KEPT_MAX), all.size()));
  }

  private static <T> List<T> union(List<T> mine, List<T> theirs) {
    var all = new ArrayList<>(mine);
    for (var one : theirs) {
      if (!all.contains(one)) {
        all.add(one);
      }
    }
    return List.copyOf(all);
  }
}
