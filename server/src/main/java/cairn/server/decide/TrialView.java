package cairn.server.decide;

import cairn.adaptive.Fairness;
import cairn.blueprint.Blueprint;
import cairn.decision.VolumeLimit;
import cairn.decision.VolumeUnits;
import cairn.decision.explain.Comparison;
import cairn.decision.explain.GroupShift;
import cairn.decision.explain.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * @param volumes what is taken of limits across people where each of these people comes once
   * @param groupsAreTold whether the trial is over: before, nothing is told by segment or group
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
      boolean groupsAreTold,
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

  /**
   * A limit across people.
   *
   * @param per the length of its period
   * @param now as it runs, or null where what runs lacks it
   * @param then under the draft, or null where the draft lacks it
   */
  record VolumeBody(
      String id,
      String sentence,
      String owner,
      String per,
      @Nullable UseBody now,
      @Nullable UseBody then) {}

  /**
   * What one side uses of a limit.
   *
   * @param units of a whole period
   * @param left when the trial began
   * @param taken of these
   * @param people from whom it held something back
   */
  record UseBody(int units, int left, long taken, long people) {}

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
    // While people are still added, what is told of a group twice would tell of those between.
    boolean isOver = !trial.isUnderWay();
    var told = new SafeGroups(found, Grouping.PEOPLE_MIN);
    var fairness = trial.fairness().stream().map(by -> fairness(by.name(), found, told)).toList();
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
        volumes(found, trial),
        isOver,
        isOver ? segments(found, trial.ask.now(), told) : List.of(),
        isOver ? fairness : List.of(),
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

  private static List<VolumeBody> volumes(Comparison found, Trial trial) {
    var held = new HashMap<String, Comparison.Dropped>();
    found.drops().forEach(one -> held.put(one.component().id(), one));
    var bodies = new TreeMap<String, VolumeBody>();
    for (var side : List.of(found.before(), found.after())) {
      for (var limit : side.catalogue().volumes()) {
        var drops = held.get(limit.id());
        bodies.put(
            limit.id(),
            new VolumeBody(
                limit.id(),
                limit.sentence(),
                limit.owner(),
                limit.period().toString(),
                use(limit, found.before(), trial.now(), drops == null ? 0 : drops.peopleBefore()),
                use(limit, found.after(), trial.then(), drops == null ? 0 : drops.peopleAfter())));
      }
    }
    return List.copyOf(bodies.values());
  }

  private static @Nullable UseBody use(VolumeLimit limit, Side side, TrialSide trial, long people) {
    for (var one : side.catalogue().volumes()) {
      if (one.id().equals(limit.id())) {
        int left = trial.unitsAtFirst(limit.id());
        return new UseBody(one.unitsMax(), left, taken(limit, side), people);
      }
    }
    return null;
  }

  private static long taken(VolumeLimit limit, Side side) {
    long taken = 0;
    for (var winner : side.winners().entrySet()) {
      if (VolumeUnits.of(side.catalogue(), winner.getKey()).contains(limit.id())) {
        taken += winner.getValue();
      }
    }
    return taken;
  }

  private static List<SegmentBody> segments(Comparison found, Blueprint running, SafeGroups told) {
    var bodies = new ArrayList<SegmentBody>();
    running.segments().stream()
        .flatMap(segment -> segment(found, segment.id(), segment.name()).stream())
        .sorted(
            Comparator.comparingInt((SegmentBody one) -> -one.shift().people())
                .thenComparing(SegmentBody::id))
        .filter(one -> told.tell(List.of(Set.of(new Comparison.Group(SEGMENT, one.id())))))
        .forEach(bodies::add);
    bodies.sort(Comparator.comparingInt((SegmentBody one) -> -one.shift().changed()));
    return bodies;
  }

  private static Optional<SegmentBody> segment(Comparison found, String id, String name) {
    return Optional.ofNullable(found.groups().get(new Comparison.Group(SEGMENT, id)))
        .map(shift -> new SegmentBody(id, name, body(shift)));
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

  private static FairnessBody fairness(String by, Comparison found, SafeGroups told) {
    var groups = told(by, found, told);
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

  /**
   * The groups of one attribute, small ones put together; none where all are too few, or where
   * beside what is told already they would tell of too few.
   */
  private static Map<String, GroupShift> told(String by, Comparison found, SafeGroups beside) {
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
    var columns = new ArrayList<Set<Comparison.Group>>();
    var rest = new ArrayList<GroupShift>();
    var others = new HashSet<Comparison.Group>();
    all.forEach((group, shift) -> {
      if (folding.told().contains(group)) {
        told.put(group, shift);
        columns.add(Set.of(new Comparison.Group(by, group)));
      } else {
        rest.add(shift);
        others.add(new Comparison.Group(by, group));
      }
    });
    if (folding.others()) {
      told.put(Grouping.OTHERS, GroupShift.of(rest));
      columns.add(others);
    }
    return beside.tell(columns) ? told : Map.of();
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
