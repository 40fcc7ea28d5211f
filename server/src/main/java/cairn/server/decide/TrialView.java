package cairn.server.decide;

import cairn.adaptive.Fairness;
import cairn.blueprint.Blueprint;
import cairn.decision.Catalogue;
import cairn.decision.VolumeUnits;
import cairn.decision.explain.Comparison;
import cairn.decision.explain.GroupShift;
import cairn.decision.explain.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a trial found, as it is told: counts, and no group of too few people. */
final class TrialView {
  /** What groups that are segments are told apart by. */
  static final String SEGMENT = "segment";

  /** Pairs of actions told, of those where most people change. */
  private static final int MOVES_MAX = 40;

  /** Actions told for one attribute, the most unequal first. */
  private static final int ACTIONS_MAX = 20;

  private static final int GROUPS_MAX = 20;

  private TrialView() {}

  /**
   * What was found.
   *
   * @param candidatesNow everything that was considered, all people together
   * @param volumes what would be taken of limits across people if each of these people came once
   */
  record ResultBody(
      int people,
      int changed,
      int gain,
      int lose,
      int silentNow,
      int silentThen,
      double personValueNow,
      double personValueThen,
      double organisationValueNow,
      double organisationValueThen,
      List<WinnerBody> winners,
      List<MoveBody> moves,
      long candidatesNow,
      long candidatesThen,
      List<StageBody> funnel,
      List<DropsBody> drops,
      List<VolumeBody> volumes,
      List<SegmentBody> segments,
      List<FairnessBody> fairness,
      double seconds) {}

  record WinnerBody(String action, String name, int now, int then) {}

  /** What comes instead of what; without a name it is silence. */
  record MoveBody(
      @Nullable String from,
      @Nullable String fromName,
      @Nullable String to,
      @Nullable String toName,
      int people) {}

  /** Candidates a stage drops, and people who have anything left after it. */
  record StageBody(
      String stage, long droppedNow, long droppedThen, long peopleNow, long peopleThen) {}

  record DropsBody(
      String component,
      String stage,
      String sentence,
      String owner,
      long now,
      long then,
      long peopleNow,
      long peopleThen) {}

  record VolumeBody(
      String id,
      String sentence,
      String owner,
      @Nullable Integer unitsNow,
      @Nullable Integer unitsThen,
      String per,
      long wantedNow,
      long wantedThen) {}

  record SegmentBody(String id, String name, ShiftBody shift) {}

  /**
   * How a group fares.
   *
   * @param valueNow what is chosen is worth so much to one of them, on average
   */
  record ShiftBody(
      int people,
      int changed,
      int gain,
      int lose,
      int silentNow,
      int silentThen,
      double valueNow,
      double valueThen) {}

  record FairnessBody(String by, List<GroupBody> groups, List<FairActionBody> actions) {}

  record GroupBody(String group, ShiftBody shift) {}

  record FairActionBody(
      String action,
      String name,
      double ratioNow,
      double ratioThen,
      boolean alertNow,
      boolean alertThen,
      List<ShareBody> shares) {}

  record ShareBody(String group, double now, double then) {}

  /** Everything that may be told of it. */
  static ResultBody of(Comparison found, Trial trial, double seconds) {
    return new ResultBody(
        found.people(),
        found.changed(),
        found.gain(),
        found.lose(),
        found.before().silent(),
        found.after().silent(),
        found.before().personValue(),
        found.after().personValue(),
        found.before().organisationValue(),
        found.after().organisationValue(),
        found.winners().stream()
            .map(one -> new WinnerBody(one.action(), one.name(), one.before(), one.after()))
            .toList(),
        found.moves().stream().limit(MOVES_MAX).map(one -> move(one, found)).toList(),
        found.before().candidates(),
        found.after().candidates(),
        found.stages().stream()
            .map(stage ->
                new StageBody(
                    Words.camel(stage),
                    found.before().dropped(stage),
                    found.after().dropped(stage),
                    found.before().peopleLeft(stage),
                    found.after().peopleLeft(stage)))
            .toList(),
        found.drops().stream()
            .map(one ->
                new DropsBody(
                    one.component().id(),
                    Words.camel(one.component().stage()),
                    one.component().sentence(),
                    one.component().owner(),
                    one.before(),
                    one.after(),
                    one.peopleBefore(),
                    one.peopleAfter()))
            .toList(),
        volumes(found),
        segments(found, trial.ask.now()),
        trial.fairness().stream().map(by -> fairness(by.name(), found)).toList(),
        seconds);
  }

  private static MoveBody move(Map.Entry<Comparison.Move, Integer> one, Comparison found) {
    var from = one.getKey().from();
    var to = one.getKey().to();
    return new MoveBody(
        from.isEmpty() ? null : from,
        from.isEmpty() ? null : found.name(from),
        to.isEmpty() ? null : to,
        to.isEmpty() ? null : found.name(to),
        one.getValue());
  }

  private static List<VolumeBody> volumes(Comparison found) {
    var now = wanted(found.before());
    var then = wanted(found.after());
    var bodies = new TreeMap<String, VolumeBody>();
    for (var side : List.of(found.before(), found.after())) {
      for (var limit : side.catalogue().volumes()) {
        bodies.put(
            limit.id(),
            new VolumeBody(
                limit.id(),
                limit.sentence(),
                limit.owner(),
                units(found.before().catalogue(), limit.id()),
                units(found.after().catalogue(), limit.id()),
                limit.period().toString(),
                now.getOrDefault(limit.id(), 0L),
                then.getOrDefault(limit.id(), 0L)));
      }
    }
    return List.copyOf(bodies.values());
  }

  private static @Nullable Integer units(Catalogue catalogue, String id) {
    for (var limit : catalogue.volumes()) {
      if (limit.id().equals(id)) {
        return limit.unitsMax();
      }
    }
    return null;
  }

  private static Map<String, Long> wanted(Side side) {
    var wanted = new HashMap<String, Long>();
    side.winners()
        .forEach((action, count) -> {
          for (var limit : VolumeUnits.of(side.catalogue(), action)) {
            wanted.merge(limit, (long) count, Long::sum);
          }
        });
    return wanted;
  }

  private static List<SegmentBody> segments(Comparison found, Blueprint running) {
    var bodies = new ArrayList<SegmentBody>();
    for (var segment : running.segments()) {
      var shift = found.groups().get(new Comparison.Group(SEGMENT, segment.id()));
      if (shift != null && isTold(shift.people(), found.people())) {
        bodies.add(new SegmentBody(segment.id(), segment.name(), body(shift)));
      }
    }
    bodies.sort(Comparator.comparingInt((SegmentBody one) -> -one.shift().changed()));
    return bodies;
  }

  /** Whether neither a segment is of too few people nor what it leaves of the total. */
  private static boolean isTold(int people, int all) {
    int rest = all - people;
    return people >= Grouping.PEOPLE_MIN && (rest == 0 || rest >= Grouping.PEOPLE_MIN);
  }

  private static ShiftBody body(GroupShift shift) {
    return new ShiftBody(
        shift.people(),
        shift.changed(),
        shift.gain(),
        shift.lose(),
        shift.silentBefore(),
        shift.silentAfter(),
        shift.valueBefore() / shift.people(),
        shift.valueAfter() / shift.people());
  }

  private static FairnessBody fairness(String by, Comparison found) {
    var groups = told(by, found);
    var compared = new LinkedHashMap<String, GroupShift>(groups);
    compared.remove(Grouping.UNKNOWN);
    compared.remove(Grouping.OTHERS);
    var actions = new ArrayList<FairActionBody>();
    for (var winner : found.winners()) {
      if (winner.before() + winner.after() >= Grouping.PEOPLE_MIN && compared.size() > 1) {
        actions.add(action(winner, compared));
      }
    }
    actions.sort(
        Comparator.comparingDouble(FairActionBody::ratioThen)
            .thenComparing(FairActionBody::action));
    return new FairnessBody(
        by,
        groups.entrySet().stream()
            .map(one -> new GroupBody(one.getKey(), body(one.getValue())))
            .toList(),
        actions.stream().limit(ACTIONS_MAX).toList());
  }

  /** The groups of one attribute, small ones put together; none where all are too few. */
  private static Map<String, GroupShift> told(String by, Comparison found) {
    var all = new TreeMap<String, GroupShift>();
    found
        .groups()
        .forEach((group, shift) -> {
          if (group.by().equals(by)) {
            all.put(group.group(), shift);
          }
        });
    var sizes = new TreeMap<String, Integer>();
    all.forEach((group, shift) -> sizes.put(group, shift.people()));
    var folding = Fairness.fold(sizes, Grouping.PEOPLE_MIN, GROUPS_MAX);
    var told = new LinkedHashMap<String, GroupShift>();
    var rest = new ArrayList<GroupShift>();
    all.forEach((group, shift) -> {
      if (folding.told().contains(group)) {
        told.put(group, shift);
      } else {
        rest.add(shift);
      }
    });
    if (folding.others()) {
      told.put(Grouping.OTHERS, GroupShift.of(rest));
    }
    return told;
  }

  private static FairActionBody action(Comparison.Winner winner, Map<String, GroupShift> groups) {
    var shares =
        groups.entrySet().stream()
            .map(one ->
                new ShareBody(
                    one.getKey(),
                    (double) one.getValue().chosenBefore(winner.action()) / one.getValue().people(),
                    (double) one.getValue().chosenAfter(winner.action()) / one.getValue().people()))
            .toList();
    double now = ratio(shares.stream().mapToDouble(ShareBody::now).toArray());
    double then = ratio(shares.stream().mapToDouble(ShareBody::then).toArray());
    return new FairActionBody(
        winner.action(),
        winner.name(),
        now,
        then,
        now < Fairness.SELECTION_RATIO_MIN,
        then < Fairness.SELECTION_RATIO_MIN,
        shares);
  }

  /** The lowest over the highest share; 1 where nobody gets it. */
  private static double ratio(double[] shares) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (double share : shares) {
      low = Math.min(low, share);
      high = Math.max(high, share);
    }
    return high == 0 ? 1 : low / high;
  }
}
