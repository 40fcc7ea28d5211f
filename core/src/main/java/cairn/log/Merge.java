package cairn.log;

import cairn.person.Consent;
import cairn.person.Interaction;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Limits;
import cairn.person.NotNow;
import cairn.person.Pending;
import cairn.person.PersonState;
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
 * along.
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
    known.objections = union(known.objections, other.objections());
    known.notNow = notNow(known.notNow, other.notNow());
    known.limits = limits(known.limits, other.limits());
    known.purposes = union(known.purposes, other.purposes());
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
    var timers = new TreeMap<String, Timer>();
    known.timers.forEach(t -> timers.put(t.id(), t));
    for (var timer : other.timers()) {
      boolean kept =
          switch (timer.kind()) {
            case STEP, HOLD, JOURNEY ->
                known.journeys.stream().anyMatch(j -> j.instance().equals(timer.subject()));
            case ABSENCE -> true;
            case SEGMENT -> false;
          };
      if (kept && (timers.containsKey(timer.id()) || timers.size() < PersonState.TIMERS_MAX)) {
        timers.merge(timer.id(), timer, (a, b) -> a.due().isBefore(b.due()) ? b : a);
      }
    }
    known.timers = timers.values().stream().sorted().toList();
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

  private static List<Consent> consents(List<Consent> mine, List<Consent> theirs) {
    var all = new LinkedHashMap<String, Consent>();
    mine.forEach(c -> all.put(c.subject(), c));
    theirs.forEach(c -> all.merge(c.subject(), c, (a, b) -> a.given() ? b : a));
    return List.copyOf(all.values());
  }

  private static Limits limits(Limits mine, Limits theirs) {
    var caps = union(mine.caps(), theirs.caps());
    Instant silent = mine.silentUntil();
    if (silent == null || (theirs.silentUntil() != null && theirs.silentUntil().isAfter(silent))) {
      silent = theirs.silentUntil();
    }
    var kept = caps.subList(0, Math.min(caps.size(), Limits.CAPS_MAX));
    return new Limits(kept, mine.quiet() == null ? theirs.quiet() : mine.quiet(), silent);
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
