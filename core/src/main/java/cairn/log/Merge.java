package cairn.log;

import cairn.person.Consent;
import cairn.person.Interaction;
import cairn.person.Journey;
import cairn.person.JourneyRecord;
import cairn.person.Limits;
import cairn.person.PersonState;
import cairn.person.Recall;
import cairn.person.StateDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Brings what an anonymous record held into a known person's. The stricter consent and limit win;
 * the known person's own journey of a definition stays, and one the known person is not on comes
 * along.
 */
final class Merge {
  private Merge() {}

  static void into(StateDraft known, PersonState other) {
    known.identifiers = union(known.identifiers, other.identifiers());
    known.segments =
        Stream.concat(known.segments.stream(), other.segments().stream())
            .distinct()
            .sorted()
            .toList();
    for (int slot = 0; slot < other.attributes().slots(); slot++) {
      if (known.attributes.get(slot) == null && other.attributes().get(slot) != null) {
        known.attributes = known.attributes.with(slot, other.attributes().get(slot));
      }
    }
    known.consents = consents(known.consents, other.consents());
    known.objections = union(known.objections, other.objections());
    known.notNow = union(known.notNow, other.notNow());
    known.limits = limits(known.limits, other.limits());
    known.purposes = union(known.purposes, other.purposes());
    known.recalls = recalls(known.recalls, other.recalls());
    known.interactions = interactions(known.interactions, other.interactions());
    known.pending = union(known.pending, other.pending());
    journeys(known, other);
  }

  /** A journey comes along under the person's own numbering, unless they have one of that kind. */
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
    var timers = new ArrayList<>(known.timers);
    for (var timer : other.timers()) {
      boolean kept = open.stream().anyMatch(j -> j.instance().equals(timer.subject()));
      boolean twice = timers.stream().anyMatch(t -> t.id().equals(timer.id()));
      if (kept && !twice && timers.size() < PersonState.TIMERS_MAX) {
        timers.add(timer);
      }
    }
    timers.sort(null);
    known.timers = List.copyOf(timers);
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
                    a.lastEndedAt() == null ? b.lastEndedAt() : a.lastEndedAt(),
                    a.lastEnding() == null ? b.lastEnding() : a.lastEnding(),
                    a.closedByNo() || b.closedByNo())));
    return List.copyOf(all.values());
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
